import type { EvidenceRule } from './rule.ts';

/**
 * Event: each instrument delivered. y = 1 with a complete certificate by the delivery, 0.5 when it came later, 0 while it
 * is missing. Age from the delivery, or from the day a late certificate came.
 */
export const calibrationCertificate: EvidenceRule = {
  indicatorId: 'calibration-certificate',
  reasons: { complete: [], late: ['days'], missing: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, deliveredDay, certifiedDay } of relationship.instrumentDeliveries) {
      if (deliveredDay > asOfDay) continue;
      if (certifiedDay !== null && certifiedDay <= deliveredDay) emit(1, deliveredDay, 'instrument', id, 'complete', 0, 0);
      else if (certifiedDay !== null && certifiedDay <= asOfDay) emit(0.5, certifiedDay, 'instrument', id, 'late', certifiedDay - deliveredDay, 0);
      else emit(0, deliveredDay, 'instrument', id, 'missing', asOfDay - deliveredDay, 0);
    }
  },
};
