import type { TFunction } from 'i18next';
import { eventOfRec24, isMilestoneEvent, milestoneEvents } from '#shared/domain/delivery/index.ts';
import type { MilestoneEvent, MilestoneKind } from '#shared/domain/delivery/index.ts';
import type { ContractClient } from '#shared/contract/index.ts';

export type LineDetail = Awaited<ReturnType<ContractClient['orders']['line']>>;

interface TrackMark {
  readonly kind: MilestoneKind;
  readonly on: string;
}

export interface TrackRow {
  readonly id: string;
  readonly label: string;
  readonly marks: readonly TrackMark[];
  readonly place: string | null;
}

/** The event of a milestone by its name or by its UN/ECE Recommendation 24 code; null: kept as the source wrote it. */
export function milestoneEventOf(event: string): MilestoneEvent | null {
  if (isMilestoneEvent(event)) return event;
  return /^\d+$/u.test(event) ? eventOfRec24(Number(event)) : null;
}

/** Place on the way, for events of one day. */
const orderOnTheWay = (id: string): number => milestoneEvents.findIndex(({ event }) => event === id);

/**
 * What was asked, promised, planned and done for one line, one row a matter in the order it is lived through.
 * A promise is a plan; only what happened is actual.
 */
export function trackOfLine(t: TFunction, line: LineDetail): readonly TrackRow[] {
  const rows: TrackRow[] = [];
  const add = (id: string, label: string, kind: MilestoneKind, on: string | null): void => {
    if (on !== null) rows.push({ id, label, marks: [{ kind, on }], place: null });
  };
  add('requested', t('records:line.requestedOn'), 'planned', line.requestedOn);
  add('first', t('records:line.firstPromisedOn'), 'planned', line.firstPromisedOn);
  if (line.currentPromisedOn !== line.firstPromisedOn) add('current', t('records:line.currentPromisedOn'), 'planned', line.currentPromisedOn);
  const events = new Map<string, { readonly id: string; readonly label: string; readonly marks: TrackMark[]; place: string | null }>();
  for (const { event, kind, occursOn, place } of line.milestones) {
    const known = milestoneEventOf(event);
    const key = known ?? event;
    const row = events.get(key) ?? { id: key, label: known === null ? event : t(`records:milestone.${known}`), marks: [], place: null };
    row.marks.push({ kind, on: occursOn });
    row.place ??= place;
    events.set(key, row);
  }
  const first = (marks: readonly TrackMark[]): string => marks.reduce((least, { on }) => (on < least ? on : least), '9999');
  rows.push(...[...events.values()].toSorted((a, b) => first(a.marks).localeCompare(first(b.marks)) || orderOnTheWay(a.id) - orderOnTheWay(b.id)));
  if (!events.has('delivered')) add('delivered', t('records:line.deliveredOn'), 'actual', line.deliveredOn);
  return rows;
}
