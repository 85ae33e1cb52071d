import { create } from 'zustand';

interface ClientDraft {
  readonly name: string;
  readonly code: string;
  readonly countryCode: string | null;
  readonly segment: string;
}

export const emptyClientDraft: ClientDraft = { name: '', code: '', countryCode: null, segment: '' };

/** What is typed into the form for a new client, until it is saved or cancelled. */
export const useClientDraft = create<ClientDraft>(() => emptyClientDraft);
