import { DOMParser } from '@xmldom/xmldom';
import type { Document, Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certificate, CertificateDocument, MeasurementPoint, Uncertainty } from '#shared/domain/calibration/types.ts';
import { readDcc } from '#electron/data-host/dcc/index.ts';
import { asListItem, ofListItem } from '#electron/data-host/dcc/label-words.ts';
import type { WriteContext } from '#electron/data-host/dcc/write/context.ts';
import { dccObstacles } from '#electron/data-host/dcc/write/obstacles.ts';
import { DccUnwritable, writeDcc } from '#electron/data-host/dcc/write/write-dcc.ts';
import { anyText } from './any-certificate.ts';
import { caliper, context } from './written.ts';

const [asFound] = caliper.points;
if (!asFound) throw new Error('a point expected');

const saying = (changes: Partial<CertificateDocument>): Certificate => ({ ...caliper, document: { ...caliper.document, ...changes } });
const measuring = (...points: readonly Partial<MeasurementPoint>[]): Certificate => ({ ...caliper, points: points.map((changes) => Object.assign({}, asFound, changes)) });

const dcc = 'https://ptb.de/dcc';
const si = 'https://ptb.de/si';

const parsed = (certificate: Certificate, within: WriteContext = context): Document => new DOMParser({
  onError: (_level, message) => {
    throw new Error(message);
  },
}).parseFromString(writeDcc(certificate, within), 'text/xml');

const elements = (document: Document, namespace: string, name: string): Element[] => [...document.getElementsByTagNameNS(namespace, name)];
const texts = (document: Document, namespace: string, name: string): (string | null)[] => elements(document, namespace, name).map(({ textContent }) => textContent);

/** Elements of that name that bear the refType, as any reader of the format would look for them. */
const marked = (document: Document, name: string, refType: string): Element[] =>
  elements(document, dcc, name).filter((element) => (element.getAttribute('refType') ?? '').split(' ').includes(refType));

/** Content of the first descendant of that name. */
const within = (element: Element | undefined, namespace: string, name: string): string | null | undefined => element?.getElementsByTagNameNS(namespace, name)[0]?.textContent;

