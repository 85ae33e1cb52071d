import type { IndicatorId } from '../model/index.ts';
import type { IndicatorParameters } from './types.ts';

const parameters = (halfLifeDays: number, priorWeight: number, priorMean: number): IndicatorParameters => ({ halfLifeDays, priorWeight, priorMean });

/** Ratings and survey answers fade with this half-life, whatever the half-life of the indicator's records. */
export const assessmentHalfLifeDays = 365;

/** For indicators that only people rate: the weight of the satisfaction row, around the middle of the scale. */
const ratedOnly = parameters(assessmentHalfLifeDays, 3, 0.5);

/**
 * H, m and p0 until the portfolio can tell its own m and p0. A short half-life where the client feels what happened
 * lately, a long one where events are rare; p0 is what a sound exporter reaches. What an event is and what y is, one
 * sentence each, stands in the scoring catalogue as `indicator.<id>.event`.
 */
const evidenceParameters = {
  'timely-delivery': parameters(180, 5, 0.85),
  'return-guarantee': parameters(365, 4, 0.8),
  'calibration-certificate': parameters(365, 5, 0.95),
  'calibration-service': parameters(365, 5, 0.7),
  'online-responsiveness': parameters(90, 5, 0.75),
  satisfaction: parameters(365, 3, 0.7),
  'customer-club': parameters(365, 6, 0.5),
  'perceived-usefulness': parameters(365, 4, 0.6),
  'interaction-feedback': parameters(180, 4, 0.6),
  commitment: parameters(180, 6, 0.8),
  // Rare matters of a relationship: a year's memory, the weight of the table's rows, and the middle, since nobody knows what
  // is usual; a lower start would let even the best rating fail the threshold of a stage.
  'reward-benefit': parameters(365, 4, 0.5),
  'experience-expression': parameters(365, 4, 0.5),
  'online-advertising': parameters(180, 4, 0.5),
  'cooperation-offers': parameters(365, 4, 0.5),
  'respect-cultural': parameters(365, 4, 0.5),
  'customer-privacy': parameters(365, 4, 0.5),
  'open-innovation': parameters(365, 4, 0.5),
  'training-skill': parameters(365, 4, 0.7),
  // Moods and messages are many and soon forgotten.
  'good-feeling': parameters(180, 4, 0.6),
  personalisation: parameters(180, 6, 0.7),
  // The same lines as timely delivery; only the late ones are events.
  transparency: parameters(180, 5, 0.5),
  'consumer-law': parameters(365, 5, 0.85),
  // One event a month, one a quarter.
  'interaction-data-storage': parameters(180, 3, 0.6),
  content: parameters(365, 3, 0.5),
  // Deliveries of the same lines as timely delivery: the same memory, and short deliveries are rarer than late ones.
  'meeting-needs': parameters(180, 5, 0.9),
  // One event an order, far fewer than lines: a year's memory. An order fails with any of its lines.
  'successful-experiences': parameters(365, 4, 0.7),
  // A quarter's growth is 0.5 where purchases neither rise nor fall.
  'market-expansion': parameters(365, 4, 0.5),
  'sustained-interaction': parameters(180, 6, 0.5),
  // Every field is seen now: the half-life applies to ratings alone, freshness is in y.
  'customer-360': parameters(365, 3, 0.6),
} as const satisfies Partial<Record<IndicatorId, IndicatorParameters>>;

const byIndicator: Readonly<Partial<Record<IndicatorId, IndicatorParameters>>> = evidenceParameters;

/** The default parameters of any indicator of the model. */
export const parametersOf = (id: IndicatorId): IndicatorParameters => byIndicator[id] ?? ratedOnly;
