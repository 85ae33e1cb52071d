import { beforeEach, describe, expect, test } from 'vitest';
import { validateDcc } from '#electron/data-host/dcc/index.ts';
import { dccVersions, madeDcc } from '#tests/fixtures/made-dcc.ts';
import { bytesOf, needsSamples, officialSchemas, sample } from './samples.ts';
import { shapes } from './shapes.ts';

beforeEach(needsSamples);

describe('against the official schemas', () => {
  test.each([
    ['siliziumkugel_2_4_0.xml', '2.4.0'], ['dcc_gp_temperature_typical_v12.xml', '3.1.2'], ['dcc_gp_temperature_typical_v12_v3.2.0_signed.xml', '3.2.1'],
  ])('%s is valid', async (name, schemaVersion) => {
    expect(await validateDcc(sample(name), officialSchemas())).toEqual({ ok: true, schemaVersion, isValid: true, findings: [] });
  });

  test('the broken copy: the line and what was expected', async () => {
    expect(await validateDcc(sample('siliziumkugel_wrong_schema.xml'), officialSchemas())).toEqual({
      ok: true, schemaVersion: '2.4.0', isValid: false,
      findings: [{ line: 37, message: "Element 'dcc:named': This element is not expected. Expected is ( dcc:name )." }],
    });
  });

  test('a signature where its version knows none is found', async () => {
    expect(await validateDcc(sample('dcc_gp_temperature_typical_v12_signed.xml'), officialSchemas())).toMatchObject({ isValid: false, findings: [{ line: 474 }] });
  });

  test.each(dccVersions)('the small certificate made for the tests is valid as %s', async (version) => {
    expect(await validateDcc(bytesOf(madeDcc({ version })), officialSchemas())).toEqual({ ok: true, schemaVersion: version, isValid: true, findings: [] });
  });

  test.each(Object.entries(shapes))('the shape “%s” that is read is one that its schema allows', async (_name, xml) => {
    expect(await validateDcc(bytesOf(xml), officialSchemas())).toMatchObject({ ok: true, findings: [] });
  });

  test('as UTF-16 too, and with an enclosed file of megabytes', async () => {
    const utf16 = Buffer.from(`\uFEFF${madeDcc().replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(await validateDcc(utf16, officialSchemas())).toMatchObject({ ok: true, isValid: true });
    const large = madeDcc({ document: `<dcc:fileName>scan.pdf</dcc:fileName><dcc:mimeType>application/pdf</dcc:mimeType><dcc:dataBase64>${'QUJD\n'.repeat(1_000_000)}</dcc:dataBase64>` });
    expect(await validateDcc(bytesOf(large), officialSchemas())).toMatchObject({ ok: true, isValid: true });
  });

  test('lines after an enclosed file are still the file’s', async () => {
    const xml = madeDcc({ document: `<dcc:fileName>scan.pdf</dcc:fileName><dcc:mimeType>application/pdf</dcc:mimeType><dcc:dataBase64>${'QUJD\n'.repeat(5000)}</dcc:dataBase64><dcc:odd/>` });
    const line = xml.slice(0, xml.indexOf('<dcc:odd/>')).split('\n').length;
    expect(await validateDcc(bytesOf(xml), officialSchemas())).toMatchObject({ ok: true, isValid: false, findings: [{ line }] });
  });

  test('formulas in MathML need no schema of their own', async () => {
    const math = '<dcc:formula><dcc:mathml><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>U</mi></math></dcc:mathml></dcc:formula>';
    expect(await validateDcc(bytesOf(madeDcc({ data: `${math}<dcc:text><dcc:content>see above</dcc:content></dcc:text>` })), officialSchemas())).toMatchObject({ isValid: true });
  });
});

describe('where it cannot be judged', () => {
  test('without the schema of its version, or without one that it needs, these are named', async () => {
    const schemas = officialSchemas();
    const xml = bytesOf(madeDcc({ version: '3.3.0' }));
    expect(await validateDcc(xml, schemas.filter(({ text }) => !text.includes('schemaVersion') || !text.includes('3\\.3\\.0')))).toEqual({ ok: false, code: 'schema-missing', params: { names: ['DCC 3.3.0'] } });
    const withoutUnits = schemas.filter(({ text }) => !text.includes('targetNamespace="https://ptb.de/si"'));
    expect(await validateDcc(xml, withoutUnits)).toEqual({ ok: false, code: 'schema-missing', params: { names: ['https://ptb.de/si 2.2.1'] } });
  });

  test('a file that is no schema, and one that does not compile, are told apart from the certificate’s faults', async () => {
    const schemas = officialSchemas();
    expect(await validateDcc(bytesOf(madeDcc()), [...schemas, { fileName: 'notes.xsd', text: '<notes/>' }])).toEqual({ ok: false, code: 'schema-broken', params: { detail: 'notes.xsd: no schema' } });
    const spoilt = schemas.map(({ fileName, text }) => ({ fileName, text: text.replace('type="dcc:administrativeDataType"', 'type="dcc:nothingOfTheKind"') }));
    expect(await validateDcc(bytesOf(madeDcc()), spoilt)).toMatchObject({ ok: false, code: 'schema-broken' });
  });
});
