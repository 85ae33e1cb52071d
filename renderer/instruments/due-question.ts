import { everyInstrument } from '#renderer/state/instrument-list.ts';
import type { InstrumentListInput } from '#renderer/state/instrument-list.ts';

/** Stretches of the due list: what is overdue stands in each of the first four, for it is still to be recalled. */
export const dueSpans = ['30', '60', '90', 'overdue', 'extended', 'out', 'all'] as const;
export type DueSpan = (typeof dueSpans)[number];

const inUse = { ...everyInstrument, statuses: ['in-use', 'stored'] } satisfies InstrumentListInput;

const questions: Readonly<Record<DueSpan, InstrumentListInput>> = {
  '30': { ...inUse, dueWithinDays: 30 },
  '60': { ...inUse, dueWithinDays: 60 },
  '90': { ...inUse, dueWithinDays: 90 },
  overdue: { ...inUse, dueStates: ['overdue'] },
  extended: { ...inUse, dueStates: ['extended'] },
  out: { ...everyInstrument, dueStates: ['out-for-calibration'] },
  all: { ...inUse, dueStates: ['due-soon', 'due', 'overdue', 'extended', 'valid'] },
};

export const questionOf = (span: DueSpan): InstrumentListInput => questions[span];
