import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { DeliveryMeasure } from '#shared/domain/delivery/index.ts';
import { headlineMeasure } from '#shared/domain/delivery/index.ts';
import type { CompanyRecords, Priors, ScoringContext, Weights } from '#shared/domain/scoring/index.ts';
import type { Connection } from '../db/store.ts';
import { readPreferences, readingDay } from '../settings/index.ts';
import { weightsAt } from './weights.ts';

/** All that scores and list figures depend on besides the records: where it differs, what is stored is out of date. */
export interface ReadingBasis {
  readonly asOfOn: string;
  readonly windowEarlyDays: number;
  readonly windowLateDays: number;
  readonly rhythmDays: number;
  readonly answerWithinHours: number;
  readonly stageThreshold: number;
  readonly weightsId: string;
}

export function readBasis(connection: Connection, now: Date): ReadingBasis {
  const { windowEarlyDays, windowLateDays, rhythmDays, answerWithinHours, stageThreshold } = readPreferences(connection);
  return {
    asOfOn: readingDay(connection, now), windowEarlyDays, windowLateDays, rhythmDays, answerWithinHours, stageThreshold,
    weightsId: weightsAt(connection, null).id,
  };
}

export const sameBasis = (left: ReadingBasis, right: ReadingBasis): boolean =>
  left.asOfOn === right.asOfOn && left.windowEarlyDays === right.windowEarlyDays && left.windowLateDays === right.windowLateDays &&
  left.rhythmDays === right.rhythmDays && left.answerWithinHours === right.answerWithinHours && left.stageThreshold === right.stageThreshold && left.weightsId === right.weightsId;

/** The headline: on time against the first promise, within the window that this exporter chose. */
export const headlineOf = (basis: ReadingBasis): DeliveryMeasure => ({
  ...headlineMeasure,
  window: { earliestDays: basis.windowEarlyDays === 0 ? 0 : -basis.windowEarlyDays, latestDays: basis.windowLateDays },
});

export const contextOf = (basis: ReadingBasis, weights: Weights, priors: Priors, company: CompanyRecords): ScoringContext => ({
  asOfDay: trustedIsoDayToNumber(basis.asOfOn), weights, priors, company, stageThreshold: basis.stageThreshold,
});
