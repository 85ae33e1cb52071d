import type { CompanyEvidenceRule } from './rule.ts';

/**
 * Event: each completed month in which interactions were recorded. y = the share of them that name the channel, how it
 * went and with whom: only these can be analysed later. Age from the last day of the month.
 */
const interactionDataStorage: CompanyEvidenceRule = {
  indicatorId: 'interaction-data-storage',
  reasons: { month: ['complete', 'interactions'] },
  visit: ({ facts }, asOfDay, emit) => {
    for (const { firstOn, lastDay, interactions, complete } of facts.interactionMonths) {
      if (lastDay <= asOfDay && interactions > 0) emit(complete / interactions, lastDay, 'period', firstOn, 'month', complete, interactions);
    }
  },
};

/**
 * Event: each completed quarter from the first one on in which content was shared. y = the share of the clients in touch
 * that received any: content that reaches a few is made for a few. Age from the last day of the quarter.
 */
const content: CompanyEvidenceRule = {
  indicatorId: 'content',
  reasons: { quarter: ['reached', 'clients'] },
  visit: ({ facts }, asOfDay, emit) => {
    let firstShared = Infinity;
    for (const { lastDay, reached } of facts.contentQuarters) if (reached > 0 && lastDay < firstShared) firstShared = lastDay;
    for (const { firstOn, lastDay, clients, reached } of facts.contentQuarters) {
      if (lastDay >= firstShared && lastDay <= asOfDay && clients > 0) emit(reached / clients, lastDay, 'period', firstOn, 'quarter', reached, clients);
    }
  },
};

/** The exporter's own indicators that the records of all clients speak for. */
export const companyEvidenceRules: readonly CompanyEvidenceRule[] = [interactionDataStorage, content];
