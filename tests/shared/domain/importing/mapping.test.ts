import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import {
  builtInTemplates,
  compilePlan,
  fields,
  guessKind,
  guessMapping,
  headerFingerprint,
  importKinds,
  matchTemplate,
  normaliseHeader,
  readHeader,
  scmsTemplate,
  templateFromGuess,
} from '#shared/domain/importing/index.ts';
import type { HeaderColumn, Template } from '#shared/domain/importing/index.ts';
import { mustReadTable, utf8 } from './read-table.ts';

const columnsOf = (names: readonly string[]): readonly HeaderColumn[] => {
  const reading = readHeader(names);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading.columns;
};

const tableOf = (rows: readonly (readonly string[])[]) => mustReadTable(utf8(stringify(rows.map((row) => [...row]))));

describe('the catalogue of fields', () => {
  it('gives no name to two fields of one kind, but for those a kind tells apart by entity', () => {
    for (const kind of importKinds) {
      const owners = new Map<string, string>();
      for (const field of fields.filter((candidate) => candidate.kinds.includes(kind))) {
        for (const synonym of new Set([...field.synonyms, ...(kind === 'deliveries' ? field.deliverySynonyms : [])].map(normaliseHeader))) {
          expect(`${kind}: ${synonym} of ${owners.get(synonym) ?? 'one'}`).toBe(`${kind}: ${synonym} of one`);
          owners.set(synonym, field.key);
        }
      }
    }
  });
});

describe('guessMapping', () => {
  it('reads a Persian table of deliveries by its names and contents', () => {
    const table = tableOf([
      ['كد مشتري', 'نام مشتری', 'کشور', 'شماره سفارش', 'تاریخ سفارش', 'ردیف', 'کد کالا', 'شرح کالا', 'تعداد', 'مبلغ', 'ارز', 'تاریخ وعده', 'تاریخ تحویل', 'شماره بارنامه', 'روش حمل', 'شرایط تحویل'],
      ['م-01', 'ابزار پارس', 'عراق', 'س-1', '1403/05/01', '1', 'C-150', 'کولیس ۱۵۰', '۱۰', '۱٬۲۰۰٫۵۰', 'USD', '1403/07/15', '1403/07/17', 'ب-1', 'جاده‌ای', 'FCA'],
      ['م-02', 'ژرف‌کاو', 'ترکیه', 'س-2', '1403/05/02', '1', 'T-200', 'ترکمتر', '۵', '۹۹۰', 'EUR', '1403/07/15', '', '', 'هوایی', 'DAP'],
    ]);
    const guess = guessKind(table.profiles);
    expect(guess).toMatchObject({ kind: 'deliveries', missing: [] });
    expect(guess.columns).toEqual({
      'client.code': 'كد مشتري', 'client.name': 'نام مشتری', 'client.country': 'کشور',
      'order.number': 'شماره سفارش', 'order.orderedOn': 'تاریخ سفارش', 'line.number': 'ردیف', 'product.code': 'کد کالا', 'product.name': 'شرح کالا',
      'line.quantity': 'تعداد', 'line.valueAmount': 'مبلغ', 'line.currency': 'ارز', 'line.firstPromisedOn': 'تاریخ وعده', 'line.deliveredOn': 'تاریخ تحویل',
      'shipment.number': 'شماره بارنامه', 'shipment.mode': 'روش حمل', 'shipment.incoterm': 'شرایط تحویل',
    });
  });

  it('tells a list of people from a list of companies', () => {
    const people = tableOf([['Company', 'Contact person', 'Job title', 'E-mail', 'Mobile'], ['Acme', 'Ann', 'Buyer', 'ann@acme.example', '+49 170 1234567']]);
    expect(guessKind(people.profiles)).toMatchObject({ kind: 'contacts', missing: [], columns: { 'client.name': 'Company', 'contact.name': 'Contact person', 'contact.email': 'E-mail' } });
    const companies = tableOf([['Customer No.', 'Company name', 'Country', 'Website'], ['0012', 'Acme', 'Germany', 'acme.example']]);
    expect(guessKind(companies.profiles)).toMatchObject({ kind: 'clients', missing: [], columns: { 'client.code': 'Customer No.', 'client.name': 'Company name' } });
  });

  it('does not follow a name where the contents speak against it', () => {
    const table = tableOf([
      ['Country', 'Quantity', 'Delivery date', 'Customer'],
      ['😀', '🔧', 'soon', '😀'],
      ['🔧', '😀', 'later', '🔧'],
      ['🎉', '🎉', 'never', '🎉'],
    ]);
    expect(guessMapping('deliveries', table.profiles).columns).toEqual({});
  });

  it('finds the amounts of a long file, of which most differ', () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => [`C-${index % 9}`, `S-${index}`, `${index * 7}.25`]);
    expect(guessMapping('deliveries', tableOf([['Client code', 'Order number', 'Line value'], ...rows]).profiles).columns['line.valueAmount']).toBe('Line value');
  });

  it('says what it could not find', () => {
    const table = tableOf([['Foo', 'Bar'], ['1', '2']]);
    expect(guessMapping('deliveries', table.profiles).missing).toEqual(['client.code', 'client.name', 'order.number', 'line.number', 'line.quantity', 'product.code', 'product.name']);
  });

  it('takes the currency from the header, and the rules from the cells', () => {
    const table = tableOf([
      ['Customer', 'Order no', 'Item no', 'Product', 'Qty', 'Value (EUR)', 'Delivered'],
      ['A', '1', '1', 'Gauge', '1.000', '1.234,50', '2/13/2024'],
    ]);
    const template = templateFromGuess(guessMapping('deliveries', table.profiles), table.profiles, 't', 'T');
    expect(template.columns['line.valueAmount']).toBe('Value (EUR)');
    expect(template.constants).toEqual({ 'line.currency': 'EUR' });
    expect(template.numberRules['Value (EUR)']).toEqual({ decimal: ',' });
    expect(template.dayRules['Delivered']?.order).toBe('month-first');
    expect(template.deliveredQuantity).toBe('as-ordered');
  });
});

