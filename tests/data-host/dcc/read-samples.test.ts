import { beforeEach, describe, expect, test } from 'vitest';
import { readDcc } from '#electron/data-host/dcc/index.ts';
import { contentsOf, inShort, needsSamples, onlyCertificate, pointsOf, sample } from './samples.ts';

beforeEach(needsSamples);

// Written down from the XML, by eye.
const temperature = [
  ['306.248', '306.32', '0.072', '0.23'],
  ['373.121', '373.21', '0.089', '0.23'],
  ['448.253', '448.36', '0.107', '0.23'],
  ['523.319', '523.31', '-0.009', '0.30'],
  ['593.154', '593.07', '-0.084', '0.30'],
].map(([reference, measured, error, limit]) => ({
  stage: 'only', group: 'Measuring results', label: null,
  reference: { value: reference, unit: '\\kelvin', uncertainty: null },
  measured: { value: measured, unit: '\\kelvin', uncertainty: null },
  error: { value: error, unit: '\\kelvin', uncertainty: { expanded: '0.061', kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: 'normal' } },
  judged: 'error', lowerLimit: null, upperLimit: null,
  statedAcceptance: { lower: `-${String(limit)}`, upper: limit }, statedConformity: 'pass', fromExternalProvider: false,
}));

describe('the temperature sensor of PTB’s good practice', () => {
  test.each(['dcc_gp_temperature_typical_v12.xml', 'dcc_gp_temperature_typical_v12_signed.xml', 'dcc_gp_temperature_typical_v12_signed_manipulated.xml', 'dcc_gp_temperature_typical_v12_v3.2.0_signed.xml'])('%s: five points in kelvin', (name) => {
    const contents = contentsOf(sample(name));
    expect(onlyCertificate(contents).points).toEqual(temperature);
    expect(contents.certificates[0]?.pointsAre).toBe('own');
    expect(contents.findings).toEqual([]);
    expect(contents.embedded).toEqual([]);
    expect(contents.uniqueIdentifier).toBe('GP_DCC_temperature_typical_1.2');
  });

  test('version and signature are said', () => {
    const versions = ['', '_signed', '_v3.2.0_signed'].map((suffix) => {
      const { schemaVersion, hasSignature } = contentsOf(sample(`dcc_gp_temperature_typical_v12${suffix}.xml`));
      return { schemaVersion, hasSignature };
    });
    expect(versions).toEqual([{ schemaVersion: '3.1.1', hasSignature: false }, { schemaVersion: '3.1.1', hasSignature: true }, { schemaVersion: '3.2.0', hasSignature: true }]);
  });

  test('what is known of the item, the laboratory and the work', () => {
    const { document } = onlyCertificate(contentsOf(sample('dcc_gp_temperature_typical_v12.xml')));
    expect(document).toMatchObject({
      number: 'GP_DCC_temperature_typical_1.2', language: 'en', calibratedFromOn: '1957-08-13', calibratedToOn: '1957-08-13', issuedOn: null, receivedOn: null,
      performedAt: { kind: 'laboratory' }, method: 'Calibration of temperature sensors (DKD-R 5-1:2018)', adjusted: false, statedConformity: 'pass', decisionRule: null,
      agreedIntervalMonths: null, replacesNumber: null,
    });
    expect(document.item).toMatchObject({
      description: 'Temperature sensor', manufacturer: 'String', model: 'String', serial: 'string-manufacturer-item', assetNumber: 'string-customer-item',
      otherIdentifications: [{ issuer: 'calibrationLaboratory', name: 'Equipment no.', value: 'string-calibrationLaboratory-item' }],
    });
    expect(document.laboratory).toMatchObject({ name: 'Kalibrierfirma GmbH', contact: 'info@kalibrierfirma.xx, +49 123 4567-89' });
    expect(document.laboratory.address).toContain('Musterstraße 1\n00900 Musterstadt\nDE');
    expect(document.customer.name).toBe('Kunde GmbH');
    expect(document.signatories).toEqual([{ name: 'Michaela Musterfrau', role: null, isMain: true }, { name: 'Michael Mustermann', role: null, isMain: false }]);
    expect(document.standards).toMatchObject([{ name: 'Pt 100 thermometer', serial: 'string-manufacturer-measuringEquipment-1', certificateNumber: null }]);
    expect(document.conditions.map(({ value, unit }) => [value, unit])).toEqual([['0.1', '\\metre'], ['293', '\\kelvin'], ['299', '\\kelvin'], ['0.20', '\\one'], ['0.70', '\\one']]);
    expect(document.statements[0]).toBe('ISO/IEC 17025:2018-03, 7.8.4.3: The results refer only to the object calibrated in this DCC. The measurement results are valid at the time of calibration. The applicant is responsible for arranging a recalibration in due time.');
    expect(document.statements.join('\n')).toContain('1959-10-22');
  });

  test('in its own language, and in the binding one where another is asked for', () => {
    const german = contentsOf(sample('dcc_gp_temperature_typical_v12.xml'), ['de-AT']);
    const persian = contentsOf(sample('dcc_gp_temperature_typical_v12.xml'), ['fa']);
    for (const contents of [german, persian]) expect(onlyCertificate(contents).document.item.description).toBe('Temperatur-Fühler');
    expect(german.findings).toEqual([]);
    expect(persian.findings).toEqual([{ code: 'language-missing', subject: 'fa', line: null }]);
    expect(onlyCertificate(persian).document.language).toBe('de');
  });

  test('someone else’s name stands in the manipulated copy', () => {
    expect(onlyCertificate(contentsOf(sample('dcc_gp_temperature_typical_v12_signed_manipulated.xml'))).document.signatories[1]?.name).toBe('MANIPLUATION Michael Mustermann MANIPULATION');
  });
});

