import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { openTestHost, storeOf } from '../support.ts';
import { commitOf, dryRunOf, inspectText } from './support.ts';

const header = 'Client Code;Client;Order No;Line No;Product;Quantity;Promised Date';
const file = [
  header,
  '007;"=HYPERLINK(""http://example.com"")";PO-1;1;Caliper;5;2024-03-01',
  '008;@Beta;PO-2;1;"Gauge; large";five;31.02.2024',
  "009;'+Gamma;;1;Caliper;5;2024-03-01",
  '010;Delta;PO-4;1;Caliper;5;2024-03-01',
].join('\n');

describe('the rejected rows as a table to correct', () => {
  it.each([
    ['en', ['Row in the file', 'Column', 'What is wrong', 'What to do'], /2024 has 29 days/u],
    ['fa', ['ردیف در پرونده', 'ستون', 'چه چیزی نادرست است', 'چه باید کرد'], /29/u],
  ] as const)('says in %s what is wrong and what to do, in front of the row as it was', async (language, ours, february) => {
    const host = openTestHost();
    const inspection = await inspectText(host, file, 'deliveries 2024.csv');
    const { csv, fileName, rowsLeftOut } = await host.call.imports.problemsCsv({ uploadId: inspection.uploadId, template: inspection.template, language });
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(fileName).toContain('deliveries 2024');
    expect(rowsLeftOut).toBe(0);
    const [head, ...rows] = parse(csv, { delimiter: ';', bom: true });
    expect(head).toEqual([...ours, ...header.split(';')]);
    expect(rows.map((row) => row[0])).toEqual(['3', '4']);
    const [, columns, problem, remedy] = rows[0] ?? [];
    expect(columns).toBe('1) Quantity 2) Promised Date');
    expect(problem).toMatch(february);
    expect(problem).toContain('five');
    expect(remedy?.length).toBeGreaterThan(20);
    // Nothing runs as a formula, and nothing of ours that only a screen needs is in the way.
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(csv).not.toMatch(/[\u2066-\u2069]/u);
    expect(rows[0]?.slice(4)).toEqual(['008', "'@Beta", 'PO-2', '1', 'Gauge; large', 'five', '31.02.2024']);
  });

  it.each(['en', 'fa'] as const)('comes back corrected with the same template, names whole (%s)', async (language) => {
    const host = openTestHost();
    const inspection = await inspectText(host, file);
    const first = await commitOf(host, inspection, { saveTemplateAs: 'Deliveries' });
    expect(first).toMatchObject({ rowsRejected: 2, counts: { lines: { created: 2 } } });
    const { csv } = await host.call.imports.problemsCsv({ uploadId: inspection.uploadId, template: inspection.template, language });
    const corrected = csv.replace(';five;31.02.2024', ';5;29.02.2024').replace(';;1;Caliper', ';PO-3;1;Caliper');
    const again = await inspectText(host, corrected, 'corrected.csv');
    expect(again).toMatchObject({ templateOrigin: 'remembered', rowCount: 2, encoding: 'utf-8', delimiter: ';' });
    expect(again.columns.map(({ column }) => column.name)).toEqual(header.split(';'));
    expect(await dryRunOf(host, again)).toMatchObject({ problemTotal: 0, rowsAccepted: 2 });
    await commitOf(host, again);
    expect(storeOf(host).read.all('SELECT code, name FROM clients ORDER BY code')).toEqual([
      { code: '007', name: '=HYPERLINK("http://example.com")' },
      { code: '008', name: '@Beta' },
      { code: '009', name: '+Gamma' },
      { code: '010', name: 'Delta' },
    ]);
    expect(storeOf(host).read.all("SELECT first_promised_on FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.number = 'PO-2'")).toEqual([
      { first_promised_on: '2024-02-29' },
    ]);
  });
});
