import { describe, expect, test } from 'vitest';
import { embeddedContent, readDcc } from '#electron/data-host/dcc/index.ts';
import { madeDcc, quantity, real, realList } from '#tests/fixtures/made-dcc.ts';
import { bytesOf, contentsOf, inShort, pointsOf } from './samples.ts';

const read = (xml: string | Uint8Array) => readDcc(typeof xml === 'string' ? bytesOf(xml) : xml, { languages: ['en'] });
const refusal = (xml: string | Uint8Array) => {
  const reading = read(xml);
  return reading.ok ? 'read' : { code: reading.code, ...reading.params };
};

const laughs = `<!DOCTYPE dcc [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'.charAt(index)} "${`&${'abcdefghi'.charAt(index)};`.repeat(10)}">`).join('')}]>`;
const external = '<!DOCTYPE dcc [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
const nested = (depth: number) => madeDcc({ data: `${'<dcc:list>'.repeat(depth)}${quantity('basic_measuredValue', 'Length', real('1', '\\metre'))}${'</dcc:list>'.repeat(depth)}` });
const withDoctype = (doctype: string, use = '') => madeDcc({ resultName: `Face ${use}` }).replace('?>', `?>${doctype}`);

describe('what is refused before anything is built of it', () => {
  test.each([
    ['a billion laughs', withDoctype(laughs, '&j;')], ['an external entity', withDoctype(external, '&secret;')], ['a declaration of nothing', withDoctype('<!DOCTYPE dcc>')],
    ['one that comes late', madeDcc().replace('<dcc:administrativeData>', '<dcc:administrativeData><!DOCTYPE dcc>')],
  ])('a document type declaration: %s', (_name, xml) => {
    const started = performance.now();
    expect(refusal(xml)).toMatchObject({ code: 'doctype-refused' });
    expect(performance.now() - started).toBeLessThan(500);
  });

  test.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${withDoctype(laughs).replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(withDoctype(external).replace('UTF-8', 'UTF-16'), 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${withDoctype(external).replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${withDoctype(laughs)}`)],
    ['Latin 1', Buffer.from(withDoctype(laughs).replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ])('also in %s', (_name, xml) => {
    expect(refusal(xml)).toMatchObject({ code: 'doctype-refused' });
  });

  test('an encoding that hides it is not guessed at', () => {
    // UTF-7 reads "<!DOCTYPE" from "+ADwAIQ-DOCTYPE".
    expect(refusal(madeDcc().replace('UTF-8', 'UTF-7'))).toEqual({ code: 'unknown-encoding', encoding: 'UTF-7' });
    expect(refusal(Buffer.concat([Buffer.from('<?xml version="1.0"?><a>'), Buffer.from([0xff, 0xfe]), Buffer.from('</a>')]))).toMatchObject({ code: 'not-xml' });
  });

  test('an entity that nobody declared, with its line', () => {
    expect(refusal(madeDcc({ resultName: 'Face &nbsp; left' }))).toMatchObject({ code: 'entity-refused', name: 'nbsp' });
    expect(refusal('<a>\n<b c="&x;"/></a>')).toEqual({ code: 'entity-refused', name: 'x', line: 2 });
  });

  test('depth, attributes, elements and size have an end', () => {
    expect(refusal(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)).toEqual({ code: 'too-deep', limit: 200, line: 1 });
    expect(refusal(`<a ${Array.from({ length: 5000 }, (_, index) => `a${String(index)}=""`).join(' ')}/>`)).toEqual({ code: 'too-many-attributes', limit: 64, line: 1 });
    expect(refusal(`<a>${'<b/>'.repeat(300_001)}</a>`)).toEqual({ code: 'too-many-elements', limit: 300_000 });
    expect(refusal(new Uint8Array(64 * 1024 * 1024 + 1))).toEqual({ code: 'too-large', bytes: 67_108_865, limit: 67_108_864 });
  });

  test('deep lists of a certificate are read or refused, never a crash', () => {
    expect(pointsOf(nested(150)).map(inShort)).toEqual(['measured 1 \\metre']);
    expect(refusal(nested(500))).toMatchObject({ code: 'too-deep' });
  });
});

