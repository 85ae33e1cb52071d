import { describe, expect, it } from 'vitest';
import { compilePlan, createRowReader, headerFingerprint, plainDayRule, readHeader } from '#shared/domain/importing/index.ts';
import type { FieldKey, RowReading, Template } from '#shared/domain/importing/index.ts';

const headers = ['Client', 'Country', 'Order', 'Ordered', 'Line', 'Code', 'Product', 'Qty', 'Value', 'Cur', 'Promised', 'Delivered', 'Shipment', 'Mode', 'Rule'] as const;
type Header = (typeof headers)[number];

const template: Template = {
  id: 't', name: 'T', kind: 'deliveries', headerFingerprint: headerFingerprint(headers.map((name) => ({ name }))),
  columns: {
    'client.code': 'Client', 'client.country': 'Country', 'order.number': 'Order', 'order.orderedOn': 'Ordered', 'line.number': 'Line',
    'product.code': 'Code', 'product.name': 'Product', 'line.quantity': 'Qty', 'line.valueAmount': 'Value', 'line.currency': 'Cur',
    'line.firstPromisedOn': 'Promised', 'line.deliveredOn': 'Delivered', 'shipment.number': 'Shipment', 'shipment.mode': 'Mode', 'shipment.incoterm': 'Rule',
  },
  dayRules: {}, numberRules: {}, missingWords: { Delivered: ['Not yet'] }, constants: {}, deliveredQuantity: 'as-ordered',
};

const good: Readonly<Record<Header, string>> = {
  Client: '00042', Country: 'Germany', Order: 'PO-007', Ordered: '2024-01-05', Line: '010', Code: '0815', Product: 'Caliper 150 mm', Qty: '12', Value: '1,250.50', Cur: 'EUR',
  Promised: '15/03/2024', Delivered: '13/03/2024', Shipment: '000123', Mode: 'Air', Rule: 'FCA Tehran',
};

const read = (change: Readonly<Partial<Record<Header, string>>>, settings: Partial<Template> = {}, extra: readonly string[] = []): RowReading => {
  const header = readHeader(headers);
  if (!header.ok) throw new Error(header.problem.code);
  const plan = compilePlan({ ...template, ...settings }, header.columns, '2026-11-22');
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return createRowReader(plan.plan, header.columns).read([...headers.map((name) => change[name] ?? good[name]), ...extra], 7);
};

const problem = (column: Header | null, field: FieldKey | null, code: string, value: string, params: Record<string, unknown> = {}) => ({
  outcome: 'refused',
  problems: [{ rowNumber: 7, column, field, code, value, params }],
});

