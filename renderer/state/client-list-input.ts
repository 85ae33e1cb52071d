import type { ClientFilter, clientSorts } from '#shared/contract/clients.ts';

/** The question that the client list asks, without the window of rows. */
export interface ClientListInput extends ClientFilter {
  readonly sort: (typeof clientSorts)[number];
  readonly descending: boolean;
}

/** All clients, the worst score first: that is where work is waiting. */
export const everyClient: ClientListInput = {
  search: '',
  countryCodes: [],
  segments: [],
  stages: [],
  weakest: [],
  openLate: false,
  sort: 'overall',
  descending: false,
};
