import { customer360 } from './customer-360.ts';
import { marketExpansion } from './market-expansion.ts';
import { meetingNeeds } from './meeting-needs.ts';
import type { EvidenceRule } from './rule.ts';
import { successfulExperiences } from './successful-experiences.ts';
import { sustainedInteraction } from './sustained-interaction.ts';
import { timelyDelivery } from './timely-delivery.ts';

/** The indicators that the records speak for today. A new rule is one file and one line here. */
export const evidenceRules: readonly EvidenceRule[] = [
  timelyDelivery, meetingNeeds, successfulExperiences, marketExpansion, sustainedInteraction, customer360,
];
