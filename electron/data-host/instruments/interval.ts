import { defaultInterval, instrumentTypes } from '#shared/domain/calibration/index.ts';
import type { InstrumentType } from '#shared/domain/calibration/index.ts';
import type { Passport } from '#shared/contract/instruments.ts';

export interface IntervalFacts {
  readonly interval_months: number | null;
  readonly instrument_type: string | null;
  readonly product_type: string | null;
  readonly product_months: number | null;
  readonly product_cycles: number | null;
}

/** The columns of {@link IntervalFacts} over `i` (instruments) and `p` (products, left joined). */
export const intervalColumns = `i.interval_months, i.instrument_type, p.instrument_type AS product_type,
  p.calibration_interval_months AS product_months, p.calibration_interval_cycles AS product_cycles`;

/** A type that another version of the app wrote is none here. */
export const typeOf = (text: string | null): InstrumentType | null => instrumentTypes.find((type) => type === text) ?? null;

/** Its own, else its product's, else the usual one of its kind of instrument. */
export function intervalOf(facts: IntervalFacts): NonNullable<Passport['interval']> {
  const usual = defaultInterval(typeOf(facts.instrument_type) ?? typeOf(facts.product_type) ?? 'other');
  const cycles = facts.product_cycles ?? usual.cycles;
  if (facts.interval_months !== null) return { months: facts.interval_months, from: 'instrument', cycles };
  if (facts.product_months !== null) return { months: facts.product_months, from: 'product', cycles };
  return { months: usual.months, from: 'type', cycles };
}