describe('the file', () => {
  const document = parsed(caliper);

  test('is DCC 3.3.0 and says which software wrote it', () => {
    const root = document.documentElement;
    expect([root?.namespaceURI, root?.localName, root?.getAttribute('schemaVersion')]).toEqual([dcc, 'digitalCalibrationCertificate', '3.3.0']);
    const [software] = elements(document, dcc, 'software');
    expect([within(software, dcc, 'content'), within(software, dcc, 'release')]).toEqual(['Peyvand', '1.2.3']);
    expect(writeDcc(caliper, context)).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<dcc:/u);
  });

  test('binds in the language of the certificate and says its headings in the others too', () => {
    expect(texts(document, dcc, 'mandatoryLangCodeISO639_1')).toEqual(['fa']);
    expect(texts(document, dcc, 'usedLangCodeISO639_1')).toEqual(['fa', 'en']);
    const [error] = marked(document, 'quantity', 'basic_measurementError');
    const heading = [...(error?.getElementsByTagNameNS(dcc, 'content') ?? [])].slice(0, 2).map((content) => [content.getAttribute('lang'), content.textContent]);
    expect(heading).toEqual([['fa', 'خطای اندازه‌گیری'], ['en', 'Measurement error']]);
  });

  test('has English headings where the certificate is in a language without words of ours', () => {
    const russian = parsed(saying({ language: 'ru' }), { ...context, languages: [] });
    expect(texts(russian, dcc, 'usedLangCodeISO639_1')).toEqual(['ru', 'en']);
    expect(texts(russian, dcc, 'mandatoryLangCodeISO639_1')).toEqual(['ru']);
  });

  test('keeps Persian text, its half-spaces and its digits as they are', () => {
    const [item] = elements(document, dcc, 'item');
    expect(within(item, dcc, 'content')).toBe('کولیس دیجیتال ۰ تا ۱۵۰ میلی‌متر');
  });

  test('says days, number, place and what it replaces in the elements that DCC has for them', () => {
    for (const [name, text] of [
      ['uniqueIdentifier', 'K-2026-0042'], ['receiptDate', '2026-10-28'], ['beginPerformanceDate', '2026-11-02'], ['endPerformanceDate', '2026-11-03'],
      ['issueDate', '2026-11-04'], ['performanceLocation', 'laboratory'], ['typeOfChange', 'substituted'], ['replacedUniqueIdentifier', 'K-2026-0039'],
      ['calibrationLaboratoryCode', 'NACI/Lab/1234'], ['eMail', 'lab@peyvand.example'], ['phone', '+49 123 4567-89'],
    ] as const) expect([name, texts(document, dcc, name)]).toEqual([name, [text]]);
    expect(texts(document, dcc, 'mainSigner')).toEqual(['true', 'false']);
    expect(texts(document, dcc, 'role')).toEqual(['مدیر فنی']);
  });

  test('names what it replaces by the identifier of that file, and keeps both numbers', () => {
    const renamed = parsed(caliper, { ...context, uniqueIdentifier: 'urn:uuid:2', replacedUniqueIdentifier: 'urn:uuid:1' });
    expect([texts(renamed, dcc, 'uniqueIdentifier'), texts(renamed, dcc, 'replacedUniqueIdentifier')]).toEqual([['urn:uuid:2'], ['urn:uuid:1']]);
    const [core] = elements(renamed, dcc, 'coreData');
    const numbers = [...(core?.getElementsByTagNameNS(dcc, 'identification') ?? [])].map((each) => [each.getAttribute('refType'), within(each, dcc, 'value')]);
    expect(numbers).toEqual([['basic_certificateNumber', 'K-2026-0042'], ['peyvand_replacedNumber', 'K-2026-0039']]);
  });

  test('identifies the item by maker, customer and laboratory', () => {
    const identifications = elements(document, dcc, 'identification').slice(0, 3).map((each) => [each.getAttribute('refType'), within(each, dcc, 'issuer'), within(each, dcc, 'value')]);
    expect(identifications).toEqual([
      ['basic_serialNumber', 'manufacturer', '0004711'], ['peyvand_assetNumber', 'customer', 'PM-88'], ['peyvand_otherIdentification', 'calibrationLaboratory', '1405-77'],
    ]);
  });

  test('names the standards used with the number of their certificate and the day it falls due', () => {
    const [standard] = marked(document, 'measuringEquipment', 'basic_normalUsed');
    const number = [...(standard?.getElementsByTagNameNS(dcc, 'identification') ?? [])].find((each) => each.getAttribute('refType') === 'basic_certificateNumber');
    expect(within(number, dcc, 'value')).toBe('D-K-15070-2026-01');
    expect(within(standard, dcc, 'charsXMLList')).toBe('2027-01-31');
  });

  test('says which of its conditions are the temperature and the humidity that other software looks for', () => {
    const condition = { name: 'Pressure', stage: null, value: '1013', unit: String.raw`\hecto\pascal`, uncertainty: null, text: null } as const;
    const conditions = parsed(saying({ conditions: [
      { ...condition, name: 'دمای محیط', value: '293.2', unit: String.raw`\kelvin` }, { ...condition, name: 'رطوبت نسبی', value: '45', unit: String.raw`\percent` },
      { ...condition, name: 'Load', value: '45', unit: String.raw`\percent` }, condition,
    ] }));
    const [list] = elements(conditions, dcc, 'influenceConditions');
    expect([...(list?.getElementsByTagNameNS(dcc, 'influenceCondition') ?? [])].map((each) => each.getAttribute('refType'))).toEqual(['basic_temperature', 'basic_humidityRelative', null, null]);
  });

  test('keeps what was found apart from what was left', () => {
    const results = elements(document, dcc, 'result').map((result) => [result.getAttribute('refType'), within(result, dcc, 'status')]);
    expect(results).toEqual([['peyvand_asFound', 'beforeAdjustment'], ['peyvand_asLeft', 'afterAdjustment']]);
    const errors = marked(document, 'quantity', 'basic_measurementError').map((quantity) => within(quantity, si, 'valueXMLList'));
    expect(errors).toEqual(['0.030 0.040', '0.000 0.010']);
  });

  test('gives values as lists with one unit and one uncertainty where all have the same', () => {
    const [error] = marked(document, 'quantity', 'basic_measurementError');
    const [list] = [...(error?.getElementsByTagNameNS(si, 'realListXMLList') ?? [])];
    expect(['unitXMLList', 'valueExpandedMUXMLList', 'coverageFactorXMLList', 'coverageProbabilityXMLList', 'distributionXMLList'].map((name) => within(list, si, name)))
      .toEqual([String.raw`\milli\metre`, '0.010', '2', '0.95', 'normal']);
  });

  test('keeps tolerance limits apart from acceptance limits, at what they judge', () => {
    const [conformity] = marked(document, 'metaData', 'basic_conformity');
    expect(marked(document, 'quantity', 'basic_measurementError').some((quantity) => quantity.contains(conformity ?? null))).toBe(true);
    expect(['basic_toleranceLimitLower', 'basic_toleranceLimitUpper', 'basic_acceptanceLimitLower', 'basic_acceptanceLimitUpper'].map((name) => within(marked(document, 'quantity', name)[0], si, 'valueXMLList')))
      .toEqual(['-0.030 -0.030', '0.030 0.030', '-0.020 -0.020', '0.020 0.020']);
    expect(texts(document, dcc, 'conformityXMLList')).toEqual(['fail', 'pass']);
  });

  test('says the decision rule for machines and for people', () => {
    const [rule] = marked(document, 'statement', 'peyvand_decisionRule');
    expect(within(rule, dcc, 'convention')).toBe('guard-band-binary');
    expect([...(rule?.getElementsByTagNameNS(dcc, 'norm') ?? [])].map(({ textContent }) => textContent)).toEqual(['ISO/IEC 17025:2017', 'ILAC-G8:09/2019']);
    expect(within(rule, si, 'value')).toBe('1');
    const [overall] = marked(document, 'statement', 'basic_conformity');
    expect([within(overall, dcc, 'norm'), within(overall, dcc, 'conformity')]).toEqual(['ISO 13385-1:2019', 'pass']);
  });
});

