import type { z } from 'zod';
import { create } from 'zustand';
import type { instrumentFilter, instrumentSorts } from '#shared/contract/instruments.ts';

export type InstrumentFilter = z.output<typeof instrumentFilter>;
/** The question that the list of instruments asks, without the window of rows. */
export interface InstrumentListInput extends InstrumentFilter {
  readonly sort: (typeof instrumentSorts)[number];
  readonly descending: boolean;
}

/** All instruments, the one that is longest overdue first. */
export const everyInstrument: InstrumentListInput = {
  search: '', clientId: null, productIds: [], statuses: [], dueStates: [], dueWithinDays: null, dueFromOn: null, dueToOn: null, standardsOnly: false, sort: 'due', descending: false,
};

interface InstrumentListState {
  readonly input: InstrumentListInput;
  /** Where the list stood, for coming back from an instrument. */
  readonly index: number;
}

export const useInstrumentList = create<InstrumentListState>(() => ({ input: everyInstrument, index: 0 }));

/** Another question begins at the top of its answer. */
export const askInstruments = (changes: Partial<InstrumentListInput>): void => {
  useInstrumentList.setState(({ input }) => ({ input: { ...input, ...changes }, index: 0 }));
};

export const clearInstrumentFilters = (): void => {
  useInstrumentList.setState(({ input: { sort, descending } }) => ({ input: { ...everyInstrument, sort, descending }, index: 0 }));
};

export const isInstrumentFilterOn = ({ search, clientId, productIds, statuses, dueStates, dueWithinDays, dueFromOn, dueToOn, standardsOnly }: InstrumentFilter): boolean =>
  search.trim() !== '' || clientId !== null || dueWithinDays !== null || dueFromOn !== null || dueToOn !== null || standardsOnly || productIds.length + statuses.length + dueStates.length > 0;
