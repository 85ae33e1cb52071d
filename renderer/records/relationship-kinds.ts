import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';

/** Kinds in the order in which a person looks for them: business, service and voice, closeness, privacy. */
export const relationshipKindsInOrder = [
  'offer', 'supplyRequest', 'commitment', 'referral', 'warrantyReturn', 'feedback', 'satisfaction', 'training', 'idea', 'occasion', 'benefit', 'clubActivity',
  'testimonial', 'campaignTouch', 'contentShare', 'consent', 'privacyRequest',
] as const satisfies readonly RelationshipKindKey[];
