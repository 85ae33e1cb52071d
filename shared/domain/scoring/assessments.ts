import { indicatorById, isClientsOwnWord } from '../model/index.ts';
import type { IndicatorSubject } from '../model/index.ts';
import type { AssessmentRecord } from './types.ts';

const leastRating = 1;
const mostRating = 5;

/** (r − 1)/4. @throws RangeError for a rating outside 1–5. */
export const ratingToOutcome = (rating: number): number => {
  if (!(rating >= leastRating && rating <= mostRating)) throw new RangeError(`a rating of ${rating} is not within 1–5`);
  return (rating - leastRating) / (mostRating - leastRating);
};

const isLater = (left: AssessmentRecord, right: AssessmentRecord): boolean => {
  if (left.day !== right.day) return left.day > right.day;
  if (left.ratedAt !== right.ratedAt) return left.ratedAt > right.ratedAt;
  return left.id > right.id;
};

/**
 * The ratings that count on the reading day: of each rater and indicator the latest. Who rates again has changed his or
 * her mind; counting both would let one busy rater outvote the others. Earlier ratings stay in the records as history.
 * Ratings of the other subject (the exporter's indicators among a client's ratings, or the reverse) do not count, nor does a
 * colleague's guess at what only the client can say.
 */
export const currentAssessments = (
  assessments: readonly AssessmentRecord[],
  subject: IndicatorSubject,
  asOfDay: number,
): readonly AssessmentRecord[] => {
  if (assessments.length === 0) return assessments;
  const latest = new Map<string, AssessmentRecord>();
  for (const assessment of assessments) {
    if (assessment.day > asOfDay || indicatorById(assessment.indicatorId).subject !== subject) continue;
    if (assessment.source !== 'survey' && isClientsOwnWord(assessment.indicatorId)) continue;
    const key = `${assessment.indicatorId} ${assessment.raterId}`;
    const known = latest.get(key);
    if (known === undefined || isLater(assessment, known)) latest.set(key, assessment);
  }
  return [...latest.values()];
};
