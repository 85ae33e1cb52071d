/**
 * The way of a shipment. Events that carriers and customs report carry their code of UN/ECE Recommendation 24 (Trade and
 * Transport Status Codes); steps inside the exporter's house have none.
 */
export const milestoneEvents = [
  { event: 'ordered', rec24: null },
  { event: 'produced', rec24: null },
  { event: 'certified', rec24: null },
  { event: 'packed', rec24: null },
  { event: 'collected', rec24: 13 },
  { event: 'export-cleared', rec24: 9 },
  { event: 'departed', rec24: 24 },
  { event: 'delayed', rec24: 20 },
  { event: 'arrived', rec24: 1 },
  { event: 'import-cleared', rec24: 8 },
  { event: 'not-delivered', rec24: 23 },
  { event: 'delivered', rec24: 21 },
] as const satisfies readonly { readonly event: string; readonly rec24: number | null }[];

export type MilestoneEvent = (typeof milestoneEvents)[number]['event'];
export type MilestoneKind = 'planned' | 'estimated' | 'actual';

export const isMilestoneEvent = (text: string): text is MilestoneEvent => milestoneEvents.some(({ event }) => event === text);

/** The event of a Recommendation 24 code; null for a code outside the ones above. */
export const eventOfRec24 = (code: number): MilestoneEvent | null => milestoneEvents.find(({ rec24 }) => rec24 === code)?.event ?? null;

export interface Milestone {
  readonly id: string;
  readonly event: string;
  readonly kind: MilestoneKind;
  /** Epoch day in the zone of the place. */
  readonly day: number;
  /** When this was said, ISO UTC: of two estimates the later one holds. */
  readonly recordedAt: string;
}

const rank: Readonly<Record<MilestoneKind, number>> = { planned: 0, estimated: 1, actual: 2 };

/**
 * What is best known of an event: an actual before an estimate before a plan, and of one kind the latest said. An
 * estimate that comes in after the actual changes nothing.
 */
export const bestKnown = (milestones: readonly Milestone[], event: string): Milestone | null => {
  let best: Milestone | null = null;
  for (const milestone of milestones) {
    if (milestone.event !== event) continue;
    const better =
      best === null || rank[milestone.kind] > rank[best.kind] || (milestone.kind === best.kind && milestone.recordedAt > best.recordedAt);
    if (better) best = milestone;
  }
  return best;
};