/** Verdicts as DCC says them, and as our own column does. */
const words = (...verdicts: readonly MeasurementPoint['statedConformity'][]) => {
  const document = parsed(measuring(...verdicts.map((statedConformity) => ({ statedConformity }))));
  return [texts(document, dcc, 'conformityXMLList'), marked(document, 'quantity', 'peyvand_verdict').map((quantity) => within(quantity, dcc, 'charsXMLList'))];
};

describe('what it says only where it is so', () => {
  test('the recalibration interval, where it was agreed', () => {
    expect(texts(parsed(caliper), dcc, 'period')).toEqual(['P12M']);
    const silent = parsed(saying({ agreedIntervalMonths: null }));
    expect(texts(silent, dcc, 'period')).toEqual([]);
    expect(marked(silent, 'statement', 'basic_recalibration')).toEqual([]);
  });

  test('results of an external provider, named as such', () => {
    expect(marked(parsed(caliper), 'metaData', 'peyvand_externalProvider')).toEqual([]);
    expect(marked(parsed(measuring({ fromExternalProvider: true }, {})), 'metaData', 'peyvand_externalProvider')).toHaveLength(1);
  });

  test('a verdict in the word of DCC, where DCC has one', () => {
    expect(words('pass', 'conditional-pass', 'conditional-fail', 'fail')).toEqual([['pass conditionalPass conditionalFail fail'], []]);
    expect(words('conform', 'nonconform')).toEqual([['pass fail'], ['conform nonconform']]);
    expect(words('indeterminate', 'not-judged')).toEqual([[], ['indeterminate not-judged']]);
    expect(words(null)).toEqual([[], []]);
  });

  test('a relative uncertainty, with the absolute one computed exactly beside it', () => {
    const uncertainty: Uncertainty = { expanded: '0.0015', kind: 'relative', coverageFactor: '2', coverageProbability: null, distribution: null };
    const unit = String.raw`\newton\metre`;
    const document = parsed(measuring({ error: null, judged: 'value', measured: { value: '-200.10', unit, uncertainty } }, { error: null, judged: 'value', measured: { value: null, unit, uncertainty } }));
    expect(texts(document, si, 'valueExpandedMUXMLList')).toEqual(['0.30015 NaN']);
    expect(texts(document, si, 'coverageProbabilityXMLList')).toEqual(['NaN']);
    const [relative] = elements(document, dcc, 'relativeUncertaintyXmlList');
    expect([within(relative, si, 'valueXMLList'), within(relative, si, 'unitXMLList')]).toEqual(['0.0015', String.raw`\one`]);
  });
});