describe('matchTemplate', () => {
  const remembered: Template = { ...scmsTemplate, id: 'mine', headerFingerprint: headerFingerprint([{ name: 'A' }]), columns: { 'client.name': 'Buyer', 'order.number': 'Order #' } };

  it('prefers the very headers, then the columns used, and a remembered one among equals', () => {
    expect(matchTemplate(columnsOf(['A']), [remembered])).toBe(remembered);
    expect(matchTemplate(columnsOf(['buyer', 'ORDER NO.', 'More']), [...builtInTemplates, remembered])).toBe(remembered);
    expect(matchTemplate(columnsOf([...new Set(Object.values(scmsTemplate.columns))]), [...builtInTemplates, remembered])).toBe(scmsTemplate);
    const copy = { ...scmsTemplate, id: 'copy' };
    expect(matchTemplate(columnsOf(Object.values(scmsTemplate.columns)), [...builtInTemplates, copy])).toBe(copy);
    expect(matchTemplate(columnsOf(['Something', 'else']), [...builtInTemplates, remembered])).toBeNull();
  });
});

describe('compilePlan', () => {
  const columns = columnsOf(['Customer', 'Order no', 'Pos', 'Product', 'Qty', 'Value']);
  const template: Template = {
    id: 't', name: 'T', kind: 'deliveries', headerFingerprint: headerFingerprint(columns),
    columns: { 'client.name': 'customer', 'order.number': 'Order No.', 'line.number': 'Pos', 'product.name': 'Product', 'line.quantity': 'Qty' },
    dayRules: {}, numberRules: {}, missingWords: {}, constants: {}, deliveredQuantity: 'column',
  };

  it('binds columns by name, however spelt', () => {
    const reading = compilePlan(template, columns, '2026-11-22');
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.plan.fields.map(({ field, source }) => [field, source.from === 'column' ? source.index : null])).toEqual([
      ['client.name', 0],
      ['order.number', 1],
      ['line.number', 2],
      ['line.quantity', 4],
      ['product.name', 3],
    ]);
  });

  it.each<[string, Partial<Template>, readonly unknown[]]>([
    ['nothing for the order', { columns: { ...template.columns, 'order.number': 'Nowhere' } }, [{ code: 'column-missing', field: 'order.number', params: { column: 'Nowhere' } }]],
    ['no client at all', { columns: { 'order.number': 'Order no', 'line.number': 'Pos', 'product.name': 'Product', 'line.quantity': 'Qty' } }, [{ code: 'field-missing', field: 'client.code', params: {} }]],
    ['a value without a currency', { columns: { ...template.columns, 'line.valueAmount': 'Value' } }, [{ code: 'field-missing', field: 'line.currency', params: {} }]],
    ['a currency that is none', { columns: { ...template.columns, 'line.valueAmount': 'Value' }, constants: { 'line.currency': 'تومان' } }, [{ code: 'constant-unreadable', field: 'line.currency', params: { value: 'تومان' } }]],
    ['a contact among deliveries', { columns: { ...template.columns, 'contact.name': 'Customer' } }, [{ code: 'field-not-of-kind', field: 'contact.name', params: {} }]],
  ])('tells %s', (_, change, problems) => {
    expect(compilePlan({ ...template, ...change }, columns, '2026-11-22')).toEqual({ ok: false, problems });
  });

  it('does not choose between two columns that differ in spelling only', () => {
    const twice = columnsOf(['Customer', 'Order #', 'Order Nr', 'Pos', 'Product', 'Qty']);
    expect(compilePlan({ ...template, columns: { ...template.columns, 'order.number': 'Order No' } }, twice, '2026-11-22')).toMatchObject({
      ok: false,
      problems: [{ code: 'column-missing', field: 'order.number' }],
    });
  });
});
