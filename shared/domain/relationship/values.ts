import { parseIsoDay } from '../calendar/index.ts';
import { relationshipKind } from './kinds.ts';
import type { RelationshipKindKey, relationshipKinds } from './kinds.ts';
import type { DayField, RelationshipField } from './descriptors.ts';

type FieldsOf<K extends RelationshipKindKey> = Extract<(typeof relationshipKinds)[number], { readonly key: K }>['fields'][number];

type PlainValueOf<F> = F extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : F extends { readonly type: 'rating' } ? number : F extends { readonly type: 'flag' } ? boolean : string;
type ValueOf<F> = F extends { readonly required: true } ? PlainValueOf<F> : PlainValueOf<F> | null;

/** One row as a person fills it in: days as `YYYY-MM-DD`, contacts by identifier, what is not known null. */
export type RelationshipValues<K extends RelationshipKindKey> = { readonly [F in FieldsOf<K> as F['key']]: ValueOf<F> };

type SaysSomething<F> = F extends { readonly type: 'text' | 'longText' } ? never : F;

/** What scoring reads of one row: all but the words. A whole row will do as well. */
export type RelationshipRecord<K extends RelationshipKindKey> = { readonly id: string } & {
  readonly [F in SaysSomething<FieldsOf<K>> as F['key']]: ValueOf<F>;
};

export type FieldValue = string | number | boolean | null;
export type UncheckedValues = Readonly<Record<string, FieldValue>>;

/**
 * What is wrong with a field. `before`: it precedes the day field named in `than`; `ahead`: it has not come yet but says
 * that something happened.
 */
export interface FieldProblem {
  readonly field: string;
  readonly code: 'required' | 'day' | 'ahead' | 'before' | 'text' | 'too-long' | 'choice' | 'rating' | 'flag' | 'contact' | 'unknown';
  readonly than?: string;
}

/** Characters; what is longer belongs into an interaction or an attachment. */
const longestText: Readonly<Record<'text' | 'longText' | 'contact', number>> = { text: 200, longText: 4000, contact: 100 };
const leastRating = 1;
const mostRating = 5;

const dayProblem = (field: DayField, value: FieldValue, values: UncheckedValues, todayOn: string | null): FieldProblem | null => {
  if (typeof value !== 'string' || parseIsoDay(value) === null) return { field: field.key, code: 'day' };
  if (!field.mayLieAhead && todayOn !== null && value > todayOn) return { field: field.key, code: 'ahead' };
  const earliest = field.notBefore === null ? null : values[field.notBefore];
  if (field.notBefore === null || typeof earliest !== 'string' || value >= earliest) return null;
  return { field: field.key, code: 'before', than: field.notBefore };
};

const isRating = (value: FieldValue): boolean => typeof value === 'number' && Number.isInteger(value) && value >= leastRating && value <= mostRating;

const wordsProblem = (key: string, type: keyof typeof longestText, value: FieldValue): FieldProblem | null => {
  if (typeof value !== 'string') return { field: key, code: type === 'contact' ? 'contact' : 'text' };
  if (value.trim() === '') return { field: key, code: 'required' };
  return value.length > longestText[type] ? { field: key, code: 'too-long' } : null;
};

const valueProblem = (field: RelationshipField, value: FieldValue, values: UncheckedValues, todayOn: string | null): FieldProblem | null => {
  const { key } = field;
  if (field.type === 'day') return dayProblem(field, value, values, todayOn);
  if (field.type === 'choice') return typeof value === 'string' && field.choices.includes(value) ? null : { field: key, code: 'choice' };
  if (field.type === 'rating') return isRating(value) ? null : { field: key, code: 'rating' };
  if (field.type === 'flag') return typeof value === 'boolean' ? null : { field: key, code: 'flag' };
  return wordsProblem(key, field.type, value);
};

/**
 * Everything that is wrong with a row, field by field in the order of the form; empty: it can be kept. A required text
 * of blanks is missing; a flag that is not named is missing too, so that no row is half filled in.
 *
 * @param todayOn the exporter's own day `YYYY-MM-DD`, against which days that cannot lie ahead are held; null: they are
 *   not (rows that were checked when they were kept)
 */
export const relationshipProblems = (kind: RelationshipKindKey, values: UncheckedValues, todayOn: string | null): readonly FieldProblem[] => {
  const { fields } = relationshipKind(kind);
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const value = values[field.key] ?? null;
    if (value === null) {
      if (field.required) problems.push({ field: field.key, code: 'required' });
      continue;
    }
    const problem = valueProblem(field, value, values, todayOn);
    if (problem !== null) problems.push(problem);
  }
  for (const key of Object.keys(values)) if (!fields.some((field) => field.key === key)) problems.push({ field: key, code: 'unknown' });
  return problems;
};

/** Whether values are a whole row of the kind, as {@link relationshipProblems} judges it with no clock. Every field must be named. */
export const areRelationshipValues = <K extends RelationshipKindKey>(kind: K, values: UncheckedValues): values is RelationshipValues<K> & UncheckedValues =>
  relationshipProblems(kind, values, null).length === 0 && relationshipKind(kind).fields.every(({ key }) => values[key] !== undefined);
