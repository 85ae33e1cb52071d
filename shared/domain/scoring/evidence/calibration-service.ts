import type { EvidenceRule } from './rule.ts';

/**
 * Event: each recalibration that was done, or whose day has passed. y = 1 done by its due day, 0.5 while it keeps to an
 * extension, else 0. Age from the day it was done in time, else from the due day.
 */
export const calibrationService: EvidenceRule = {
  indicatorId: 'calibration-service',
  reasons: { onTime: [], extended: ['days'], overdue: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, dueDay, extendedToDay, doneDay } of relationship.recalibrations) {
      const done = doneDay !== null && doneDay <= asOfDay ? doneDay : null;
      if (done !== null && done <= dueDay) emit(1, done, 'recalibration', id, 'onTime', 0, 0);
      else if (done !== null || asOfDay > dueDay) {
        const isExtended = extendedToDay !== null && (done ?? asOfDay) <= extendedToDay;
        emit(isExtended ? 0.5 : 0, dueDay, 'recalibration', id, isExtended ? 'extended' : 'overdue', (done ?? asOfDay) - dueDay, 0);
      }
    }
  },
};
