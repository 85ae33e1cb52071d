import type { DimensionId } from '#shared/domain/model/index.ts';

/** A kind of client, as a sales representative would tell it. What follows from it is drawn at random around these numbers. */
export interface Archetype {
  readonly name: string;
  /** How many of the sample's clients are of this kind. */
  readonly count: number;
  readonly segment: string;
  /** Days before today of the first and the last order; null: never ordered. */
  readonly ordering: { readonly fromDaysAgo: number; readonly toDaysAgo: number; readonly everyDays: number; readonly growth: number } | null;
  readonly kindsAtFirst: number;
  readonly kindsAtLast: number;
  /** Of the order lines: too early, late, short, with bad documents, damaged. */
  readonly rates: { readonly early: number; readonly late: number; readonly short: number; readonly documents: number; readonly damage: number };
  readonly lateDays: readonly [least: number, most: number];
  /** Days between contacts, share of them that are answered or meetings, and when they stopped. */
  readonly contact: { readonly everyDays: number; readonly twoWay: number; readonly stoppedDaysAgo: number; readonly fromDaysAgo: number };
  readonly moods: { readonly good: number; readonly bad: number };
  /** Mean rating 1–5 of the indicators of each dimension; null: nobody rated it yet. */
  readonly ratings: Readonly<Record<DimensionId, number | null>>;
  /** Share of the expected fields of the client's record that are filled in. */
  readonly recordCare: number;
  readonly complaint: boolean;
}

const years = (count: number): number => Math.round(count * 365);

