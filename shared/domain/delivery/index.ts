export type * from './types.ts';
export { delayReasons, isDelayReason } from './delay-reasons.ts';
export { deliversAtDestination, incoterms, readIncoterm } from './incoterms.ts';
export type { DeliveryPoint, Incoterm, IncotermEdition, RiskNote, TradeParty } from './incoterms.ts';
export { bestKnown, eventOfRec24, isMilestoneEvent, milestoneEvents } from './milestones.ts';
export type { Milestone, MilestoneEvent, MilestoneKind } from './milestones.ts';
export {
  dueDayOf, headlineMeasure, headlineWindow, isWithin, judgeLine, latenessDaysOf, lineBits, lineOutcome, onOrBeforeWindow, onTimeInFullBits,
} from './outcome.ts';
export type { LineOutcome } from './outcome.ts';
export { leadTimePriorOf, orderStatisticPromise, promiseLeadTime, shrunkLognormalPromise } from './promise.ts';
export type { LeadTime, LeadTimeGroups, LeadTimePrior, LeadTimePromise, PromiseLevel } from './promise.ts';
export { createDeliveryAccumulator, summariseDeliveries } from './summary.ts';
export type { DeliveryAccumulator } from './summary.ts';
