import { profileFieldKeys } from '../profile-fields.ts';
import type { EvidenceRule } from './rule.ts';

/** After two years half of what is written about a company is doubted. */
const freshnessHalfLifeDays = 730;

/**
 * Event: each expected field of the client's record, seen now (so each weighs 1). y = 0 when it is missing, else its
 * freshness 2^(−age/730) since it was last written or confirmed. Because what is missing is known, this indicator always
 * has data. A field written after the reading day counts as fresh: when it became true is not recorded.
 */
export const customer360: EvidenceRule = {
  indicatorId: 'customer-360',
  reasons: { missing: ['field'], known: ['field', 'days'] },
  visit: (records, asOfDay, emit) => {
    for (const field of profileFieldKeys) {
      const fact = records.profile[field];
      if (fact === null) {
        emit(0, asOfDay, 'client', records.clientId, 'missing', field, 0);
        continue;
      }
      const ageDays = Math.max(0, asOfDay - fact.recordedDay);
      emit(2 ** (-ageDays / freshnessHalfLifeDays), asOfDay, fact.source.kind, fact.source.id, 'known', field, ageDays);
    }
  },
};
