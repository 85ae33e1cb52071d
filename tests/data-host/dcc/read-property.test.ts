import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDcc } from '#electron/data-host/dcc/index.ts';
import { expandedUnc, expandedUncList, list, madeDcc, quantity, real, realList } from '#tests/fixtures/made-dcc.ts';
import { contentsOf, onlyCertificate, pointsOf } from './samples.ts';

/** Numbers as D-SI lets them be written: with a sign, without digits on one side of the point, with an exponent, with zeros behind. */
const written = fc.oneof(
  fc.tuple(fc.constantFrom('', '-', '+'), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.stringMatching(/^(?:\.[0-9]{0,18})?$/u), fc.constantFrom('', 'e3', 'E-7', 'e+12'))
    .map(([sign, digits, fraction, exponent]) => `${sign}${String(digits)}${fraction}${exponent}`),
  fc.stringMatching(/^-?\.[0-9]{1,12}$/u),
);
const positive = fc.stringMatching(/^0\.[0-9]{0,6}[1-9]$/u);
const unit = fc.constantFrom('\\metre', '\\milli\\metre', '\\newton\\metre', '\\degreecelsius', '\\kelvin', '\\one');
const rows = fc.array(fc.record({ reference: written, measured: written, error: written, expanded: positive, factor: fc.constantFrom('2', '2.05', '3', '1.65') }), { minLength: 1, maxLength: 30 });

test('every number comes out as it was written, point by point, whatever way the file lists them', () => {
  fc.assert(fc.property(rows, unit, (points, measuredIn) => {
    const column = (name: 'reference' | 'measured' | 'error' | 'expanded' | 'factor') => points.map((point) => point[name]).join(' ');
    const asLists = madeDcc({ data: list(
      quantity('basic_referenceValue', 'Reference', realList(column('reference'), measuredIn)),
      quantity('basic_measuredValue', 'Reading', realList(column('measured'), measuredIn)),
      quantity('basic_measurementError', 'Error', realList(column('error'), measuredIn, expandedUncList(column('expanded'), column('factor')))),
    ) });
    const asRows = madeDcc({ data: `<dcc:list>${points.map((point) => list(
      quantity('basic_referenceValue', 'Reference', real(point.reference, measuredIn)),
      quantity('basic_measuredValue', 'Reading', real(point.measured, measuredIn)),
      quantity('basic_measurementError', 'Error', real(point.error, measuredIn, expandedUnc(point.expanded, point.factor))),
    )).join('')}</dcc:list>` });
    const expected = points.map((point) => ({
      reference: { value: point.reference, unit: measuredIn, uncertainty: null },
      measured: { value: point.measured, unit: measuredIn, uncertainty: null },
      error: { value: point.error, unit: measuredIn, uncertainty: { expanded: point.expanded, kind: 'absolute', coverageFactor: point.factor, coverageProbability: '0.95', distribution: null } },
    }));
    for (const xml of [asLists, asRows]) expect(pointsOf(xml).map(({ reference, measured, error }) => ({ reference, measured, error }))).toEqual(expected);
  }), { numRuns: 150 });
});

/** Text as people type it, in any script, with what XML must escape. */
const words = fc.string({ unit: fc.constantFrom('a', 'Z', '7', 'é', 'م', 'ی', '\u200C', '度', '😀', '&', '<', '>', '"', "'"), minLength: 1, maxLength: 30 });
const escaped = (content: string) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('names and serial numbers come out letter by letter, in UTF-8 and UTF-16', () => {
  fc.assert(fc.property(words, fc.stringMatching(/^[0-9A-Za-z/-]{1,20}$/u), (name, serial) => {
    const xml = madeDcc({ resultName: escaped(name) }).replace('0012-07', serial);
    const utf16 = Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    for (const file of [xml, utf16]) {
      const { document, points } = onlyCertificate(contentsOf(file));
      expect(document.item.serial).toBe(serial);
      expect(points[0]?.group).toBe(name);
    }
  }), { numRuns: 150 });
});

test('no damage to a certificate does more than refuse it', () => {
  const xml = Buffer.from(madeDcc({ conditions: '<dcc:influenceCondition><dcc:name><dcc:content>Room</dcc:content></dcc:name><dcc:data><dcc:text><dcc:content>quiet</dcc:content></dcc:text></dcc:data></dcc:influenceCondition>' }));
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(xml.length - 1), fc.nat(255), fc.nat(40)), { minLength: 1, maxLength: 4 }), (damages) => {
    const damaged = Buffer.from(xml);
    for (const [at, byte, length] of damages) damaged.fill(byte, at, Math.min(at + length, damaged.length));
    const reading = readDcc(damaged, { languages: ['en'] });
    expect(typeof reading.ok).toBe('boolean');
  }), { numRuns: 600 });
});
