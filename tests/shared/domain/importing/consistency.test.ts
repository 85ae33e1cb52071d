import { describe, expect, it } from 'vitest';
import { createConsistencyChecker, plainDayRule, plainNumberRule } from '#shared/domain/importing/index.ts';
import type { ConsistencyReading, DeliveryRow, FieldKey, ImportPlan, ImportRow } from '#shared/domain/importing/index.ts';

const planWith = (fields: readonly FieldKey[], deliveredQuantity: ImportPlan['deliveredQuantity'] = 'as-ordered'): ImportPlan => ({
  kind: 'deliveries',
  fields: fields.map((field, index) => ({
    field, type: 'text', source: { from: 'column', index, column: `Column ${field}` }, dayRule: plainDayRule, numberRule: plainNumberRule, missingWords: [],
  })),
  deliveredQuantity,
  importedOn: '2026-11-22',
});

interface Changes {
  readonly client?: string;
  readonly clientName?: string;
  readonly country?: string;
  readonly order?: string;
  readonly orderedOn?: string;
  readonly line?: string;
  readonly product?: string;
  readonly quantity?: number;
  readonly delivered?: number;
  readonly deliveredOn?: string;
  readonly shipment?: string;
}

const row = (rowNumber: number, change: Changes = {}): DeliveryRow => ({
  kind: 'deliveries',
  rowNumber,
  client: {
    code: change.client ?? 'C1', name: change.clientName ?? 'Acme', country: { code: change.country ?? 'DE', asGiven: change.country ?? 'DE' },
    language: null, segment: null, email: null, phone: null, website: null,
  },
  order: { number: change.order ?? 'O1', orderedOn: change.orderedOn ?? '2024-01-01' },
  line: {
    number: change.line ?? '1', quantity: change.quantity ?? 10, deliveredQuantity: change.delivered ?? 10, value: { minor: 100, currency: 'USD' },
    requestedOn: null, firstPromisedOn: '2024-03-01', deliveredOn: change.deliveredOn ?? '2024-03-01',
  },
  product: { code: 'P1', name: change.product ?? 'Gauge' },
  shipment: { number: change.shipment ?? 'S1', mode: null, incoterm: null, incotermPlace: null },
});

const checkAll = (rows: readonly ImportRow[], plan = planWith(['order.number', 'line.number', 'line.deliveredOn'])): readonly ConsistencyReading[] => {
  const checker = createConsistencyChecker(plan);
  return rows.map((one) => checker.check(one));
};

describe('rows beside each other', () => {
  it('agree in an ordinary file', () => {
    expect(checkAll([row(2), row(3, { line: '2' }), row(4, { order: 'O2', shipment: 'S2', deliveredOn: '2024-04-01' })])).toEqual([
      { outcome: 'new', warnings: [] },
      { outcome: 'new', warnings: [] },
      { outcome: 'new', warnings: [] },
    ]);
  });

  it('that say the same word for word are counted once', () => {
    expect(checkAll([row(2), row(3, { line: '2' }), row(4), row(5)]).slice(2)).toEqual([
      { outcome: 'duplicate', ofRow: 2 },
      { outcome: 'duplicate', ofRow: 2 },
    ]);
  });

  it('that tell one line differently are a conflict, naming both', () => {
    expect(checkAll([row(2), row(9, { quantity: 11 })])[1]).toEqual({
      outcome: 'conflict',
      problems: [{ rowNumber: 9, column: 'Column line.number', field: 'line.number', code: 'line-conflict', value: '1', params: { otherRow: 2 } }],
    });
  });

  it('that give one order to two clients are a conflict', () => {
    expect(checkAll([row(2), row(9, { client: 'C2', line: '2' })])[1]).toMatchObject({
      outcome: 'conflict',
      problems: [{ rowNumber: 9, column: 'Column order.number', code: 'order-of-two-clients', value: 'O1', params: { otherRow: 2 } }],
    });
  });

  it('do not let a refused row speak for its client, order or shipment', () => {
    const [, refused, next] = checkAll([row(2), row(3, { client: 'C2', line: '2', shipment: 'S9', deliveredOn: '2020-01-01' }), row(4, { line: '2', shipment: 'S9' })]);
    expect(refused?.outcome).toBe('conflict');
    expect(next).toEqual({ outcome: 'new', warnings: [] });
  });

  it('are parts of one line where delivered quantities tell them apart', () => {
    const plan = planWith(['line.number', 'line.deliveredQuantity'], 'column');
    const parts = [row(2, { delivered: 4 }), row(3, { delivered: 6, deliveredOn: '2024-04-01', shipment: 'S2' })];
    expect(checkAll([...parts, row(4, { delivered: 6, deliveredOn: '2024-04-01', shipment: 'S2' }), row(5, { delivered: 1, quantity: 99 })], plan)).toEqual([
      { outcome: 'new', warnings: [] },
      { outcome: 'part', ofRow: 2, warnings: [] },
      { outcome: 'duplicate', ofRow: 3 },
      { outcome: 'conflict', problems: [expect.objectContaining({ code: 'line-conflict', params: { otherRow: 2 } })] },
    ]);
    expect(checkAll(parts)[1]?.outcome).toBe('conflict');
  });

  it.each<[string, Changes, string, FieldKey]>([
    ['a shipment delivered on two days', { deliveredOn: '2024-03-05' }, 'shipment-told-differently', 'line.deliveredOn'],
    ['a shipment of two clients', { client: 'C2', order: 'O2' }, 'shipment-of-two-clients', 'shipment.number'],
    ['an order with two dates', { orderedOn: '2024-01-09' }, 'order-told-differently', 'order.orderedOn'],
    ['a client of two countries', { country: 'FR' }, 'client-told-differently', 'client.country'],
    ['a client of two names', { clientName: 'Acme Ltd' }, 'client-told-differently', 'client.name'],
    ['a product of two names', { product: 'Gage' }, 'product-told-differently', 'product.name'],
  ])('warn of %s, naming both rows', (_, change, code, field) => {
    const reading = checkAll([row(2), row(9, { line: '2', ...change })])[1];
    expect(reading).toMatchObject({ outcome: 'new', warnings: [{ rowNumber: 9, code, field, params: { otherRow: 2 } }] });
    expect(reading?.outcome === 'new' && reading.warnings).toHaveLength(1);
  });

  it('count the same person once and warn of a company told differently', () => {
    const { client } = row(1);
    const contact = { name: 'Ann', role: null, email: null, phone: null, language: null };
    const rows: readonly ImportRow[] = [
      { kind: 'contacts', rowNumber: 2, client, contact },
      { kind: 'contacts', rowNumber: 3, client, contact: { ...contact, name: 'Bob' } },
      { kind: 'contacts', rowNumber: 4, client, contact },
      { kind: 'contacts', rowNumber: 5, client: { ...client, name: 'Other' }, contact },
    ];
    expect(checkAll(rows)).toMatchObject([
      { outcome: 'new', warnings: [] },
      { outcome: 'new', warnings: [] },
      { outcome: 'duplicate', ofRow: 2 },
      { outcome: 'new', warnings: [{ code: 'client-told-differently', params: { otherRow: 2, other: 'Acme' } }] },
    ]);
  });
});
