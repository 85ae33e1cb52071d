import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { SuggestedStep } from '../domain/next-steps/index.ts';
import type { ExplainedScore } from '../domain/scoring/index.ts';
import { day, id, instant, jobEvent, optionalLine } from './common.ts';
import { dimensionId } from './clients.ts';
import { procedure } from './errors.ts';

export const assessment = z.object({
  id,
  clientId: id.nullable(),
  indicatorId: z.string(),
  rating: z.int().min(1).max(5),
  ratedAt: instant,
  raterName: z.string(),
  source: z.enum(['representative', 'manager', 'survey']),
  note: z.string().nullable(),
});
export type Assessment = z.output<typeof assessment>;

/** What the explained score's record references mean to a person, by `kind:id`. */
export interface RecordFact {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** The day the record happened, ISO. */
  readonly on: string | null;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export interface ScoreExplanation {
  readonly score: ExplainedScore;
  readonly facts: Readonly<Record<string, RecordFact>>;
  readonly steps: readonly SuggestedStep[];
  /** Mean of the portfolio's clients per dimension, to lay the radar against; null where nobody has data. */
  readonly portfolio: Readonly<Record<z.output<typeof dimensionId>, number | null>>;
  readonly portfolioCount: number;
}

export const portfolioSummary = z.object({
  asOfOn: day,
  /** Whether `asOfOn` was chosen by the person instead of today. */
  asOfChosen: z.boolean(),
  /** The newest day that any record speaks of, promises of what was delivered included; never after today. */
  newestRecordOn: day.nullable(),
  clientCount: z.int(),
  scoredCount: z.int(),
  medianOverall: z.number().nullable(),
  /**
   * Scores in lists are of another day, of other choices or of other records than the current ones: `rescore` brings them
   * up to date. It becomes so overnight, and by changes of the reading day, window, rhythm or threshold, of the exporter's
   * own ratings, and of many clients at once.
   */
  stale: z.boolean(),
});

export const rescoreResult = z.object({ clientCount: z.int(), scoredCount: z.int(), asOfOn: day });

export const scores = {
  /** The whole ledger of one client's score, computed from the records now. */
  explain: procedure.input(z.object({ clientId: id })).output(type<ScoreExplanation>()),
  portfolio: procedure.output(portfolioSummary),
  /** Current and earlier ratings; clientId null: the exporter's own indicators. */
  assessments: procedure.input(z.object({ clientId: id.nullable() })).output(z.array(assessment)),
  rate: procedure
    .input(
      z.object({
        clientId: id.nullable(),
        ratings: z.array(z.object({ indicatorId: z.string(), rating: z.int().min(1).max(5), note: optionalLine })).min(1).max(57),
      }),
    )
    .output(z.array(assessment)),
  withdraw: procedure.input(z.object({ id })).output(z.object({ id })),
  /** Undoes a withdrawal: the rating counts again, with its own day and rater. */
  reinstate: procedure.input(z.object({ id })).output(assessment),
  /** All clients, as a long job; reading and typing go on meanwhile. */
  rescore: procedure.output(eventIterator(jobEvent(rescoreResult))),
  snapshots: procedure
    .input(z.object({ clientId: id }))
    .output(z.array(z.object({ takenOn: day, asOfOn: day, overall: z.number().nullable(), coverage: z.number(), stage: z.int().nullable() }))),
};
