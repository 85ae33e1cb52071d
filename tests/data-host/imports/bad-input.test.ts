import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { maximumFileBytes } from '#shared/contract/imports.ts';
import type { DryRun } from '#shared/contract/imports.ts';
import { openTestHost, storeOf } from '../support.ts';
import { commitOf, dryRunOf, fileOf, inspectText } from './support.ts';

const header = 'Client Code,Country,Order No,Line No,Product,Quantity,Value (USD),Promised Date,Delivered Date';
const row = (number: number, changes: Readonly<Record<number, string>> = {}): string =>
  ['C-007', 'Germany', `PO-${number}`, `${number}`, 'Caliper', '5', '120.50', '2024-03-01', '2024-03-02'].map((cell, index) => changes[index] ?? cell).join(',');

const refusal = async (file: File): Promise<unknown> => {
  const host = openTestHost();
  try {
    await host.call.imports.inspect({ file });
  } catch (error) {
    if (error instanceof ORPCError) return { code: String(error.code), data: error.data as unknown };
    throw error;
  }
  return 'taken in';
};

const refused = (code: string, params: unknown = {}) => ({ code: 'FILE_REFUSED', data: { code, params } });

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array([...values, ...Array.from({ length: 200 }, (_, index) => (index * 37) % 251)]);

const found = (dry: DryRun): readonly unknown[] => dry.problems.map(({ rowNumber, column, code }) => [rowNumber, column, code]);

/** A generator of noise that is the same at every run (xorshift32). */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const made = new Uint32Array(Math.ceil(length / 4));
  let state = 0x9e3779b9;
  for (let index = 0; index < made.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    made[index] = state >>> 0;
  }
  return new Uint8Array(made.buffer, 0, length);
}

