import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  builtInTemplates,
  compilePlan,
  createConsistencyChecker,
  createRowReader,
  guessKind,
  matchTemplate,
  scmsTemplate,
  templateFromGuess,
} from '#shared/domain/importing/index.ts';
import type { DeliveryRow, Template } from '#shared/domain/importing/index.ts';
import { mustReadTable } from './read-table.ts';

const path = fileURLToPath(new URL('../../../../../shared/data/scms_delivery_history.csv', import.meta.url));
const isThere = existsSync(path);

const readAll = (template: Template) => {
  const table = mustReadTable(readFileSync(path));
  const plan = compilePlan(template, table.columns, '2026-11-22');
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const reader = createRowReader(plan.plan, table.columns);
  const checker = createConsistencyChecker(plan.plan);
  const rows: DeliveryRow[] = [];
  const problems: unknown[] = [];
  const warnings = new Map<string, number>();
  for (const [index, record] of table.records.entries()) {
    const reading = reader.read(record, table.firstRow + index);
    if (reading.outcome === 'blank') continue;
    if (reading.outcome === 'refused' || reading.row.kind !== 'deliveries') {
      problems.push(reading);
      continue;
    }
    const beside = checker.check(reading.row);
    if (beside.outcome !== 'new') {
      problems.push(beside);
      continue;
    }
    rows.push(reading.row);
    for (const { code } of [...reading.warnings, ...beside.warnings]) warnings.set(code, (warnings.get(code) ?? 0) + 1);
  }
  return { table, rows, problems, warnings };
};

const distinct = (rows: readonly DeliveryRow[], of: (row: DeliveryRow) => string | null | undefined): number => new Set(rows.map(of)).size;

describe.skipIf(!isThere)(`SCMS delivery history${isThere ? '' : ' (skipped: ../shared/data/scms_delivery_history.csv is not here)'}`, () => {
  it('reads to the counts and the total of the file, to the cent, with the built-in template', () => {
    const { table, rows, problems, warnings } = readAll(scmsTemplate);
    expect(table.encoding).toBe('utf-8');
    expect(table.delimiter).toBe(',');
    expect(matchTemplate(table.columns, builtInTemplates)).toBe(scmsTemplate);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(10_324);
    expect(distinct(rows, (row) => row.client.code)).toBe(142);
    expect(distinct(rows, (row) => row.client.country?.code)).toBe(43);
    expect(rows.filter((row) => typeof row.client.country?.code !== 'string')).toEqual([]);
    expect(distinct(rows, (row) => row.order.number)).toBe(6233);
    expect(distinct(rows, (row) => row.shipment?.number)).toBe(7030);
    expect(distinct(rows, (row) => row.product.name)).toBe(184);
    expect(rows.reduce((total, row) => total + (row.line.value?.minor ?? Number.NaN), 0)).toBe(162_758_445_729);
    expect(new Set(rows.map((row) => row.line.value?.currency))).toEqual(new Set(['USD']));
    expect(Object.fromEntries(warnings)).toEqual({ 'incoterm-retired': 15 });
  });

  it('keeps retired rules and remarks as given, and takes a delivered line as delivered in full', () => {
    const { rows } = readAll(scmsTemplate);
    const rules = new Map<string, number>();
    for (const { shipment } of rows) {
      const label = `${shipment?.incoterm?.asGiven ?? ''} ${shipment?.incoterm?.status ?? ''} ${shipment?.incoterm?.code ?? '–'}`;
      rules.set(label, (rules.get(label) ?? 0) + 1);
    }
    expect(rules.get('DDU retired DDU')).toBe(15);
    expect(rules.get('N/A - From RDC not-stated –')).toBe(5404);
    expect(rules.get('EXW current EXW')).toBe(2778);
    expect(rows.every((row) => row.line.deliveredQuantity === row.line.quantity)).toBe(true);
    expect(rows[0]).toEqual({
      kind: 'deliveries',
      rowNumber: 2,
      client: {
        code: '100-CI-T01', name: '100-CI-T01', country: { code: 'CI', asGiven: "Côte d'Ivoire" },
        language: null, segment: null, email: null, phone: null, website: null,
      },
      order: { number: 'SCMS-4', orderedOn: null },
      line: {
        number: '1', quantity: 19, deliveredQuantity: 19, value: { minor: 55_100, currency: 'USD' },
        requestedOn: null, firstPromisedOn: '2006-06-02', deliveredOn: '2006-06-02',
      },
      product: { code: null, name: 'HIV, Reveal G3 Rapid HIV-1 Antibody Test, 30 Tests' },
      shipment: { number: 'ASN-8', mode: { code: 'air', asGiven: 'Air', status: 'known' }, incoterm: { code: 'EXW', asGiven: 'EXW', status: 'current' }, incotermPlace: null },
    });
  });

  it('allows the timeliness that the file is known for', () => {
    const { rows } = readAll(scmsTemplate);
    const lateDays = rows.map(({ line }) => (Date.parse(line.deliveredOn ?? '') - Date.parse(line.firstPromisedOn ?? '')) / 86_400_000);
    expect(lateDays.filter((late) => late <= 0)).toHaveLength(9138);
    expect(lateDays.filter((late) => late >= -2 && late <= 0)).toHaveLength(6497);
  });

  it('finds the same columns by guessing, asking only for the currency', () => {
    const table = mustReadTable(readFileSync(path));
    const guess = guessKind(table.profiles);
    expect(guess.kind).toBe('deliveries');
    expect(guess.columns).toEqual(scmsTemplate.columns);
    expect(guess.missing).toEqual([]);
    const guessed = templateFromGuess(guess, table.profiles, 'guess', 'Guess');
    expect(guessed.deliveredQuantity).toBe('as-ordered');
    const plan = compilePlan(guessed, table.columns, '2026-11-22');
    expect(plan).toMatchObject({ ok: false, problems: [{ code: 'field-missing', field: 'line.currency' }] });
    const { rows, problems } = readAll({ ...guessed, constants: { 'line.currency': 'USD' } });
    expect(problems).toEqual([]);
    expect(rows.reduce((total, row) => total + (row.line.value?.minor ?? Number.NaN), 0)).toBe(162_758_445_729);
  });

  it('sees what stands in its untidy columns', () => {
    const table = mustReadTable(readFileSync(path));
    const profileOf = (name: string) => table.profiles.find((profile) => profile.column.name === name);
    const sent = profileOf('PO Sent to Vendor Date');
    expect(sent?.day.rule.order).toBe('month-first');
    expect(sent?.day.certainty).toBe('proved');
    expect(sent?.day.readable).toBe(2348 + 1712 + 532);
    expect(sent?.proposedMissingWords).toEqual([
      { word: 'N/A - From RDC', count: 5404 },
      { word: 'Date Not Captured', count: 328 },
    ]);
    expect(profileOf('Weight (Kilograms)')?.proposedMissingWords[0]).toEqual({ word: 'Weight Captured Separately', count: 1507 });
    expect(profileOf('Country')?.countries).toBe(10_324);
  });
});
