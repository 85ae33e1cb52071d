import { beforeEach, describe, expect, test } from 'vitest';
import { embeddedContentAside, inspectDccAside } from '#electron/data-host/dcc/index.ts';
import { expandedUnc, madeDcc, quantity, real } from '#tests/fixtures/made-dcc.ts';
import { bytesOf, needsSamples, officialSchemas, onlyCertificate, sample } from './samples.ts';

/** The longest time in which nothing else could run here, while something is awaited. */
async function longestPauseOf<T>(work: Promise<T>): Promise<{ readonly result: T; readonly pauseMs: number }> {
  let last = performance.now();
  let pauseMs = 0;
  const beat = setInterval(() => {
    const now = performance.now();
    pauseMs = Math.max(pauseMs, now - last);
    last = now;
  }, 5);
  try {
    return { result: await work, pauseMs };
  } finally {
    clearInterval(beat);
  }
}

describe('in a thread of its own', () => {
  test('ten thousand points, each with elements of its own, while the host answers', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      `<dcc:list>${quantity('basic_referenceValue', 'Block', real(String(index), '\\metre'))}${quantity('basic_measuredValue', 'Reading', real(`${String(index)}.001`, '\\metre', expandedUnc('0.002')))}</dcc:list>`);
    const { result, pauseMs } = await longestPauseOf(inspectDccAside(bytesOf(madeDcc({ data: `<dcc:list>${rows.join('')}</dcc:list>` })), { languages: ['en'], schemas: [] }));
    const { reading, signature, validation } = result;
    if (!reading.ok) throw new Error(reading.code);
    const { points } = onlyCertificate(reading);
    expect(points).toHaveLength(10_000);
    expect([points[0], points[9999]].map((point) => [point?.reference?.value, point?.measured?.value])).toEqual([['0', '0.001'], ['9999', '9999.001']]);
    expect(signature.reason).toBe('no-signature');
    expect(validation).toBeNull();
    // What remains is taking the answer over; reading it here would be seconds.
    expect(pauseMs).toBeLessThan(1500);
  });

  test('an enclosed file of 50 MB of base64', async () => {
    const base64 = `${'QUJD'.repeat(19)}\n`.repeat(Math.floor((50 * 1024 * 1024) / 77));
    const xml = bytesOf(madeDcc({ document: `<dcc:fileName>scan.pdf</dcc:fileName><dcc:mimeType>application/pdf</dcc:mimeType><dcc:dataBase64>${base64}</dcc:dataBase64>` }));
    const { result, pauseMs } = await longestPauseOf(inspectDccAside(xml, { languages: ['en'], schemas: [] }));
    const sizeBytes = (base64.replaceAll('\n', '').length * 3) / 4;
    expect(result.reading.ok && result.reading.embedded).toEqual([{ name: 'scan.pdf', mediaType: 'application/pdf', sizeBytes, isReadable: true }]);
    expect(pauseMs).toBeLessThan(1500);
    const content = await embeddedContentAside(xml, 0);
    expect(content?.bytes.byteLength).toBe(sizeBytes);
    expect(new TextDecoder().decode(content?.bytes.subarray(0, 6))).toBe('ABCABC');
    expect(await embeddedContentAside(xml, 7)).toBeNull();
  });

  test('a hostile file is refused there as here', async () => {
    const { reading, signature } = await inspectDccAside(bytesOf('<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'), { languages: [], schemas: [] });
    expect(reading).toMatchObject({ ok: false, code: 'doctype-refused' });
    expect(signature).toMatchObject({ integrity: 'unknown', reason: 'not-readable' });
  });

  test('what goes wrong there is told here', async () => {
    // A task that cannot be cloned never reaches the thread.
    const notCloneable: string[] = [];
    Object.defineProperty(notCloneable, 'x', { enumerable: true, value: () => 0 });
    await expect(inspectDccAside(bytesOf('<a/>'), { languages: notCloneable, schemas: [] })).rejects.toThrow(/could not be cloned/u);
  });
});

describe('everything at once', () => {
  beforeEach(needsSamples);

  test('reading, signature and schema of a signed sample', async () => {
    const { reading, signature, validation } = await inspectDccAside(sample('dcc_gp_temperature_typical_v12_v3.2.0_signed.xml'), { languages: ['en'], schemas: officialSchemas() });
    expect(reading.ok && onlyCertificate(reading).points.length).toBe(5);
    expect(signature).toMatchObject({ integrity: 'true', trust: 'not-checked' });
    expect(validation).toEqual({ ok: true, schemaVersion: '3.2.1', isValid: true, findings: [] });
  });
});
