import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { ChangeGroup, ScoreChange } from '../domain/history/index.ts';
import type { SuggestedStep } from '../domain/next-steps/index.ts';
import { relationshipKindKeys } from '../domain/relationship/index.ts';
import type { ExplainedScore, Reason } from '../domain/scoring/index.ts';
import { day, id, instant, jobEvent, optionalLine } from './common.ts';
import type { dimensionId } from './clients.ts';
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

/** Somebody who rated clients; identifiers are those that the ratings carry. */
export const rater = z.object({ id: z.string(), name: z.string(), ratingCount: z.int(), clientCount: z.int() });
export type Rater = z.output<typeof rater>;

const agreementWord = z.enum(['poor', 'slight', 'fair', 'moderate', 'substantial', 'almost-perfect']);
const agreementFigures = z.object({
  /** Clients (overall: client and indicator) that both have rated; each one's latest rating counts. */
  pairs: z.int(),
  /** Shares in [0, 1]. */
  observed: z.number(),
  expected: z.number(),
  /** Cohen's κ, plain and quadratic-weighted; null where chance alone explains everything. */
  kappa: z.number().nullable(),
  weightedKappa: z.number().nullable(),
  word: agreementWord.nullable(),
});
export type AgreementFigures = z.output<typeof agreementFigures>;

export const raterAgreement = z.object({
  /** Both null where nobody shares a client with anybody. */
  raterA: rater.nullable(),
  raterB: rater.nullable(),
  /** Clients that both have rated in at least one indicator. */
  clientCount: z.int(),
  overall: agreementFigures.nullable(),
  /** Those with at least one pair, in the order of the model. */
  indicators: z.array(agreementFigures.extend({ indicatorId: z.string(), meanA: z.number(), meanB: z.number() })),
  /** At least `fewestPairs` pairs and a weighted κ (where there is none: plain agreement) below 0.40, the poorest first. */
  poor: z.array(z.string()),
  fewestPairs: z.int(),
});
export type RaterAgreement = z.output<typeof raterAgreement>;

export const scoreSnapshot = z.object({
  takenOn: day,
  asOfOn: day,
  /** Why it was kept: the score had moved, or the month ended. */
  cause: z.enum(['change', 'month-end']),
  overall: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  coverage: z.number(),
  stage: z.int().nullable(),
  modelVersion: z.string(),
  weightsId: z.string(),
  priorsId: z.string(),
  dimensions: z.object({
    brand: z.number().nullable(), arousal: z.number().nullable(), quality: z.number().nullable(), attraction: z.number().nullable(),
    continuity: z.number().nullable(),
  }),
});
export type ScoreSnapshot = z.output<typeof scoreSnapshot>;

/** A difference of two scores of one client, in terms of records. */
export interface ExplainedChange {
  readonly change: ScoreChange;
  /** The parts of `change`, those that say the same thing together; their overall points add up to the difference. */
  readonly groups: readonly ChangeGroup[];
  /** What the records mean that either score speaks of, by `kind:id`; one that is gone, or only imagined, is missing. */
  readonly facts: Readonly<Record<string, RecordFact>>;
}

export interface ChangeSince extends ExplainedChange {
  readonly sinceOn: string;
  readonly asOfOn: string;
  readonly before: ExplainedScore;
  readonly after: ExplainedScore;
  /**
   * `before` reads today's records at `sinceOn`, with the priors and weights in force then. This is what lists showed at the
   * end of that day: it differs where records of earlier days were added, corrected or removed since. Null: nothing was kept.
   */
  readonly shownThen: ScoreSnapshot | null;
}

export interface ImaginedScore extends ExplainedChange {
  readonly before: ExplainedScore;
  readonly after: ExplainedScore;
}

/** One thing that somebody asks about; all of it happens on the reading day. */
export const imaginedChange = z.discriminatedUnion('type', [
  /** So many events of an indicator with this outcome, 0–1. */
  z.object({ type: z.literal('event'), indicatorId: z.string(), outcome: z.number().min(0).max(1), count: z.int().min(1).max(50).default(1) }),
  /** raterId null: somebody who has not rated yet. */
  z.object({ type: z.literal('rating'), indicatorId: z.string(), rating: z.int().min(1).max(5), raterId: z.string().nullable().default(null) }),
  /** One more record of the relationship; words may be left out. */
  z.object({
    type: z.literal('entry'), kind: z.enum(relationshipKindKeys),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  /** An order line comes in full, so many days after (negative: before) its promised day. */
  z.object({ type: z.literal('line'), lineId: id, daysLate: z.int().min(-3650).max(3650) }),
  /** A record had never been. */
  z.object({ type: z.literal('without'), kind: z.string(), id: z.string() }),
]);
export type ImaginedChangeInput = z.input<typeof imaginedChange>;

/** Something to do for a client, out of the playbook. */
export interface NextAction {
  readonly entryId: string;
  /** The app's own step (`step.<code>` in the catalogue), or null with a title of the exporter's own. */
  readonly stepCode: string | null;
  readonly title: string | null;
  readonly indicatorId: string;
  readonly dimensionId: z.output<typeof dimensionId>;
  /** 1–5. */
  readonly effort: number;
  /** Expected points of the overall score; null where the client has none before or after. */
  readonly gain: number;
  readonly gainPerEffort: number;
  readonly overallBefore: number | null;
  readonly overallAfter: number | null;
  readonly reason: Reason;
}

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
  raters: procedure.output(z.array(rater)),
  /** Two raters on the same clients; null: the two who share most. The exporter's own indicators count as one client more. */
  agreement: procedure.input(z.object({ raterA: z.string().nullable(), raterB: z.string().nullable() })).output(raterAgreement),
  /** All that was kept of one client's score, the oldest first. */
  history: procedure.input(z.object({ clientId: id })).output(z.array(scoreSnapshot)),
  /** INVALID: `sinceOn` not-before-reading-day. */
  changed: procedure.input(z.object({ clientId: id, sinceOn: day })).output(type<ChangeSince>()),
  /** Nothing is saved. INVALID: `changes.<index>.…` with what does not hold. */
  whatIf: procedure.input(z.object({ clientId: id, changes: z.array(imaginedChange).min(1).max(50) })).output(type<ImaginedScore>()),
  /** The largest expected gain of the overall score per effort first. */
  actions: procedure.input(z.object({ clientId: id })).output(type<readonly NextAction[]>()),
  snapshots: procedure
    .input(z.object({ clientId: id }))
    .output(z.array(z.object({ takenOn: day, asOfOn: day, overall: z.number().nullable(), coverage: z.number(), stage: z.int().nullable() }))),
};