describe('a row of deliveries', () => {
  it('is read whole, codes with their leading zeros', () => {
    expect(read({})).toEqual({
      outcome: 'read',
      warnings: [],
      row: {
        kind: 'deliveries',
        rowNumber: 7,
        client: { code: '00042', name: null, country: { code: 'DE', asGiven: 'Germany' }, language: null, segment: null, email: null, phone: null, website: null },
        order: { number: 'PO-007', orderedOn: '2024-01-05' },
        line: { number: '010', quantity: 12, deliveredQuantity: 12, value: { minor: 125_050, currency: 'EUR' }, requestedOn: null, firstPromisedOn: '2024-03-15', deliveredOn: '2024-03-13' },
        product: { code: '0815', name: 'Caliper 150 mm' },
        shipment: {
          number: '000123', mode: { code: 'air', asGiven: 'Air', status: 'known' },
          incoterm: { code: 'FCA', asGiven: 'FCA Tehran', status: 'current' }, incotermPlace: 'Tehran',
        },
      },
    });
  });

  it.each<[string, Partial<Record<Header, string>>, ReturnType<typeof problem>]>([
    ['31 February', { Delivered: '31/02/2024' }, problem('Delivered', 'line.deliveredOn', 'day-impossible', '31/02/2024', { reason: 'day', month: 2, year: '2024', length: 29, calendar: 'gregorian' })],
    ['30 Esfand of a common year', { Delivered: '۱۴۰۲/۱۲/۳۰' }, problem('Delivered', 'line.deliveredOn', 'day-impossible', '۱۴۰۲/۱۲/۳۰', { reason: 'day', month: 12, year: '1402', length: 29, calendar: 'jalali' })],
    ['a day against the order of its column', { Delivered: '03/15/2024' }, problem('Delivered', 'line.deliveredOn', 'day-against-order', '03/15/2024', { first: 'day', other: '2024-03-15' })],
    ['words for a day', { Delivered: 'Date Not Captured' }, problem('Delivered', 'line.deliveredOn', 'day-unreadable', 'Date Not Captured')],
    ['an emoji for a code', { Order: '😀' }, problem('Order', 'order.number', 'code-without-letters', '😀')],
    ['an emoji for a day', { Promised: '📅' }, problem('Promised', 'line.firstPromisedOn', 'day-unreadable', '📅')],
    ['an emoji for a number', { Qty: '🔧' }, problem('Qty', 'line.quantity', 'number-unreadable', '🔧')],
    ['an emoji for a country', { Country: '😀' }, problem('Country', 'client.country', 'code-without-letters', '😀')],
    ['words for an amount', { Value: 'Weight Captured Separately' }, problem('Value', 'line.valueAmount', 'number-unreadable', 'Weight Captured Separately')],
    ['a negative quantity', { Qty: '-3' }, problem('Qty', 'line.quantity', 'quantity-negative', '-3')],
    ['a blank order', { Order: ' ' }, problem('Order', 'order.number', 'required-blank', '')],
    ['a blank client', { Client: '' }, problem('Client', 'client.code', 'required-blank', '')],
    ['no product', { Code: '', Product: '' }, problem('Product', 'product.name', 'required-blank', '')],
    ['an amount without a currency', { Cur: '' }, problem('Cur', 'line.currency', 'currency-missing', '')],
    ['an unknown currency', { Cur: 'Toman' }, problem('Cur', 'line.currency', 'currency-unreadable', 'Toman')],
    ['two currencies', { Value: 'USD 5' }, problem('Value', 'line.valueAmount', 'currency-conflict', '', { one: 'USD', other: 'EUR' })],
    ['a spoilt cell', { Product: 'Caf\uFFFD' }, problem('Product', 'product.name', 'undecodable', 'Caf\uFFFD')],
  ])('with %s is refused, naming row, column and value', (_, change, expected) => {
    const reading = read(change);
    expect(reading).toMatchObject(expected);
    expect(reading.outcome === 'refused' && reading.problems).toHaveLength(1);
  });

  it('with a million-character cell is refused, naming the column even where it is not mapped', () => {
    const expected = { code: 'cell-too-long', rowNumber: 7, params: { length: 1_000_000, limit: 32_767 } };
    const reading = read({ Product: 'x'.repeat(1_000_000) });
    expect(reading).toMatchObject({ outcome: 'refused', problems: [{ ...expected, column: 'Product' }] });
    expect(JSON.stringify(reading).length).toBeLessThan(1000);
    const { 'client.country': _, ...columns } = template.columns;
    expect(read({ Country: 'x'.repeat(1_000_000) }, { columns })).toMatchObject({ outcome: 'refused', problems: [{ ...expected, column: 'Country' }] });
  });

  it('with more cells than headers is refused as shifted, but not for empty ones', () => {
    expect(read({}, {}, ['', ' '])).toMatchObject({ outcome: 'read' });
    expect(read({}, {}, ['', 'rest'])).toEqual({ outcome: 'refused', warnings: [], problems: [{ rowNumber: 7, column: null, field: null, code: 'row-too-long', value: 'rest', params: { count: 17, expected: 15 } }] });
  });

  it('tells every problem of the row, each once', () => {
    const reading = read({ Order: '', Qty: 'ten', Delivered: '31/04/2024' });
    expect(reading.outcome === 'refused' && reading.problems.map(({ code, column }) => `${code} ${column}`)).toEqual(['required-blank Order', 'number-unreadable Qty', 'day-impossible Delivered']);
    const shared = read({ Client: '😀' }, { columns: { ...template.columns, 'line.number': 'Client' } });
    expect(shared.outcome === 'refused' && shared.problems.map(({ code, column }) => `${code} ${column}`)).toEqual(['code-without-letters Client']);
  });

  it('of blanks alone is passed over', () => {
    const blank = Object.fromEntries(headers.map((name) => [name, ' ']));
    expect(read(blank)).toEqual({ outcome: 'blank' });
  });

  it('takes declared words as no value, whatever their case', () => {
    const reading = read({ Delivered: 'NOT YET' });
    expect(reading).toMatchObject({ outcome: 'read', row: { line: { deliveredOn: null, deliveredQuantity: null } } });
  });

  it('mixes the forms and calendars of a column', () => {
    for (const delivered of ['2024-10-08', '1403/07/17', '۱۷ مهر ۱۴۰۳', '08-Oct-24', '8/10/24', '45573']) {
      expect(read({ Delivered: delivered }, { dayRules: { Delivered: { ...plainDayRule, serials: true } } })).toMatchObject({ outcome: 'read', row: { line: { deliveredOn: '2024-10-08' } } });
    }
  });

  it('gives back what an error file marked as text', () => {
    expect(read({ Product: "'=Gauge", Client: "'+42" })).toMatchObject({ outcome: 'read', row: { product: { name: '=Gauge' }, client: { code: '+42' } } });
  });

  it('keeps emoji in names', () => {
    expect(read({ Product: 'Gauge 🔧' })).toMatchObject({ outcome: 'read', warnings: [], row: { product: { name: 'Gauge 🔧' } } });
  });

  it.each<[Partial<Record<Header, string>>, string, string]>([
    [{ Country: 'Atlantis' }, 'country-unknown', 'Atlantis'],
    [{ Rule: 'DDU' }, 'incoterm-retired', 'DDU'],
    [{ Rule: 'C&F' }, 'incoterm-unknown', 'C&F'],
    [{ Mode: 'Camel' }, 'mode-unknown', 'Camel'],
    [{ Value: '1.005' }, 'amount-rounded', '1.005'],
    [{ Value: '(5)' }, 'amount-negative', '-5'],
    [{ Delivered: '2026-11-23' }, 'day-in-future', '2026-11-23'],
    [{ Delivered: '2024-01-04' }, 'delivered-before-ordered', '2024-01-04'],
    [{ Promised: '2024-01-04' }, 'promised-before-ordered', '2024-01-04'],
    [{ Code: '1.23457E+11' }, 'code-cut-by-spreadsheet', '1.23457E+11'],
  ])('%j is taken in with a warning: %s', (change, code, value) => {
    const reading = read(change);
    expect(reading.outcome).toBe('read');
    expect(reading.outcome === 'read' && reading.warnings.map((warning) => [warning.rowNumber, warning.code, warning.value])).toEqual([[7, code, value]]);
  });

  it('knows a currency from the sign where nothing else tells it', () => {
    expect(read({ Cur: '', Value: '€ 12.50' })).toMatchObject({ outcome: 'read', row: { line: { value: { minor: 1250, currency: 'EUR' } } } });
    expect(read({ Cur: '', Value: '$ 12.50' })).toMatchObject({ outcome: 'refused', problems: [{ code: 'currency-missing' }] });
  });

  it('reads delivered quantities where the file has them', () => {
    const settings: Partial<Template> = { deliveredQuantity: 'column', columns: { ...template.columns, 'line.deliveredQuantity': 'Code' } };
    expect(read({ Code: '5' }, settings)).toMatchObject({ outcome: 'read', row: { line: { quantity: 12, deliveredQuantity: 5 } } });
    expect(read({ Code: '5', Delivered: '' }, settings)).toMatchObject({ outcome: 'read', warnings: [{ code: 'delivered-quantity-without-day' }] });
  });
});

