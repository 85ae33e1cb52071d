import { trustedIsoDayToNumber } from '../../calendar/index.ts';
import type { SourceKind } from '../types.ts';
import { happenedDay } from './happened.ts';
import type { Emit, EvidenceRule } from './rule.ts';

/** What is known of one promise by the reading day; epoch days. */
interface Promised {
  readonly kind: SourceKind;
  readonly id: string;
  readonly dueDay: number;
  readonly keptDay: number | null;
  readonly movedDay: number | null;
}

const judge = ({ kind, id, dueDay, keptDay, movedDay }: Promised, asOfDay: number, emit: Emit): void => {
  if (keptDay !== null && keptDay <= dueDay) emit(1, keptDay, kind, id, 'kept', dueDay - keptDay, 0);
  else if (movedDay !== null && movedDay <= dueDay) emit(0.5, movedDay, kind, id, 'renegotiated', dueDay - movedDay, 0);
  else if (keptDay !== null) emit(0, dueDay, kind, id, 'late', keptDay - dueDay, 0);
  else if (asOfDay > dueDay) emit(0, dueDay, kind, id, 'broken', asOfDay - dueDay, 0);
};

/**
 * Event: each promise that was kept, was renegotiated, or whose day has passed, and each follow-up of the task list that
 * has a day. y = 1 kept by its day, 0.5 when a new day was agreed by then, else 0. Age from the keeping, from the new
 * agreement, or from the day that was missed: a promise breaks once.
 */
export const commitment: EvidenceRule = {
  indicatorId: 'commitment',
  reasons: { kept: ['days'], renegotiated: ['days'], late: ['days'], broken: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, dueOn, keptOn, renegotiatedOn } of relationship.entries.commitment) {
      const promised: Promised = {
        kind: 'commitment', id, dueDay: trustedIsoDayToNumber(dueOn), keptDay: happenedDay(keptOn, asOfDay), movedDay: happenedDay(renegotiatedOn, asOfDay),
      };
      judge(promised, asOfDay, emit);
    }
    for (const { id, dueDay, doneDay } of relationship.followUps) {
      if (dueDay === null) continue;
      judge({ kind: 'task', id, dueDay, keptDay: doneDay !== null && doneDay <= asOfDay ? doneDay : null, movedDay: null }, asOfDay, emit);
    }
  },
};