describe('files that are no table', () => {
  it.each([
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...Buffer.from('\u0014\0\0\0\u0008\0[Content_Types].xml xl/workbook.xml')]), 'excel-workbook'],
    ['an archive', new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...Buffer.from('\u0014\0\0\0\u0008\0photos/one.jpg')]), 'archive'],
    ['a PDF', new Uint8Array(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')), 'pdf'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'excel-legacy'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', new Uint8Array(Buffer.from('\n\n  \n')), 'empty'],
    ['a header alone', new Uint8Array(Buffer.from(`${header}\n`)), 'no-rows'],
    ['noise', noise(300_000), 'binary-noise'],
  ])('refuses %s and says what it is', async (_, content, code) => {
    expect(await refusal(fileOf(content, 'table.csv'))).toEqual(refused(code));
  });

  it('refuses 200 MB of noise by its size, without reading it', async () => {
    const block = noise(1024 * 1024);
    const huge = new File(Array.from({ length: 200 }, () => block), 'noise.csv');
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    expect(await refusal(huge)).toEqual(refused('too-large', { size: 200, limit: maximumFileBytes / 1024 / 1024 }));
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('refuses noise just below the largest size from samples, keeping none of it', async () => {
    const block = noise(1024 * 1024);
    const huge = new File(Array.from({ length: 127 }, () => block), 'noise.csv');
    const begun = performance.now();
    expect(await refusal(huge)).toEqual(refused('binary-noise'));
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('names row and column of a quote that is never closed', async () => {
    expect(await refusal(fileOf(`${header}\n${row(1)}\n${row(2, { 4: '"Caliper' })}\n${row(3)}\n`))).toEqual(refused('quote-not-closed', { row: 3, column: 'E' }));
  });
});

const dry = async (content: string): Promise<DryRun> => {
  const host = openTestHost();
  return dryRunOf(host, await inspectText(host, content));
};

describe('tables with bad cells', () => {
  it('names row, column and value of a day that does not exist, and takes the rest', async () => {
    const result = await dry([header, row(1), row(2, { 7: '2024-02-31' }), row(3)].join('\n'));
    expect(found(result)).toEqual([[3, 'Promised Date', 'day-impossible']]);
    expect(result.problems[0]).toMatchObject({ value: '2024-02-31', params: { length: 29, month: 2 } });
    expect(result).toMatchObject({ rowsRead: 3, rowsAccepted: 2, rowsRejected: 1 });
  });

  it('counts blank lines as a spreadsheet does', async () => {
    const result = await dry(['', header, '', row(1), '', row(2, { 5: 'many' })].join('\r\n'));
    expect(found(result)).toEqual([[6, 'Quantity', 'number-unreadable']]);
    expect(result.rowsRead).toBe(2);
  });

  it('refuses each row of a column of emoji where days are due', async () => {
    const host = openTestHost();
    const inspection = await inspectText(host, [header, ...Array.from({ length: 30 }, (_, index) => row(index, { 7: '🚚📦' }))].join('\n'));
    const template = { ...inspection.template, columns: { ...inspection.template.columns, 'line.firstPromisedOn': 'Promised Date' } };
    const result = await dryRunOf(host, inspection, template);
    expect(result).toMatchObject({ rowsRejected: 30, rowsAccepted: 0 });
    expect(found(result)[0]).toEqual([2, 'Promised Date', 'day-unreadable']);
  });

  it('names row and column of a million-character cell, and shows its beginning only', async () => {
    const result = await dry([header, row(1), row(2, { 4: `"${'x'.repeat(1_000_000)}"` }), row(3)].join('\n'));
    expect(found(result)).toEqual([[3, 'Product', 'cell-too-long']]);
    expect(result.problems[0]?.value.length).toBeLessThan(100);
    expect(result.rowsAccepted).toBe(2);
  });

  it('reads Jalali days, in Persian digits too', async () => {
    const host = openTestHost();
    const inspection = await inspectText(host, [header, row(1, { 7: '1403/07/17', 8: '۱۴۰۳/۰۷/۱۹' })].join('\n'));
    await commitOf(host, inspection);
    expect(storeOf(host).read.all('SELECT l.first_promised_on, d.delivered_on FROM order_lines l JOIN line_deliveries d ON d.order_line_id = l.id')).toEqual([
      { first_promised_on: '2024-10-08', delivered_on: '2024-10-10' },
    ]);
  });

  it('tells rows that are too long, and needs nothing of short ones but what is required', async () => {
    const short = 'C-007,Germany,PO-5,5,Caliper,5';
    const result = await dry([header, `${row(1)},surplus`, short, 'C-007,Germany,PO-6', row(4)].join('\n'));
    expect(found(result)).toEqual([
      [2, null, 'row-too-long'],
      [4, 'Line No', 'required-blank'],
      [4, 'Quantity', 'required-blank'],
      [4, 'Product', 'required-blank'],
    ]);
    expect(result.rowsAccepted).toBe(2);
  });

  it('gives columns of one name names of their own', async () => {
    const host = openTestHost();
    const inspection = await inspectText(host, 'Client,Email,Email,\nAcme,a@example.com,b@example.com,x\n');
    expect(inspection.columns.map(({ column }) => column.name)).toEqual(['Client', 'Email', 'Email (2)']);
  });

  const persian = 'نام شرکت;کشور;تلفن\r\nشرکت ابزار پارس;ایران;021-00112233\nپیچ و گچ;آلمان;0049\n';
  const windows1256 = new Map<string, number>(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(new Uint8Array([byte])), byte] as const),
  );

  it.each([
    ['Windows-1256', new Uint8Array(Array.from(persian.replaceAll('ی', 'ي'), (letter) => windows1256.get(letter) ?? 0x3f)), 'windows-1256'],
    ['UTF-8 with a mark', new Uint8Array(Buffer.from(`\uFEFF${persian}`)), 'utf-8'],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\uFEFF${persian}`, 'utf16le')), 'utf-16le'],
    ['UTF-16 big-endian', new Uint8Array(Buffer.from(`\uFEFF${persian}`, 'utf16le').swap16()), 'utf-16be'],
  ])('reads Persian in %s, with mixed line ends and leading zeros kept', async (_, content, encoding) => {
    const host = openTestHost();
    const inspection = await inspectText(host, content);
    expect(inspection).toMatchObject({ encoding, delimiter: ';', rowCount: 2, template: { kind: 'clients' } });
    await commitOf(host, inspection);
    const read = storeOf(host).read.all<{ name: string; country_code: string; handle: string }>(
      "SELECT c.name, c.country_code, h.handle FROM clients c JOIN client_channels h ON h.client_id = c.id AND h.kind = 'phone' ORDER BY c.source_row",
    );
    expect(read.map(({ name, country_code, handle }) => [name.replaceAll('ي', 'ی'), country_code, handle])).toEqual([
      ['شرکت ابزار پارس', 'IR', '021-00112233'],
      ['پیچ و گچ', 'DE', '0049'],
    ]);
  });

  it('says which field of a template does not hold, and takes no template that is none', async () => {
    const host = openTestHost();
    const { uploadId, template } = await inspectText(host, [header, row(1)].join('\n'));
    const { 'order.number': _, ...columns } = template.columns;
    const failing = async (given: typeof template): Promise<unknown> => dryRunOf(host, { ...(await inspectText(host, [header, row(1)].join('\n'))), template: given });
    await expect(failing({ ...template, columns })).rejects.toMatchObject({ code: 'INVALID', data: { issues: [{ field: 'order.number', code: 'field-missing' }] } });
    await expect(failing({ ...template, deliveredQuantity: 'column', columns: { 'client.name': 'x'.repeat(501) } })).rejects.toMatchObject({ code: 'INVALID', data: { issues: [{ field: 'template' }] } });
    await host.call.imports.discard({ uploadId });
    await expect(dryRunOf(host, { ...(await inspectText(host, [header, row(1)].join('\n'))), uploadId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
