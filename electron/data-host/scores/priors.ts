import { z } from 'zod';
import { day } from '#shared/contract/common.ts';
import { numberToIsoDay, trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import { isIndicatorId, modelVersion } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { defaultPriors } from '#shared/domain/scoring/index.ts';
import type { IndicatorPrior, Priors } from '#shared/domain/scoring/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { scorePriors } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import type { ReadingBasis } from './basis.ts';

const storedPriors = z.object({
  basis: z.object({ asOfOn: day, windowEarlyDays: z.int(), windowLateDays: z.int(), rhythmDays: z.int(), stageThreshold: z.number() }),
  indicators: z.record(
    z.string(),
    z.object({
      priorWeight: z.number(), priorMean: z.number(), from: z.enum(['portfolio', 'portfolio-mean']), clients: z.int(), events: z.number(),
      rho: z.number().nullable(),
    }),
  ),
});

export interface KeptPriors {
  readonly priors: Priors;
  readonly basis: ReadingBasis;
}

function fromRow(row: Row<typeof scorePriors>): KeptPriors {
  const stored = storedPriors.parse(JSON.parse(row.priors));
  const indicators: Partial<Record<IndicatorId, IndicatorPrior>> = {};
  for (const [id, prior] of Object.entries(stored.indicators)) if (isIndicatorId(id)) indicators[id] = prior;
  return { priors: { id: row.id, modelVersion: row.model_version, asOfDay: trustedIsoDayToNumber(row.as_of_on), indicators }, basis: stored.basis };
}

/** What the last full rescoring estimated; null before the first one, and where the model has changed since. */
export function readPriors(connection: Connection): KeptPriors | null {
  const row = connection.get<Row<typeof scorePriors>>('SELECT * FROM score_priors ORDER BY rowid DESC LIMIT 1');
  return row?.model_version === modelVersion ? fromRow(row) : null;
}

/** For one client alone: the kept priors, or the model's own before there are any. */
export const priorsInForce = (connection: Connection): Priors => readPriors(connection)?.priors ?? defaultPriors;

const said = ({ indicators }: Priors): string => JSON.stringify(indicators);

/** Names the priors of a full rescoring. Those that say what the last ones said keep their identifier, so that a quiet day adds no row. */
export function namePriors(connection: Connection, estimate: (id: string) => Priors, basis: ReadingBasis): Priors {
  const last = readPriors(connection);
  const fresh = estimate(newId());
  const isSame = last !== null && said(last.priors) === said(fresh) && JSON.stringify(last.basis) === JSON.stringify(basis);
  return isSame ? { ...fresh, id: last.priors.id } : fresh;
}

export function keepPriors(tx: Transaction, priors: Priors, basis: ReadingBasis): void {
  if (tx.get('SELECT 1 FROM score_priors WHERE id = ?', [priors.id])) return;
  tx.insert(scorePriors, {
    id: priors.id, model_version: priors.modelVersion, as_of_on: priors.asOfDay === null ? basis.asOfOn : numberToIsoDay(priors.asOfDay),
    priors: JSON.stringify({ basis, indicators: priors.indicators }), created_at: tx.context.at,
  });
}
