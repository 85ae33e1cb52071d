import { readCurrency } from './currencies.ts';
import { plainDayRule } from './dates.ts';
import { fieldOf } from './fields.ts';
import { headerFingerprint, normaliseHeader } from './header.ts';
import type { MappingGuess } from './mapping.ts';
import { fieldKeys } from './types.ts';
import type { ColumnProfile, DayRule, HeaderColumn, NumberRule, Template } from './types.ts';

const scmsHeaders: readonly string[] = [
  'ID', 'Project Code', 'PQ #', 'PO / SO #', 'ASN/DN #', 'Country', 'Managed By', 'Fulfill Via', 'Vendor INCO Term', 'Shipment Mode',
  'PQ First Sent to Client Date', 'PO Sent to Vendor Date', 'Scheduled Delivery Date', 'Delivered to Client Date', 'Delivery Recorded Date',
  'Product Group', 'Sub Classification', 'Vendor', 'Item Description', 'Molecule/Test Type', 'Brand', 'Dosage', 'Dosage Form',
  'Unit of Measure (Per Pack)', 'Line Item Quantity', 'Line Item Value', 'Pack Price', 'Unit Price', 'Manufacturing Site',
  'First Line Designation', 'Weight (Kilograms)', 'Freight Cost (USD)', 'Line Item Insurance (USD)',
];

/**
 * The public "SCMS Delivery History" table (USAID, 2006–2015). It tells one quantity: a delivered line counts as
 * delivered in full.
 */
export const scmsTemplate: Template = {
  id: 'built-in:scms-delivery-history',
  name: 'Delivery history (SCMS)',
  kind: 'deliveries',
  headerFingerprint: headerFingerprint(scmsHeaders.map((name) => ({ name }))),
  columns: {
    'client.code': 'Project Code',
    'client.name': 'Project Code',
    'client.country': 'Country',
    'order.number': 'PO / SO #',
    'line.number': 'ID',
    'line.quantity': 'Line Item Quantity',
    'line.valueAmount': 'Line Item Value',
    'line.firstPromisedOn': 'Scheduled Delivery Date',
    'line.deliveredOn': 'Delivered to Client Date',
    'product.name': 'Item Description',
    'shipment.number': 'ASN/DN #',
    'shipment.mode': 'Shipment Mode',
    'shipment.incoterm': 'Vendor INCO Term',
  },
  dayRules: {
    'Scheduled Delivery Date': plainDayRule,
    'Delivered to Client Date': plainDayRule,
  },
  numberRules: { 'Line Item Quantity': { decimal: '.' }, 'Line Item Value': { decimal: '.' } },
  missingWords: {},
  constants: { 'line.currency': 'USD' },
  deliveredQuantity: 'as-ordered',
};

export const builtInTemplates: readonly Template[] = [scmsTemplate];

const used = (template: Template): readonly string[] => Object.values(template.columns);

/**
 * The template that fits a file: one made for the very same headers, else one all of whose columns are there, of several
 * the one that uses most. Later templates win, so remembered ones go behind the built-in ones.
 */
export const matchTemplate = (columns: readonly HeaderColumn[], templates: readonly Template[]): Template | null => {
  const fingerprint = headerFingerprint(columns);
  const names = new Set(columns.map((column) => normaliseHeader(column.name)));
  const same = templates.findLast((template) => template.headerFingerprint === fingerprint);
  if (same !== undefined) return same;
  const fitting = templates.filter((template) => used(template).length > 0 && used(template).every((name) => names.has(normaliseHeader(name))));
  return fitting.reduceRight<Template | null>((best, template) => (best === null || used(template).length > used(best).length ? template : best), null);
};

/** A currency that a header names in brackets: `Value (USD)`. */
const bracketedCurrency = (header: string | undefined): string | null => {
  for (const match of (header ?? '').matchAll(/[([]([^)\]]+)[)\]]/gu)) {
    const currency = readCurrency((match[1] ?? '').trim());
    if (currency !== null) return currency;
  }
  return null;
};

/**
 * A template from a guess and from what the columns show; the start of the person's own decisions. Missing words are not
 * among them: `ColumnProfile.proposedMissingWords` proposes, and a person declares.
 */
export const templateFromGuess = (guess: MappingGuess, profiles: readonly ColumnProfile[], id: string, name: string): Template => {
  const byName = new Map(profiles.map((profile) => [profile.column.name, profile]));
  const dayRules: Record<string, DayRule> = {};
  const numberRules: Record<string, NumberRule> = {};
  for (const key of fieldKeys) {
    const header = guess.columns[key];
    const profile = header === undefined ? undefined : byName.get(header);
    if (header === undefined || profile === undefined) continue;
    const { type } = fieldOf(key);
    if (type === 'day') dayRules[header] = profile.day.rule;
    if (type === 'quantity' || type === 'money' || type === 'decimal') numberRules[header] = profile.number.rule;
  }
  const currency = guess.columns['line.currency'] === undefined ? bracketedCurrency(guess.columns['line.valueAmount']) : null;
  return {
    id,
    name,
    kind: guess.kind,
    headerFingerprint: headerFingerprint(profiles.map((profile) => profile.column)),
    columns: guess.columns,
    dayRules,
    numberRules,
    missingWords: {},
    constants: currency === null ? {} : { 'line.currency': currency },
    deliveredQuantity: guess.columns['line.deliveredQuantity'] === undefined ? 'as-ordered' : 'column',
  };
};
