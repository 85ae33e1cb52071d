export type * from './types.ts';
export { delayReasons, isDelayReason } from './delay-reasons.ts';
export { incoterms, readIncoterm } from './incoterms.ts';
export { bestKnown, eventOfRec24, isMilestoneEvent, milestoneEvents } from './milestones.ts';
export type { Milestone, MilestoneEvent, MilestoneKind } from './milestones.ts';
export {
  dueDayOf, headlineMeasure, judgeLine, latenessDaysOf, lineBits, lineOutcome, onOrBeforeWindow, onTimeInFullBits,
} from './outcome.ts';
export { leadTimePriorOf, orderStatisticPromise, promiseLeadTime, shrunkLognormalPromise } from './promise.ts';
export type { LeadTime } from './promise.ts';
export { createDeliveryAccumulator, summariseDeliveries } from './summary.ts';
