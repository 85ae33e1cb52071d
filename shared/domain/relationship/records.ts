import type { RelationshipKindKey } from './kinds.ts';
import type { RelationshipRecord } from './values.ts';

/** A follow-up of the exporter's own task list. Epoch days. */
interface FollowUp {
  readonly id: string;
  /** null: no day was set, so nothing was promised. */
  readonly dueDay: number | null;
  readonly doneDay: number | null;
}

/** One answer of a client survey to "how useful": 1 (not at all) … 7 (very). */
interface UsefulnessAnswer {
  readonly id: string;
  readonly day: number;
  readonly answer: number;
}

/** One instrument handed over that needs a calibration certificate. Epoch days. */
interface InstrumentDelivery {
  readonly id: string;
  readonly deliveredDay: number;
  /** The day from which a complete certificate was with the client; null: still missing. */
  readonly certifiedDay: number | null;
}

/** One recalibration that the exporter has taken on. Epoch days. */
interface Recalibration {
  readonly id: string;
  readonly dueDay: number;
  /** The day up to which it was extended, agreed before the due day; null: it was not. */
  readonly extendedToDay: number | null;
  readonly doneDay: number | null;
}

export type RelationshipEntries = { readonly [K in RelationshipKindKey]: readonly RelationshipRecord<K>[] };

/** What else is recorded of one client's relationship. No order is required of any list. */
export interface RelationshipRecords {
  readonly entries: RelationshipEntries;
  /** The client's people who are not in the bin. */
  readonly contactIds: readonly string[];
  /** What the client asked for; null: not known, so nothing is held against it. */
  readonly preferredChannel: string | null;
  readonly preferredLanguage: string | null;
  /** T: within how many hours a message is to be answered; null = the default of 8. */
  readonly answerWithinHours: number | null;
  readonly followUps: readonly FollowUp[];
  readonly usefulnessAnswers: readonly UsefulnessAnswer[];
  readonly instrumentDeliveries: readonly InstrumentDelivery[];
  readonly recalibrations: readonly Recalibration[];
}

export const emptyEntries: RelationshipEntries = {
  offer: [], supplyRequest: [], feedback: [], benefit: [], clubActivity: [], testimonial: [], occasion: [], campaignTouch: [], training: [], idea: [],
  consent: [], privacyRequest: [], commitment: [], satisfaction: [], referral: [], contentShare: [], warrantyReturn: [],
};

/** Nothing recorded. */
export const emptyRelationship: RelationshipRecords = {
  entries: emptyEntries, contactIds: [], preferredChannel: null, preferredLanguage: null, answerWithinHours: null, followUps: [], usefulnessAnswers: [],
  instrumentDeliveries: [], recalibrations: [],
};
