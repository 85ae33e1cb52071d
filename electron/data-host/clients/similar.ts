import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';

export interface SimilarClient {
  readonly id: string;
  readonly name: string;
  readonly countryCode: string | null;
}

const mostShown = 5;
/** Dice coefficient of letter pairs from which two names are taken for one another: "Atlas Tools" and "Atlas Tool Ltd" have 0.8. */
const likeness = 0.5;
/** What half the companies of the trade are called says nothing about who they are. */
const commonWords: ReadonlySet<string> = new Set(['ltd', 'llc', 'gmbh', 'inc', 'the', 'and', 'tools', 'trading', 'company', 'شرکت', 'بازرگانی', 'صنعتی']);

const pairs = (text: string): string[] => {
  const letters = text.replaceAll(' ', '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2));
};

/** 2·|A ∩ B| / (|A| + |B|) of the two bags of letter pairs (Dice 1945; Adamson and Boreham 1974). */
const dice = (left: readonly string[], right: readonly string[]): number => {
  if (left.length + right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) shared += 1;
    counts.set(pair, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
};

/**
 * Clients whose names look like this one, the likest first. Candidates begin a word with the first four letters of a
 * telling word of the name; the likeness of letter pairs decides.
 */
export function findSimilar(connection: Connection, name: string): SimilarClient[] {
  const normal = normaliseForSearch(name);
  const telling = normal.split(' ').filter((word) => word.length >= 3 && !commonWords.has(word));
  const stems = (telling.length > 0 ? telling : normal.split(' ')).slice(0, 4).map((word) => word.slice(0, 4)).filter((stem) => stem !== '');
  if (stems.length === 0) return [];
  const wanted = pairs(normal);
  const candidates = connection.all<SimilarClient>(
    `SELECT id, name, country_code AS countryCode FROM client_summaries
     WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(search_text, value) > 0) LIMIT 1000`,
    [JSON.stringify(stems)],
  );
  return candidates
    .map((client) => ({ client, score: dice(wanted, pairs(normaliseForSearch(client.name))) }))
    .filter(({ score }) => score >= likeness)
    .toSorted((a, b) => b.score - a.score || a.client.id.localeCompare(b.client.id))
    .slice(0, mostShown)
    .map(({ client }) => client);
}
