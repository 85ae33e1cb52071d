import { readCurrency } from './currencies.ts';
import { plainDayRule } from './dates.ts';
import { fieldOf, fieldsOfKind } from './fields.ts';
import { normaliseHeader } from './header.ts';
import { readLanguage } from './languages.ts';
import { foldWords } from './normalise.ts';
import { plainNumberRule } from './numbers.ts';
import { cleanText } from './text.ts';
import { fieldKeys } from './types.ts';
import type { FieldKey, FieldPlan, FieldSource, HeaderColumn, ImportPlan, PlanProblem, Template } from './types.ts';

export type PlanReading = { readonly ok: true; readonly plan: ImportPlan } | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** By the very name first, else by a name that differs in spelling only and is the only one. */
const findColumn = (columns: readonly HeaderColumn[], name: string): HeaderColumn | null => {
  const same = columns.find((column) => column.name === name);
  if (same !== undefined) return same;
  const alike = columns.filter((column) => normaliseHeader(column.name) === normaliseHeader(name));
  return alike.length === 1 ? (alike[0] ?? null) : null;
};

const isConstantReadable = (field: FieldKey, value: string): boolean => {
  const { type } = fieldOf(field);
  if (type === 'currency') return readCurrency(value) !== null;
  return type === 'language' ? readLanguage(value) !== null : type !== 'day' && type !== 'quantity' && type !== 'money' && type !== 'decimal';
};

/** Required fields that neither a column nor a constant gives; money needs to know its currency. */
const missingFields = (template: Template, given: ReadonlySet<FieldKey>): readonly FieldKey[] => {
  const missing = fieldsOfKind(template.kind)
    .filter((field) => field.requiredFor.includes(template.kind) && !given.has(field.key))
    .filter((field) => field.orElse === null || !given.has(field.orElse))
    .map((field) => field.key)
    // Of two alternatives one message is enough.
    .filter((key, _, all) => !(fieldOf(key).orElse !== null && key.endsWith('.name') && all.includes(fieldOf(key).orElse ?? key)));
  return given.has('line.valueAmount') && !given.has('line.currency') ? [...missing, 'line.currency'] : missing;
};

/**
 * A template bound to the columns of one file, or all that keeps it from being used there.
 * @param importedOn ISO day of the import
 */
export const compilePlan = (template: Template, columns: readonly HeaderColumn[], importedOn: string): PlanReading => {
  const problems: PlanProblem[] = [];
  const plans: FieldPlan[] = [];
  const kindFields = new Set(fieldsOfKind(template.kind).map((field) => field.key));
  const enter = (field: FieldKey, source: FieldSource, header: string | null): void => {
    const rules = header === null ? undefined : { day: template.dayRules[header], number: template.numberRules[header], words: template.missingWords[header] };
    plans.push({
      field,
      type: fieldOf(field).type,
      source,
      dayRule: rules?.day ?? plainDayRule,
      numberRule: rules?.number ?? plainNumberRule,
      missingWords: (rules?.words ?? []).map(foldWords),
    });
  };
  for (const field of fieldKeys) {
    const header = template.columns[field];
    const constant = cleanText(template.constants[field] ?? '');
    if (header === undefined && constant === '') continue;
    if (!kindFields.has(field)) problems.push({ code: 'field-not-of-kind', field, params: {} });
    else if (header === undefined) {
      if (isConstantReadable(field, constant)) enter(field, { from: 'constant', value: constant }, null);
      else problems.push({ code: 'constant-unreadable', field, params: { value: constant } });
    } else {
      const column = findColumn(columns, header);
      if (column === null) problems.push({ code: 'column-missing', field, params: { column: header } });
      else enter(field, { from: 'column', index: column.index, column: column.name }, header);
    }
  }
  const given = new Set([...plans.map((plan) => plan.field), ...problems.flatMap((problem) => problem.field ?? [])]);
  for (const field of missingFields(template, given)) problems.push({ code: 'field-missing', field, params: {} });
  if (!plans.some((plan) => plan.source.from === 'column') && problems.length === 0) problems.push({ code: 'no-column-mapped', field: null, params: {} });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, plan: { kind: template.kind, fields: plans, deliveredQuantity: template.deliveredQuantity, importedOn } };
};
