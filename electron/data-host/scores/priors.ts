import { z } from 'zod';
import { day } from '#shared/contract/common.ts';
import { numberToIsoDay, trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import { isIndicatorId, modelVersion } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { defaultAnswerWithinHours, defaultPriors, emptyCompanyFacts, equalWeights } from '#shared/domain/scoring/index.ts';
import type { CompanyFacts, IndicatorPrior, Priors } from '#shared/domain/scoring/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { scorePriors } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import type { ReadingBasis } from './basis.ts';

const storedPriors = z.object({
  basis: z.object({
    asOfOn: day, windowEarlyDays: z.int(), windowLateDays: z.int(), rhythmDays: z.int(),
    // Kept by an earlier version: T could not be chosen.
    answerWithinHours: z.int().default(defaultAnswerWithinHours), stageThreshold: z.number(),
    weightsId: z.string().default(equalWeights.id),
  }),
  indicators: z.record(
    z.string(),
    z.object({
      priorWeight: z.number(), priorMean: z.number(), from: z.enum(['portfolio', 'portfolio-mean']), clients: z.int(), events: z.number(),
      rho: z.number().nullable(),
    }),
  ),
  company: z
    .object({
      interactionMonths: z.array(z.object({ firstOn: day, lastDay: z.int(), interactions: z.int(), complete: z.int() })),
      contentQuarters: z.array(z.object({ firstOn: day, lastDay: z.int(), clients: z.int(), reached: z.int() })),
    })
    .default({ interactionMonths: [], contentQuarters: [] }),
});

export interface KeptPriors {
  readonly priors: Priors;
  readonly basis: ReadingBasis;
  /** What the records of all clients said of the exporter. */
  readonly facts: CompanyFacts;
}

function fromRow(row: Row<typeof scorePriors>): KeptPriors {
  const stored = storedPriors.parse(JSON.parse(row.priors));
  const indicators: Partial<Record<IndicatorId, IndicatorPrior>> = {};
  for (const [id, prior] of Object.entries(stored.indicators)) if (isIndicatorId(id)) indicators[id] = prior;
  return { priors: { id: row.id, modelVersion: row.model_version, asOfDay: trustedIsoDayToNumber(row.as_of_on), indicators }, basis: stored.basis, facts: stored.company };
}

/** What the last full rescoring estimated; null before the first one, and where the model has changed since. */
export function readPriors(connection: Connection): KeptPriors | null {
  const row = connection.get<Row<typeof scorePriors>>('SELECT * FROM score_priors ORDER BY rowid DESC LIMIT 1');
  return row?.model_version === modelVersion ? fromRow(row) : null;
}

/** What was in force at the end of an instant: that of the last full rescoring up to it; null where there was none of this model. */
export function readPriorsAt(connection: Connection, until: string): KeptPriors | null {
  const row = connection.get<Row<typeof scorePriors>>(
    'SELECT * FROM score_priors WHERE created_at <= ? AND model_version = ? ORDER BY rowid DESC LIMIT 1', [until, modelVersion],
  );
  return row === undefined ? null : fromRow(row);
}

/** For one client alone: what the last full rescoring kept, or the model's own before there was any. */
export const keptInForce = (connection: Connection): Pick<KeptPriors, 'priors' | 'facts'> =>
  readPriors(connection) ?? { priors: defaultPriors, facts: emptyCompanyFacts };

const said = ({ priors: { indicators }, facts, basis }: KeptPriors): string => JSON.stringify([indicators, facts, basis]);

/** Names what a full rescoring found. What says the same as the last time keeps its identifier, so that a quiet day adds no row. */
export function namePriors(connection: Connection, estimate: (id: string) => Priors, basis: ReadingBasis, facts: CompanyFacts): KeptPriors {
  const last = readPriors(connection);
  const fresh = { priors: estimate(newId()), basis, facts };
  return last !== null && said(last) === said(fresh) ? { ...fresh, priors: { ...fresh.priors, id: last.priors.id } } : fresh;
}

export function keepPriors(tx: Transaction, { priors, basis, facts }: KeptPriors): void {
  if (tx.get('SELECT 1 FROM score_priors WHERE id = ?', [priors.id])) return;
  tx.insert(scorePriors, {
    id: priors.id, model_version: priors.modelVersion, as_of_on: priors.asOfDay === null ? basis.asOfOn : numberToIsoDay(priors.asOfDay),
    priors: JSON.stringify({ basis, indicators: priors.indicators, company: facts }), created_at: tx.context.at,
  });
}
