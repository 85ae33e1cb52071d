import { fieldOf, fieldsOfKind, guessMapping, templateFromGuess } from '#shared/domain/importing/index.ts';
import type { ColumnProfile, DayRule, Field, FieldEntity, FieldKey, ImportKind, NumberRule, Template } from '#shared/domain/importing/index.ts';

/** Where a field's value comes from, as a person chooses it. */
export type SourceChoice = { readonly from: 'nowhere' } | { readonly from: 'column'; readonly column: string } | { readonly from: 'constant'; readonly value: string };

const withoutKey = <T>(record: Readonly<Partial<Record<FieldKey, T>>>, key: FieldKey): Partial<Record<FieldKey, T>> => {
  const { [key]: _gone, ...rest } = record;
  return rest;
};

export function sourceOf(template: Template, key: FieldKey): SourceChoice {
  const column = template.columns[key];
  if (column !== undefined) return { from: 'column', column };
  const value = template.constants[key];
  return value === undefined ? { from: 'nowhere' } : { from: 'constant', value };
}

/** The template with another source of one field. A newly chosen column is read as what stands in it suggests. */
export function withSource(template: Template, key: FieldKey, choice: SourceChoice, profiles: readonly ColumnProfile[]): Template {
  const columns = withoutKey(template.columns, key);
  const constants = withoutKey(template.constants, key);
  if (choice.from === 'constant') return settled({ ...template, columns, constants: { ...constants, [key]: choice.value } });
  if (choice.from === 'nowhere') return settled({ ...template, columns, constants });
  const { type } = fieldOf(key);
  const profile = profiles.find(({ column }) => column.name === choice.column);
  const isDay = type === 'day' && template.dayRules[choice.column] === undefined && profile !== undefined;
  const isNumber = (type === 'quantity' || type === 'money' || type === 'decimal') && template.numberRules[choice.column] === undefined && profile !== undefined;
  return settled({
    ...template,
    columns: { ...columns, [key]: choice.column },
    constants,
    dayRules: isDay ? { ...template.dayRules, [choice.column]: profile.day.rule } : template.dayRules,
    numberRules: isNumber ? { ...template.numberRules, [choice.column]: profile.number.rule } : template.numberRules,
  });
}

/** A file that tells delivered quantities is believed; one that does not has every delivered line delivered in full. */
const settled = (template: Template): Template => ({ ...template, deliveredQuantity: template.columns['line.deliveredQuantity'] === undefined ? 'as-ordered' : 'column' });

export const withDayRule = (template: Template, column: string, rule: DayRule): Template => ({ ...template, dayRules: { ...template.dayRules, [column]: rule } });

export const withNumberRule = (template: Template, column: string, rule: NumberRule): Template => ({ ...template, numberRules: { ...template.numberRules, [column]: rule } });

export function withMissingWord(template: Template, column: string, word: string, isMissing: boolean): Template {
  const others = (template.missingWords[column] ?? []).filter((known) => known !== word);
  return { ...template, missingWords: { ...template.missingWords, [column]: isMissing ? [...others, word] : others } };
}

/** What the columns of this file suggest, read as `kind`. */
export const guessed = (kind: ImportKind, profiles: readonly ColumnProfile[]): Template => templateFromGuess(guessMapping(kind, profiles), profiles, 'guessed', '');

export interface FieldGroup {
  readonly entity: FieldEntity;
  readonly fields: readonly Field[];
}

/** The fields of a kind by the record they belong to, in the order of the catalogue. */
export const fieldGroups = (kind: ImportKind): readonly FieldGroup[] =>
  [...Map.groupBy(fieldsOfKind(kind), ({ entity }) => entity)].map(([entity, fields]) => ({ entity, fields }));

const constantTypes: ReadonlySet<Field['type']> = new Set(['currency', 'country', 'language', 'mode', 'incoterm']);

/** Whether one value for all rows makes sense: the currency of a price list, the country of a single market; never a number or a day. */
export const takesConstant = (field: Field): boolean => constantTypes.has(field.type) || field.key === 'client.name' || field.key === 'shipment.incotermPlace';
