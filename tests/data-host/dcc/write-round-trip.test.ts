import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '#shared/domain/calibration/types.ts';
import { readDcc } from '#electron/data-host/dcc/index.ts';
import { tidied } from '#electron/data-host/dcc/write/tidy.ts';
import { writeDcc } from '#electron/data-host/dcc/write/write-dcc.ts';
import { anyCertificate } from './any-certificate.ts';
import { hasOfficialSchemas, schemaErrors } from './official-schema.ts';
import { caliper, context, manyPoints } from './written.ts';

const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);

function readBack(xml: string, language = 'en'): Certificate {
  const reading = readDcc(bytes(xml), { languages: [language] });
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  const [only, another] = reading.certificates;
  if (!only || another) throw new Error('one certificate expected');
  return only.certificate;
}

describe('a certificate written as DCC and read back', () => {
  test('is the same, whatever it says and whatever language is asked for', () => {
    fc.assert(fc.property(anyCertificate, fc.constantFrom('en', 'fa', 'de'), (certificate, language) => {
      expect(readBack(writeDcc(certificate, context), language)).toEqual(certificate);
    }), { numRuns: 250 });
  });

  test('is the same with an identifier other than its number', () => {
    fc.assert(fc.property(anyCertificate, (certificate) => {
      const xml = writeDcc(certificate, { ...context, uniqueIdentifier: '0193f2a0-7c1e-7d50-9f00-1b2c3d4e5f60', replacedUniqueIdentifier: '0193f2a0-7c1e-7d50-9f00-000000000000' });
      const reading = readDcc(bytes(xml), { languages: ['en'] });
      expect(reading.ok && reading.uniqueIdentifier).toBe('0193f2a0-7c1e-7d50-9f00-1b2c3d4e5f60');
      expect(readBack(xml)).toEqual(certificate);
    }), { numRuns: 50 });
  });

  test('loses nothing but white space at the edges of its texts', () => {
    const padding = fc.constantFrom('', ' ', '\n', '\u00A0\t');
    fc.assert(fc.property(anyCertificate, padding, (certificate, around) => {
      const { document } = certificate;
      const padded: Certificate = {
        document: {
          ...document, number: `${around}${document.number}${around}`, title: document.title ?? around,
          item: { ...document.item, serial: document.item.serial ?? around }, statements: [...document.statements, around],
        },
        points: certificate.points.map((point) => ({ ...point, group: point.group ?? around, label: `${point.label ?? ''}${around}` })),
      };
      expect(readBack(writeDcc(padded, context))).toEqual(certificate);
      expect(tidied(padded)).toEqual(certificate);
    }), { numRuns: 100 });
  });

  test('with ten thousand points stays the same, in one table, within seconds', () => {
    const large = { ...caliper, points: manyPoints(10_000) };
    const started = performance.now();
    const xml = writeDcc(large, context);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(xml.split('<dcc:list').length - 1).toBe(1);
    expect(readBack(xml)).toEqual(large);
  });

  test('keeps its order where kinds of points alternate', () => {
    const [one, other] = [caliper.points[0], caliper.points.at(-1)];
    if (!one || !other) throw new Error('points expected');
    const alternating = { ...caliper, points: [one, other, { ...one, label: 'a' }, other, one] };
    expect(readBack(writeDcc(alternating, context))).toEqual(alternating);
  });

  test('has k and p in the notation of D-SI, with the same value and digits', () => {
    const [point] = caliper.points;
    if (!point?.error?.uncertainty) throw new Error('an uncertainty expected');
    const stating = (coverageFactor: string, coverageProbability: string) => readBack(writeDcc({
      ...caliper, points: [{ ...point, error: { ...point.error, value: '0.1', unit: 'mm', uncertainty: { expanded: '0.01', kind: 'absolute', coverageFactor, coverageProbability, distribution: null } } }],
    }, context)).points[0]?.error?.uncertainty;
    expect(stating('2.0e0', '.950')).toMatchObject({ coverageFactor: '2.0', coverageProbability: '0.950' });
    expect(stating('0.2E1', '+9.5e-1')).toMatchObject({ coverageFactor: '2', coverageProbability: '0.95' });
    expect(stating('02', '00.99')).toMatchObject({ coverageFactor: '2', coverageProbability: '0.99' });
    expect(stating('165e-2', '100e-2')).toMatchObject({ coverageFactor: '1.65', coverageProbability: '1.00' });
  });
});

describe.skipIf(!hasOfficialSchemas)('the official schema of DCC 3.3.0 (skipped where it does not lie beside the project)', () => {
  test('finds nothing wrong in a typical certificate', async () => {
    expect(await schemaErrors([writeDcc(caliper, context)])).toEqual([]);
  });

  test('finds nothing wrong in any of a hundred and fifty generated ones', async () => {
    const files = fc.sample(anyCertificate, { numRuns: 150, seed: 42 }).map((certificate) => writeDcc(certificate, context));
    expect(await schemaErrors(files)).toEqual([]);
  });

  test('finds nothing wrong in ten thousand points', async () => {
    expect(await schemaErrors([writeDcc({ ...caliper, points: manyPoints(10_000) }, context)])).toEqual([]);
  });

  test('does find what is wrong', async () => {
    const broken = writeDcc(caliper, context).replace('<dcc:mainSigner>true', '<dcc:mainSigner>perhaps');
    expect(await schemaErrors([broken])).toEqual([expect.stringContaining("'perhaps' is not a valid value")]);
  });
});
