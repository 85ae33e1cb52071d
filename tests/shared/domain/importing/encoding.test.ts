import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding, sampleRanges } from '#shared/domain/importing/index.ts';
import type { ByteSample, EncodingReading } from '#shared/domain/importing/index.ts';

const detect = (bytes: Uint8Array): EncodingReading =>
  detectEncoding(sampleRanges(bytes.length).map(({ offset, length }): ByteSample => ({ offset, bytes: bytes.subarray(offset, offset + length) })));

const persian = 'کد مشتری;نام;تاریخ تحویل\nم-۰۱;شرکت ابزار پارس گچساران;۱۴۰۳/۰۷/۱۷\nم-۰۲;پخش ژرف‌کاو;۱۴۰۳/۰۸/۰۱\n';
const western = 'Kunde;Straße;Größe\nMüller & Söhne;Königsallee 1;größer\nCafé Orléans;Île-de-la-Cité;très élevé\n';

describe('detectEncoding', () => {
  it.each([
    ['utf-8', persian, {}, { encoding: 'utf-8', bomLength: 0, certainty: 'proved' }],
    ['utf-8', persian, { addBOM: true }, { encoding: 'utf-8', bomLength: 3, certainty: 'declared' }],
    ['utf-16le', persian, { addBOM: true }, { encoding: 'utf-16le', bomLength: 2, certainty: 'declared' }],
    ['utf-16be', persian, { addBOM: true }, { encoding: 'utf-16be', bomLength: 2, certainty: 'declared' }],
    ['utf-16le', persian, {}, { encoding: 'utf-16le', bomLength: 0, certainty: 'proved' }],
    ['utf-16be', persian, {}, { encoding: 'utf-16be', bomLength: 0, certainty: 'proved' }],
    ['utf-16le', western, {}, { encoding: 'utf-16le', bomLength: 0, certainty: 'proved' }],
    ['windows-1256', persian.replaceAll(/[یۀ-۹]/gu, 'ي').replaceAll('‌', ' '), {}, { encoding: 'windows-1256', bomLength: 0, certainty: 'guessed' }],
    ['windows-1252', western, {}, { encoding: 'windows-1252', bomLength: 0, certainty: 'guessed' }],
    ['ascii', 'id,name\n1,Ann\n', {}, { encoding: 'utf-8', bomLength: 0, certainty: 'proved' }],
  ] as const)('tells %s (%#)', (encoding, text, options, expected) => {
    expect(detect(iconv.encode(text, encoding, options))).toEqual({ ok: true, ...expected });
  });

  it('finds the letters of a large file that has ASCII alone at its head', () => {
    const head = 'id,name\n'.repeat(100_000);
    const tail = 'شركت ابزار دقيق,تهران\n'.repeat(60_000);
    expect(detect(iconv.encode(head + tail, 'windows-1256'))).toMatchObject({ ok: true, encoding: 'windows-1256' });
    expect(detect(iconv.encode(head + tail, 'utf-8'))).toMatchObject({ ok: true, encoding: 'utf-8', certainty: 'proved' });
  });

  it('reads a UTF-8 file with one spoilt cell as UTF-8, not all of it as Windows-1252', () => {
    const bytes = Buffer.concat([Buffer.from(persian.repeat(20)), Buffer.from([0x63, 0xe9, 0x2c]), Buffer.from(persian.repeat(20))]);
    expect(detect(bytes)).toEqual({ ok: true, encoding: 'utf-8', bomLength: 0, certainty: 'guessed' });
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from([0xef, 0xbb, 0xbf])],
    ['excel-workbook', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0........[Content_Types].xml', 'latin1')],
    ['open-document', Buffer.from('PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'latin1')],
    ['archive', Buffer.from('PK\u0003\u0004..........................photo.jpg', 'latin1')],
    ['excel-legacy', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['pdf', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['database', Buffer.from('SQLite format 3\0')],
    ['web-page', Buffer.from('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ['xml', Buffer.from('\uFEFF<?xml version="1.0"?><Workbook>')],
    ['json', Buffer.from('[{"id": 1}]')],
    ['binary-noise', Buffer.from('id,name\n1,\0\0\0Ann\n')],
  ])('refuses a file that is no table: %s', (code, bytes) => {
    expect(detect(bytes)).toEqual({ ok: false, problem: { code, params: {} } });
  });

  it('refuses noise of any seed, whatever mark stands before it', () => {
    const marks = fc.constantFrom<readonly number[]>([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x7fff_ffff }), marks, (seed, mark) => {
        // Xorshift: 256 values each as likely, which is what a cipher or a compressor leaves behind.
        let state = seed;
        const noise = Array.from({ length: 8192 }, () => {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          return state & 0xff;
        });
        expect(detect(Uint8Array.from([...mark, ...noise]))).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('sampleRanges', () => {
  it('covers small files whole, and large ones at the head, the end and between, within them and at even offsets', () => {
    expect(sampleRanges(1000)).toEqual([{ offset: 0, length: 1000 }]);
    fc.assert(
      fc.property(fc.integer({ min: 600_000, max: 2 ** 31 }), (size) => {
        const ranges = sampleRanges(size);
        expect(ranges[0]?.offset).toBe(0);
        expect(ranges.every(({ offset, length }) => offset % 2 === 0 && offset + length <= size)).toBe(true);
        const last = ranges.at(-1);
        expect(size - (last === undefined ? 0 : last.offset + last.length)).toBeLessThan(2);
      }),
    );
  });
});