export const archetypes: readonly Archetype[] = [
  {
    name: 'loyal', count: 11, segment: 'Distributor', ordering: { fromDaysAgo: years(3), toDaysAgo: 10, everyDays: 45, growth: 0.1 },
    kindsAtFirst: 3, kindsAtLast: 4, rates: { early: 0.04, late: 0.05, short: 0.03, documents: 0.02, damage: 0.01 }, lateDays: [1, 6],
    contact: { everyDays: 16, twoWay: 0.9, stoppedDaysAgo: 3, fromDaysAgo: years(3) }, moods: { good: 0.5, bad: 0.04 },
    ratings: { brand: 4.9, arousal: 4.9, quality: 4.9, attraction: 4.8, continuity: 4.9 }, recordCare: 0.95, complaint: false,
  },
  {
    name: 'growing', count: 8, segment: 'Distributor', ordering: { fromDaysAgo: years(2.6), toDaysAgo: 8, everyDays: 55, growth: 1.6 },
    kindsAtFirst: 1, kindsAtLast: 5, rates: { early: 0.06, late: 0.09, short: 0.05, documents: 0.03, damage: 0.01 }, lateDays: [1, 9],
    contact: { everyDays: 20, twoWay: 0.85, stoppedDaysAgo: 5, fromDaysAgo: years(2.7) }, moods: { good: 0.4, bad: 0.06 },
    ratings: { brand: 4.7, arousal: 4.8, quality: 4.6, attraction: 4.6, continuity: 4.7 }, recordCare: 0.9, complaint: false,
  },
  {
    name: 'steady', count: 8, segment: 'Workshop', ordering: { fromDaysAgo: years(3), toDaysAgo: 30, everyDays: 80, growth: 0 },
    kindsAtFirst: 2, kindsAtLast: 2, rates: { early: 0.08, late: 0.12, short: 0.06, documents: 0.04, damage: 0.02 }, lateDays: [1, 10],
    contact: { everyDays: 45, twoWay: 0.6, stoppedDaysAgo: 20, fromDaysAgo: years(3) }, moods: { good: 0.25, bad: 0.08 },
    ratings: { brand: 4.3, arousal: 4.8, quality: 4.2, attraction: 4.1, continuity: 1.3 }, recordCare: 0.75, complaint: false,
  },
  {
    name: 'drifting away', count: 7, segment: 'Distributor', ordering: { fromDaysAgo: years(3), toDaysAgo: 210, everyDays: 60, growth: -0.5 },
    kindsAtFirst: 3, kindsAtLast: 2, rates: { early: 0.06, late: 0.2, short: 0.08, documents: 0.05, damage: 0.03 }, lateDays: [2, 16],
    contact: { everyDays: 28, twoWay: 0.55, stoppedDaysAgo: 152, fromDaysAgo: years(3) }, moods: { good: 0.12, bad: 0.2 },
    ratings: { brand: 4.1, arousal: 1.1, quality: 1.2, attraction: 1.4, continuity: 1 }, recordCare: 0.8, complaint: false,
  },
  {
    name: 'victim of late deliveries', count: 6, segment: 'Manufacturer', ordering: { fromDaysAgo: years(2.5), toDaysAgo: 12, everyDays: 50, growth: 0 },
    kindsAtFirst: 2, kindsAtLast: 3, rates: { early: 0.02, late: 0.62, short: 0.14, documents: 0.1, damage: 0.05 }, lateDays: [4, 32],
    contact: { everyDays: 22, twoWay: 0.75, stoppedDaysAgo: 4, fromDaysAgo: years(2.5) }, moods: { good: 0.08, bad: 0.4 },
    ratings: { brand: 4.2, arousal: 4.8, quality: 4.3, attraction: 1, continuity: 1 }, recordCare: 0.85, complaint: true,
  },
  {
    name: 'new lead', count: 5, segment: 'Workshop', ordering: null, kindsAtFirst: 0, kindsAtLast: 0,
    rates: { early: 0, late: 0, short: 0, documents: 0, damage: 0 }, lateDays: [0, 0],
    contact: { everyDays: 9, twoWay: 0.8, stoppedDaysAgo: 2, fromDaysAgo: 16 }, moods: { good: 0.4, bad: 0 },
    ratings: { brand: 3.9, arousal: 1, quality: null, attraction: null, continuity: null }, recordCare: 0.45, complaint: false,
  },
  {
    name: 'one-off', count: 5, segment: 'Manufacturer', ordering: { fromDaysAgo: years(1.4), toDaysAgo: 420, everyDays: 200, growth: 0 },
    kindsAtFirst: 1, kindsAtLast: 1, rates: { early: 0.1, late: 0.15, short: 0.05, documents: 0.05, damage: 0.02 }, lateDays: [1, 8],
    contact: { everyDays: 60, twoWay: 0.4, stoppedDaysAgo: 330, fromDaysAgo: years(1.5) }, moods: { good: 0.15, bad: 0.1 },
    ratings: { brand: 3.4, arousal: 1, quality: 1.3, attraction: 1.5, continuity: 1 }, recordCare: 0.5, complaint: false,
  },
  {
    name: 'quiet but on time', count: 6, segment: 'Manufacturer', ordering: { fromDaysAgo: years(3), toDaysAgo: 25, everyDays: 70, growth: 0 },
    kindsAtFirst: 2, kindsAtLast: 2, rates: { early: 0.02, late: 0.02, short: 0.01, documents: 0.01, damage: 0 }, lateDays: [1, 3],
    contact: { everyDays: 150, twoWay: 0.3, stoppedDaysAgo: 70, fromDaysAgo: years(3) }, moods: { good: 0.15, bad: 0.02 },
    ratings: { brand: 4.2, arousal: 4.8, quality: 1, attraction: 4.6, continuity: 3.6 }, recordCare: 0.6, complaint: false,
  },
  {
    name: 'unanswered complaint', count: 4, segment: 'Distributor', ordering: { fromDaysAgo: years(2), toDaysAgo: 35, everyDays: 65, growth: 0.1 },
    kindsAtFirst: 2, kindsAtLast: 3, rates: { early: 0.05, late: 0.18, short: 0.1, documents: 0.08, damage: 0.12 }, lateDays: [2, 12],
    contact: { everyDays: 35, twoWay: 0.5, stoppedDaysAgo: 30, fromDaysAgo: years(2) }, moods: { good: 0.1, bad: 0.35 },
    ratings: { brand: 3.9, arousal: 4.7, quality: 1, attraction: 1.4, continuity: 1.2 }, recordCare: 0.75, complaint: true,
  },
];