describe('the silicon sphere, DCC 2.4.0', () => {
  test('mass and volume with U and k', () => {
    const contents = contentsOf(sample('siliziumkugel_2_4_0.xml'));
    const { document, points } = onlyCertificate(contents);
    expect(contents.schemaVersion).toBe('2.4.0');
    expect(points.map(inShort)).toEqual(['measured 1.00007841 \\kilogram ± 0.00000005 (k=2)', 'measured 431.055119 \\centi\\metre\\tothe{3} ± 0.000018 (k=2)']);
    expect(points.map(({ group }) => group)).toEqual(['mass', 'Volume']);
    expect(points.map(({ measured }) => measured?.uncertainty?.coverageProbability)).toEqual(['0.95', '0.95']);
    expect(document).toMatchObject({ number: 'PTB - 11129 18', calibratedFromOn: '2018-10-12', method: 'Procedure', traceability: 'Tracebility: The measurement is traceable' });
    expect(document.item).toMatchObject({ description: 'Silicon sphere', manufacturer: 'Physikalisch-Technische Bundesanstalt (PTB)', serial: 'Si28kg_03_a', assetNumber: null });
    expect(document.signatories.map(({ name, isMain }) => [name, isMain])).toEqual([['Vorname1 Name1', true], ['Vorname2 Name2', false], ['Vorname3 Name3', false]]);
    expect(document.conditions.map(({ value, uncertainty }) => [value, uncertainty?.expanded])).toEqual([
      ['20.775', '0.020'], ['20.778', '0.020'], ['0.468', '0.01'], ['0.474', '0.01'], ['1007.38', '0.06'], ['1007.42', '0.06'],
    ]);
  });

  test('that no refType says what was measured is told, not passed over', () => {
    expect(contentsOf(sample('siliziumkugel_2_4_0.xml')).findings.map(({ code, subject }) => [code, subject])).toEqual([['role-by-structure', 'mass'], ['role-by-structure', 'volume at t = 20 °C']]);
  });

  test('the copy that breaks its schema: what is wrong, and in which line', () => {
    const { findings } = contentsOf(sample('siliziumkugel_wrong_schema.xml'));
    expect(findings).toContainEqual({ code: 'unknown-element', subject: 'named', line: 37 });
    expect(findings).toContainEqual({ code: 'missing-element', subject: 'software/name', line: 36 });
    expect(pointsOf(sample('siliziumkugel_wrong_schema.xml'))).toHaveLength(2);
  });
});

test('another dialect under the same prefix is refused by its namespace', () => {
  expect(readDcc(sample('dfm_dialect_temperature_simple.xml'), { languages: ['en'] })).toEqual({ ok: false, code: 'unsupported-dialect', params: { namespace: 'https://dfm.dk' } });
});
