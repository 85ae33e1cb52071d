import { calibrationCertificate } from './calibration-certificate.ts';
import { calibrationService } from './calibration-service.ts';
import { commitment } from './commitment.ts';
import { consumerLaw } from './consumer-law.ts';
import { cooperationOffers } from './cooperation-offers.ts';
import { customer360 } from './customer-360.ts';
import { customerClub } from './customer-club.ts';
import { customerPrivacy } from './customer-privacy.ts';
import { experienceExpression } from './experience-expression.ts';
import { goodFeeling } from './good-feeling.ts';
import { interactionFeedback } from './interaction-feedback.ts';
import { marketExpansion } from './market-expansion.ts';
import { meetingNeeds } from './meeting-needs.ts';
import { onlineAdvertising } from './online-advertising.ts';
import { onlineResponsiveness } from './online-responsiveness.ts';
import { openInnovation } from './open-innovation.ts';
import { perceivedUsefulness } from './perceived-usefulness.ts';
import { personalisation } from './personalisation.ts';
import { respectCultural } from './respect-cultural.ts';
import { returnGuarantee } from './return-guarantee.ts';
import { rewardBenefit } from './reward-benefit.ts';
import type { EvidenceRule } from './rule.ts';
import { satisfaction } from './satisfaction.ts';
import { successfulExperiences } from './successful-experiences.ts';
import { sustainedInteraction } from './sustained-interaction.ts';
import { timelyDelivery } from './timely-delivery.ts';
import { trainingSkill } from './training-skill.ts';
import { transparency } from './transparency.ts';

/** The client's indicators that its own records speak for, in the order of the model. A new rule is one file and one line here. */
export const evidenceRules: readonly EvidenceRule[] = [
  rewardBenefit, experienceExpression, onlineAdvertising, cooperationOffers, goodFeeling, respectCultural, customerPrivacy, commitment, satisfaction,
  transparency, trainingSkill, customer360, interactionFeedback, onlineResponsiveness, perceivedUsefulness, personalisation, returnGuarantee,
  calibrationCertificate, calibrationService, meetingNeeds, openInnovation, timelyDelivery, sustainedInteraction, marketExpansion, customerClub,
  successfulExperiences, consumerLaw,
];