describe('rows of companies and people', () => {
  const columns = ['Code', 'Name', 'Land', 'Sprache', 'Mail', 'Phone'];
  const readAs = (kind: 'clients' | 'contacts', fieldsOf: Template['columns'], cells: readonly string[]): RowReading => {
    const header = readHeader(columns);
    if (!header.ok) throw new Error(header.problem.code);
    const plan = compilePlan({ ...template, kind, columns: fieldsOf, missingWords: {} }, header.columns, '2026-11-22');
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    return createRowReader(plan.plan, header.columns).read(cells, 2);
  };

  it('keep phones and codes as text', () => {
    const map = { 'client.code': 'Code', 'client.name': 'Name', 'client.country': 'Land', 'client.language': 'Sprache', 'client.email': 'Mail', 'client.phone': 'Phone' } as const;
    expect(readAs('clients', map, ['0007', 'ابزار پارس', 'ایران', 'Persian', 'info@pars.example', '۰۲۱-۸۸۷۷۶۶۵۵'])).toEqual({
      outcome: 'read',
      warnings: [],
      row: {
        kind: 'clients', rowNumber: 2,
        client: { code: '0007', name: 'ابزار پارس', country: { code: 'IR', asGiven: 'ایران' }, language: 'fa', segment: null, email: 'info@pars.example', phone: '۰۲۱-۸۸۷۷۶۶۵۵', website: null },
      },
    });
    const odd = readAs('clients', map, ['0007', '', '', 'Klingonese', 'no mail', 'ask Ann']);
    expect(odd.outcome === 'read' && odd.warnings.map(({ code }) => code)).toEqual(['language-unknown', 'email-odd', 'phone-odd']);
  });

  it('need a name for a person and something for the company', () => {
    const map = { 'client.name': 'Code', 'contact.name': 'Name', 'contact.email': 'Mail' } as const;
    expect(readAs('contacts', map, ['Acme', 'Ann', '', '', 'ann@acme.example', ''])).toMatchObject({ outcome: 'read', row: { kind: 'contacts', client: { name: 'Acme' }, contact: { name: 'Ann', email: 'ann@acme.example' } } });
    expect(readAs('contacts', map, ['', '', '', '', 'ann@acme.example', ''])).toMatchObject({
      outcome: 'refused',
      problems: [
        { code: 'required-blank', field: 'client.name', column: 'Code' },
        { code: 'required-blank', field: 'contact.name', column: 'Name' },
      ],
    });
  });
});