describe('what is no certificate', () => {
  test.each([
    ['an empty file', '', { code: 'not-xml' }],
    ['words', 'Dear Sir or Madam,', { code: 'not-xml' }],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog>>', { code: 'not-xml' }],
    ['an element that is not closed', '<a>\n<b></a>', { code: 'not-xml', line: 2 }],
    ['an attribute said twice', '<a b="1" b="2"/>', { code: 'not-xml', line: 1 }],
    ['a prefix that nobody bound', '<x:a/>', { code: 'not-xml' }],
    ['a character that XML knows not', '<a>\n\n\u0001</a>', { code: 'not-xml', line: 3, column: 1 }],
    ['a reference to such a one', '<a>&#0;</a>', { code: 'not-xml', line: 1 }],
    ['two roots', '<a/><b/>', { code: 'not-xml' }],
    ['the end of a section in text', '<a>]]></a>', { code: 'not-xml' }],
    ['another document', '<invoice xmlns="urn:x"/>', { code: 'no-dcc', rootElement: 'invoice', namespace: 'urn:x' }],
  ])('%s', (_name, xml, expected) => {
    expect(refusal(xml)).toMatchObject(expected);
  });

  test.each(['1.0.0', '2.3.0', '3.4.0', '4.0.0', ''])('version “%s” is not one that can be read', (version) => {
    expect(refusal(madeDcc().replace('schemaVersion="3.3.0"', `schemaVersion="${version}"`))).toEqual({ code: 'unsupported-version', version });
  });

  test.each([['dcc', 'https://dfm.dk'], ['dcc', 'https://ptb.de/dcc/'], ['dcc', 'http://ptb.de/dcc']])('the prefix %s in %s is another dialect', (_prefix, namespace) => {
    expect(refusal(madeDcc().replace('xmlns:dcc="https://ptb.de/dcc"', `xmlns:dcc="${namespace}"`))).toEqual({ code: 'unsupported-dialect', namespace });
  });

  test.each([
    ['uniqueIdentifier', /<dcc:uniqueIdentifier>.*<\/dcc:uniqueIdentifier>/u], ['beginPerformanceDate', /<dcc:beginPerformanceDate>.*<\/dcc:beginPerformanceDate>/u], ['item', /<dcc:item .*<\/dcc:item>/u],
  ])('without %s it cannot be filed', (element, part) => {
    expect(refusal(madeDcc().replace(part, ''))).toMatchObject({ code: 'missing-required', element });
  });

  test('a day that is none is missing', () => {
    expect(refusal(madeDcc().replace('2026-03-01', '2026-02-31'))).toMatchObject({ code: 'missing-required', element: 'beginPerformanceDate' });
  });
});

const enclosing = (base64: string, name = '../../etc/passwd') => madeDcc({ document: `<dcc:fileName>${name}</dcc:fileName><dcc:mimeType>text/plain</dcc:mimeType><dcc:dataBase64>${base64}</dcc:dataBase64>` });
const inLines = (bytes: Buffer) => bytes.toString('base64').replaceAll(/.{76}/gu, '$&\n');

describe('enclosed files', () => {
  test.each([['small', 5], ['large enough to be set aside', 100_000], ['of a length with padding', 100_001]])('%s: size and bytes are the sender’s', (_name, length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 256));
    const xml = enclosing(inLines(bytes));
    expect(contentsOf(xml).embedded).toEqual([{ name: '../../etc/passwd', mediaType: 'text/plain', sizeBytes: length, isReadable: true }]);
    const content = embeddedContent(bytesOf(xml), 0);
    expect(content && Buffer.compare(Buffer.from(content.bytes), bytes)).toBe(0);
    expect(embeddedContent(bytesOf(xml), 1)).toBeNull();
  });

  test('in the data of 2.x too', () => {
    const xml = madeDcc({ version: '2.4.0', document: `<dcc:name><dcc:content>Scan</dcc:content></dcc:name><dcc:description><dcc:content>x</dcc:content></dcc:description><dcc:fileName>a.txt</dcc:fileName><dcc:mimeType>text/plain</dcc:mimeType><dcc:data>aGVsbG8=</dcc:data>` });
    expect(new TextDecoder().decode(embeddedContent(bytesOf(xml), 0)?.bytes)).toBe('hello');
  });

  test('what is not base64 is named, and not taken for bytes', () => {
    const contents = contentsOf(enclosing('this is no base64!', 'letter.txt'));
    expect(contents.embedded).toEqual([{ name: 'letter.txt', mediaType: 'text/plain', sizeBytes: 0, isReadable: false }]);
    expect(contents.findings.map(({ code, subject }) => [code, subject])).toEqual([['invalid-base64', 'letter.txt']]);
    expect(embeddedContent(bytesOf(enclosing('this is no base64!')), 0)).toBeNull();
  });

  test('what is unwell after one is told with the file’s own line', () => {
    const xml = enclosing('QUJD\n'.repeat(5000)).replace('</dcc:document>', '</dcc:document><dcc:comment></dcc:coment>');
    const line = xml.slice(0, xml.indexOf('</dcc:coment>')).split('\n').length;
    expect(refusal(xml)).toMatchObject({ code: 'not-xml', line });
  });
});

test('ten thousand points in lists take less than a blink each', () => {
  const values = Array.from({ length: 10_000 }, (_, index) => `${String(index)}.5`).join(' ');
  const xml = madeDcc({ data: `<dcc:list>${quantity('basic_referenceValue', 'Block', realList(values, '\\metre'))}${quantity('basic_measuredValue', 'Reading', realList(values, '\\metre'))}</dcc:list>` });
  const points = pointsOf(xml);
  expect(points).toHaveLength(10_000);
  expect(points[9999] && inShort(points[9999])).toBe('reference 9999.5 \\metre, measured 9999.5 \\metre');
});