describe('another reader, who knows nothing of our refTypes,', () => {
  const anonymous = writeDcc(caliper, context).replaceAll(/ ?peyvand_\w+/gu, '').replaceAll(' refType=""', '').replace('<dcc:namespace>peyvand<', '<dcc:namespace>someone<');
  const reading = readDcc(new TextEncoder().encode(anonymous), { languages: ['fa'] });

  test('finds every point with its value, unit, uncertainty, limits, verdict and state', () => {
    expect(anonymous).not.toContain('peyvand_');
    expect(reading.ok && reading.certificates.map(({ certificate }) => certificate.points)).toEqual([caliper.points]);
  });

  test('finds parties, item, days, standards, signatories and the agreed interval', () => {
    const document = reading.ok ? reading.certificates[0]?.certificate.document : null;
    const { number, customer, calibratedFromOn, calibratedToOn, receivedOn, issuedOn, method, signatories, agreedIntervalMonths, replacesNumber, statedConformity } = caliper.document;
    expect(document).toMatchObject({
      number, customer, calibratedFromOn, calibratedToOn, receivedOn, issuedOn, method, signatories, agreedIntervalMonths, replacesNumber, statedConformity,
      laboratory: { name: 'آزمایشگاه پیوند', contact: 'lab@peyvand.example' },
      item: { manufacturer: 'Mahr', model: '16 EWRi', serial: '0004711', assetNumber: 'PM-88' },
      standards: [{ name: 'بلوک‌های سنجه', serial: 'GB-77', certificateNumber: 'D-K-15070-2026-01' }],
    });
  });
});

describe('a certificate of ours that someone changed', () => {
  test('is read as it now stands', () => {
    const changed = writeDcc(caliper, context).replace('20.03 100.04', '20.05 100.04');
    const reading = readDcc(new TextEncoder().encode(changed), { languages: ['fa'] });
    expect(reading.ok && reading.certificates[0]?.certificate.points[0]?.measured?.value).toBe('20.05');
  });

  test.each([
    ['<dcc:period>P12M', '<dcc:period>P99999999999999999999M'],
    ['<dcc:valid>true', '<dcc:valid>perhaps'],
    ['<dcc:convention>guard-band-binary', '<dcc:convention>as-we-like'],
    ['<dcc:mandatoryLangCodeISO639_1>fa', '<dcc:mandatoryLangCodeISO639_1>no such language'],
  ])('is not taken for ours with %s made into %s', (ours, theirs) => {
    const changed = writeDcc(caliper, context).replace(ours, theirs);
    const reading = readDcc(new TextEncoder().encode(changed), { languages: ['fa'] });
    // Only what we wrote tells where it was calibrated: that is how the two readings are told apart.
    expect(reading.ok && reading.certificates[0]?.certificate.document.performedAt.place).toBeNull();
    expect(readDcc(new TextEncoder().encode(writeDcc(caliper, context)), { languages: ['fa'] })).toMatchObject({ certificates: [{ certificate: { document: { performedAt: { place: 'اتاق اندازه‌گیری ۲' } } } }] });
  });

  test('is read as anyone\'s where it no longer is what we write, and the columns are found unequal', () => {
    const changed = writeDcc(caliper, context).replace('20.03 100.04', '20.03 100.04 150.02');
    const reading = readDcc(new TextEncoder().encode(changed), { languages: ['fa'] });
    if (!reading.ok) throw new Error(reading.code);
    expect(reading.findings.map(({ code }) => code)).toContain('columns-of-unequal-length');
    expect(reading.certificates[0]?.certificate.document.number).toBe('K-2026-0042');
  });
});

