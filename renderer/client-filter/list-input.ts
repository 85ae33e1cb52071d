import type { ClientFilter } from '#shared/contract/clients.ts';
import { everyClient } from '#renderer/state/client-list-input.ts';
import type { ClientListInput } from '#renderer/state/client-list-input.ts';
import { setInterface, useInterface } from '#renderer/state/interface.ts';

/** Another question begins at the top of its answer. */
export function changeList(changes: Partial<ClientListInput>): void {
  setInterface({ clientList: { ...useInterface.getState().clientList, ...changes }, clientListIndex: 0 });
}

export const isFiltered = ({ search, countryCodes, segments, stages, weakest, openLate }: ClientFilter): boolean =>
  search.trim() !== '' || countryCodes.length + segments.length + stages.length + weakest.length > 0 || openLate;

export function clearFilters(): void {
  const { sort, descending } = useInterface.getState().clientList;
  setInterface({ clientList: { ...everyClient, sort, descending }, clientListIndex: 0 });
}

/** The direction that a person means by choosing a sort: the greatest value, the latest contact, but the worst score and the letter A. */
export const customaryDirection: Readonly<Record<ClientListInput['sort'], boolean>> = {
  overall: false, name: false, country: false, stage: false, value: true, lastInteraction: true,
};

/** The filter alone, for questions that have their own order. */
export const filterOf = ({ search, countryCodes, segments, stages, weakest, openLate }: ClientFilter): ClientFilter => ({ search, countryCodes, segments, stages, weakest, openLate });
