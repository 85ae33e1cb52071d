import type { IndicatorId } from '../model/index.ts';

interface FieldBase {
  readonly key: string;
  /** Column of the kind's table. */
  readonly column: string;
  /** A row cannot be without it. A flag always is: not set means false. */
  readonly required: boolean;
  /** 'first': asked when the row is entered; 'later': filled in when the matter goes on. */
  readonly asked: 'first' | 'later';
}

export interface DayField extends FieldBase {
  readonly type: 'day';
  /** A plan may lie ahead; what happened may not. */
  readonly mayLieAhead: boolean;
  /** The day field of the same kind that this one cannot precede; null: any order makes sense. */
  readonly notBefore: string | null;
}

interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
}

interface PlainField extends FieldBase {
  /** text: one line; longText: several; rating: whole number 1–5; contact: identifier of one of the client's people. */
  readonly type: 'text' | 'longText' | 'rating' | 'contact';
}

interface FlagField extends FieldBase {
  readonly type: 'flag';
  readonly required: true;
}

export type RelationshipField = DayField | ChoiceField | PlainField | FlagField;

/**
 * What a kind of record is: enough to make its table, its form, its place in the timeline and its check. Labels stand in
 * the catalogues by key.
 */
export interface RelationshipDescriptor {
  readonly key: string;
  readonly table: string;
  /** The indicators whose evidence it is. */
  readonly indicators: readonly IndicatorId[];
  /** The day field that dates a row in lists and in the timeline. */
  readonly datedBy: string;
  /** The field by which a person recognises a row; a choice or a rating is shown by its label. */
  readonly titledBy: string;
  readonly fields: readonly RelationshipField[];
}

export const day = <K extends string, C extends string>(key: K, column: C) =>
  ({ key, column, type: 'day', required: true, asked: 'first', mayLieAhead: false, notBefore: null }) as const;

/** A day that is known only when the matter goes on. */
export const laterDay = <K extends string, C extends string, B extends string | null>(key: K, column: C, notBefore: B) =>
  ({ key, column, type: 'day', required: false, asked: 'later', mayLieAhead: false, notBefore }) as const;

/** A day that is agreed or expected and may lie ahead. */
export const plannedDay = <K extends string, C extends string>(key: K, column: C) =>
  ({ key, column, type: 'day', required: true, asked: 'first', mayLieAhead: true, notBefore: null }) as const;

export const text = <K extends string, C extends string>(key: K, column: C) =>
  ({ key, column, type: 'text', required: true, asked: 'first' }) as const;

export const note = <K extends string, C extends string>(key: K, column: C) =>
  ({ key, column, type: 'longText', required: false, asked: 'first' }) as const;

export const choice = <K extends string, C extends string, const V extends readonly string[]>(key: K, column: C, choices: V) =>
  ({ key, column, type: 'choice', required: true, asked: 'first', choices }) as const;

/** A choice that is made only when the matter goes on: open until then. */
export const laterChoice = <K extends string, C extends string, const V extends readonly string[]>(key: K, column: C, choices: V) =>
  ({ key, column, type: 'choice', required: false, asked: 'later', choices }) as const;

export const flag = <K extends string, C extends string>(key: K, column: C) =>
  ({ key, column, type: 'flag', required: true, asked: 'first' }) as const;