const obstaclesOf = (certificate: Certificate, file: WriteContext = context) => dccObstacles(certificate, file).map(({ path, code }) => `${path} ${code}`);
const uncertain = (changes: Partial<Uncertainty>): Partial<MeasurementPoint> =>
  ({ error: { value: '0.01', unit: 'mm', uncertainty: { expanded: '0.01', kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: null, ...changes } } });

describe('what cannot be written is said, never left out', () => {
  test.each<readonly [string, Certificate, readonly string[]]>([
    ['a typical certificate', caliper, []],
    ['a control character', saying({ statements: ['fine', 'bell \u0007'] }), ['document.statements.1 illegal-character']],
    ['half of a surrogate pair', saying({ item: { ...caliper.document.item, serial: 'A\uD83D' } }), ['document.item.serial illegal-character']],
    ['a non-character', measuring({ label: '\uFFFE' }), ['points.0.label illegal-character']],
    ['no number and no customer', saying({ number: ' ', customer: { name: '', address: null, contact: null } }), ['document.number missing', 'document.customer.name missing']],
    ['a day that is none', saying({ calibratedToOn: '2026-02-30', receivedOn: '02.11.2026' }), ['document.receivedOn not-a-day', 'document.calibratedToOn not-a-day']],
    ['values that are no numbers', measuring({ lowerLimit: '-0,03' }, { reference: { value: 'ten', unit: 'mm', uncertainty: null } }), ['points.0.lowerLimit not-a-number', 'points.1.reference.value not-a-number']],
    ['a unit of two words', measuring({ measured: { value: '1', unit: 'N m', uncertainty: null } }), ['points.0.measured.unit unit-with-space']],
    ['U below nothing', measuring(uncertain({ expanded: '-0.01' })), ['points.0.error.uncertainty.expanded negative-uncertainty']],
    ['k below 1', measuring(uncertain({ coverageFactor: '0.5' })), ['points.0.error.uncertainty.coverageFactor coverage-factor']],
    ['p beyond 1', measuring(uncertain({ coverageProbability: '95' })), ['points.0.error.uncertainty.coverageProbability coverage-probability']],
    ['a language without a code of two letters', saying({ language: 'ckb' }), ['document.language language']],
    ['a language tag that is none', saying({ language: 'en_US!' }), ['document.language language']],
    ['an interval of no time', saying({ agreedIntervalMonths: 0 }), ['document.agreedIntervalMonths not-a-duration']],
  ])('%s', (_name, certificate, expected) => {
    expect(obstaclesOf(certificate)).toEqual(expected);
    if (expected.length === 0) return;
    expect(() => writeDcc(certificate, context)).toThrow(DccUnwritable);
  });

  test('of the file too: its country and its identifier', () => {
    expect(obstaclesOf(caliper, { ...context, countryCode: 'Iran', uniqueIdentifier: '' })).toEqual(['context.uniqueIdentifier missing', 'context.countryCode country-code']);
  });
});

describe('labels in a list', () => {
  test('come back whatever they are, and are one item each', () => {
    fc.assert(fc.property(anyText, (label) => {
      const item = asListItem(label);
      expect(item).not.toMatch(/\s/u);
      expect(ofListItem(item)).toBe(label);
    }));
  });

  test('stay readable', () => {
    expect(asListItem('Channel 1')).toBe('Channel_1');
    expect(asListItem('run_2 at 50 %')).toBe('run%5F2_at_50_%25');
    expect(ofListItem('100%')).toBe('100%');
  });
});
