import { fieldOf, fieldsOfKind } from './fields.ts';
import { normaliseHeader } from './header.ts';
import { importKinds } from './types.ts';
import type { ColumnProfile, Field, FieldKey, FieldType, ImportKind } from './types.ts';

/** Header name by field, and how sure each guess is. */
export interface MappingGuess {
  readonly kind: ImportKind;
  readonly columns: Readonly<Partial<Record<FieldKey, string>>>;
  /** `exact` by a known name, `likely` by a part of one. */
  readonly certainty: Readonly<Partial<Record<FieldKey, 'exact' | 'likely'>>>;
  /** Required fields for which no column was found. */
  readonly missing: readonly FieldKey[];
}

const compactOf = (normalised: string): string => normalised.replaceAll(' ', '');

const bracketsAway = (header: string): string => header.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ');

/** 100 for a known name, up to 70 for a name that holds a known one as whole words (`Client order no` for `order no`). */
const nameScore = (header: string, field: Field, kind: ImportKind): number => {
  const spoken = [normaliseHeader(header), normaliseHeader(bracketsAway(header))];
  let best = 0;
  for (const synonym of kind === 'deliveries' ? [...field.synonyms, ...field.deliverySynonyms] : field.synonyms) {
    const sought = normaliseHeader(synonym);
    for (const name of spoken) {
      if (name === sought || compactOf(name) === compactOf(sought)) return 100;
      const isPart = sought.length >= 4 && sought.length >= name.length * 0.3 && ` ${name} `.includes(` ${sought} `);
      if (isPart) best = Math.max(best, 40 + (30 * sought.length) / name.length);
    }
  }
  return best;
};

/** Of the cells that were counted: in a long column of amounts most differ, and not all of them are kept. */
const share = (part: number, profile: ColumnProfile): number => (profile.examined === 0 ? 0 : part / profile.examined);

const plusMinus = /^(?:±|\+\/-|\+-)\s*[\d\u0660-\u0669\u06F0-\u06F9]/u;

const atLeast = (value: number, least: number): number => (value >= least ? value : 0);

/** How well what stands in the column fits the type, 0–1; 0 forbids the guess. An empty column forbids nothing. */
const contentFit = (type: FieldType, profile: ColumnProfile): number => {
  if (profile.examined === 0) return 0.5;
  switch (type) {
    case 'day':
      return atLeast(share(profile.day.readable, profile), 0.5);
    case 'quantity':
    case 'money':
      return atLeast(share(profile.number.readable, profile), 0.5);
    case 'decimal':
      // A tolerance is written "±0.03", which no quantity is.
      return profile.examples.every((example) => plusMinus.test(example)) ? 1 : atLeast(share(profile.number.readable, profile), 0.5);
    case 'country':
      return atLeast(share(profile.countries, profile), 0.5);
    case 'currency':
      return atLeast(share(profile.currencies, profile), 0.5);
    case 'incoterm':
      return atLeast(share(profile.incoterms, profile), 0.3);
    case 'mode':
      return atLeast(share(profile.modes, profile), 0.3);
    case 'email':
      return atLeast(share(profile.emails, profile), 0.5);
    case 'text':
      // "Sent to client on" is no client's name.
      return share(profile.wordless, profile) > 0.5 || share(profile.day.readable, profile) > 0.5 ? 0 : 1;
    case 'code':
    case 'phone':
    case 'language':
      return share(profile.wordless, profile) > 0.5 ? 0 : 1;
    default:
      return type satisfies never;
  }
};

interface Pair {
  readonly field: FieldKey;
  readonly column: string;
  readonly named: number;
  readonly score: number;
}

const guessFor = (kind: ImportKind, profiles: readonly ColumnProfile[]): MappingGuess => {
  const pairs: Pair[] = [];
  for (const field of fieldsOfKind(kind)) {
    for (const profile of profiles) {
      const named = nameScore(profile.column.name, field, kind);
      const fit = named === 0 ? 0 : contentFit(field.type, profile);
      if (fit > 0) pairs.push({ field: field.key, column: profile.column.name, named, score: named * (0.6 + 0.4 * fit) });
    }
  }
  const columns: Partial<Record<FieldKey, string>> = {};
  const certainty: Partial<Record<FieldKey, 'exact' | 'likely'>> = {};
  const taken = new Set<string>();
  for (const pair of pairs.toSorted((one, other) => other.score - one.score)) {
    if (columns[pair.field] !== undefined || taken.has(pair.column)) continue;
    columns[pair.field] = pair.column;
    certainty[pair.field] = pair.named === 100 ? 'exact' : 'likely';
    taken.add(pair.column);
  }
  shareColumns(kind, columns, certainty);
  const missing = fieldsOfKind(kind)
    .filter((field) => field.requiredFor.includes(kind) && columns[field.key] === undefined)
    .filter((field) => field.orElse === null || columns[field.orElse] === undefined)
    .map((field) => field.key);
  return { kind, columns, certainty, missing };
};

/** One column that must serve twice: a client known by its code alone is called by it, a line without a number by its product. */
const shareColumns = (kind: ImportKind, columns: Partial<Record<FieldKey, string>>, certainty: Partial<Record<FieldKey, 'exact' | 'likely'>>): void => {
  const borrow = (field: FieldKey, from: FieldKey): void => {
    const lender = columns[from];
    if (columns[field] !== undefined || lender === undefined || !fieldOf(field).kinds.includes(kind)) return;
    columns[field] = lender;
    certainty[field] = 'likely';
  };
  borrow('client.name', 'client.code');
  if (kind !== 'deliveries') return;
  borrow('line.number', 'product.code');
  borrow('line.number', 'product.name');
};

/**
 * Which column feeds which field, by the columns' names (English, Persian) and by what stands in them. A guess for a
 * person to look at, not a decision.
 */
export const guessMapping = (kind: ImportKind, profiles: readonly ColumnProfile[]): MappingGuess => guessFor(kind, profiles);

/** The kind of table whose required fields are best found; of equals the one with more fields found. */
export const guessKind = (profiles: readonly ColumnProfile[]): MappingGuess => {
  const found = (guess: MappingGuess): number => Object.keys(guess.columns).length - guess.missing.length * 100;
  const [first, ...others] = importKinds.map((kind) => guessFor(kind, profiles));
  if (first === undefined) throw new RangeError('There is no kind of import');
  return others.reduce((best, guess) => (found(guess) > found(best) ? guess : best), first);
};
