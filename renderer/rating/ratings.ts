import { indicators, isClientsOwnWord, isIndicatorId } from '#shared/domain/model/index.ts';
import type { Indicator, IndicatorId, IndicatorSubject } from '#shared/domain/model/index.ts';
import type { Assessment } from '#shared/contract/scores.ts';

export const highestRating = 5;
export const ratingSteps = [1, 2, 3, 4, 5] as const;
export type RatingStep = (typeof ratingSteps)[number];

/** In the order of the model: the five dimensions of the chain, theme by theme. */
export const indicatorsFor = (subject: IndicatorSubject): readonly Indicator[] => indicators.filter((indicator) => indicator.subject === subject);

/** Ratings of one indicator, the latest first. */
export const ratingsOf = (assessments: readonly Assessment[], id: IndicatorId): readonly Assessment[] =>
  assessments.filter(({ indicatorId }) => indicatorId === id).toSorted((a, b) => b.ratedAt.localeCompare(a.ratedAt) || b.id.localeCompare(a.id));

/** A rater's latest rating of an indicator counts; earlier ones are history, and so is what only the client can say (the same reading as the score's own). */
export function countingRatings(ratings: readonly Assessment[]): ReadonlySet<string> {
  const raters = new Set<string>();
  const counting = new Set<string>();
  for (const { id, indicatorId, raterName, source } of ratings) {
    if (source !== 'survey' && isIndicatorId(indicatorId) && isClientsOwnWord(indicatorId)) continue;
    const rater = `${source} ${raterName}`;
    if (raters.has(rater)) continue;
    raters.add(rater);
    counting.add(id);
  }
  return counting;
}

/** Where a sitting goes on: the first question from `from` on that nobody has answered; null where all are. */
export function nextUnrated(order: readonly Indicator[], assessments: readonly Assessment[], from: number): number | null {
  const rated = new Set(assessments.map(({ indicatorId }) => indicatorId));
  for (let step = 0; step < order.length; step += 1) {
    const index = (from + step) % order.length;
    const indicator = order[index];
    if (indicator && !rated.has(indicator.id)) return index;
  }
  return null;
}

/** The rating that a key stands for, in any script of digits; null for other keys. */
export function ratingOfKey(key: string): RatingStep | null {
  const digit = /^[1-5]$/u.test(key) ? Number(key) : /^[۱-۵]$/u.test(key) ? (key.codePointAt(0) ?? 0) - 0x06f0 : /^[١-٥]$/u.test(key) ? (key.codePointAt(0) ?? 0) - 0x0660 : 0;
  return ratingSteps.find((step) => step === digit) ?? null;
}
