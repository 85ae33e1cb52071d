import { create } from 'zustand';
import type { ClientListInput } from './client-list-input.ts';
import { everyClient } from './client-list-input.ts';

/** What the window remembers while it is open: never records. */
interface InterfaceState {
  readonly isNavCollapsed: boolean;
  /** The client list's question and place, kept for coming back from a client. */
  readonly clientList: ClientListInput;
  readonly clientListIndex: number;
  /** Banners that were put away for this session. */
  readonly hiddenBanners: readonly string[];
  readonly isPaletteOpen: boolean;
  readonly isShortcutsOpen: boolean;
}

export const useInterface = create<InterfaceState>(() => ({
  isNavCollapsed: false,
  clientList: everyClient,
  clientListIndex: 0,
  hiddenBanners: [],
  isPaletteOpen: false,
  isShortcutsOpen: false,
}));

export const setInterface = (changes: Partial<InterfaceState>): void => {
  useInterface.setState(changes);
};
