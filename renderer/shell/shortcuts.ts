import type { MenuCommand } from '#shared/contract/desktop.ts';
import { placeShortcuts } from '#shared/contract/places.ts';

/** Keys as `KeyboardEvent.key` knows them; `mod` is Ctrl, or Command on a Mac. */
export interface Shortcut {
  readonly command: MenuCommand | 'undo';
  readonly key: string;
  /** Works where a native menu has it; a browser keeps these for itself. */
  readonly isDesktopOnly?: boolean;
}

export const shortcuts: readonly Shortcut[] = [
  { command: 'find', key: 'k' },
  { command: 'new-client', key: 'n', isDesktopOnly: true },
  { command: 'import', key: 'i' },
  { command: 'log-interaction', key: 'l', isDesktopOnly: true },
  { command: 'print', key: 'p' },
  ...placeShortcuts.map(([command, key]) => ({ command, key })),
  { command: 'settings', key: ',' },
  { command: 'shortcuts', key: '/' },
  { command: 'undo', key: 'z' },
];

const isMac = /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** "Ctrl K", "⌘ K". */
export const keysOf = (command: Shortcut['command']): string | undefined => {
  const shortcut = shortcuts.find((entry) => entry.command === command);
  return shortcut ? `${isMac ? '⌘' : 'Ctrl'} ${shortcut.key.toUpperCase()}` : undefined;
};

const isModified = (event: KeyboardEvent): boolean => (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey;

const TYPING = 'input, textarea, [contenteditable="true"], [role="spinbutton"]';

/** The shortcut that a key press means, where it is pressed. Letters typed with another layout (Persian) are found by their place. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (!isModified(event)) return undefined;
  const key = event.key.toLowerCase();
  const place = event.code.replace(/^(?:Key|Digit)/u, '').toLowerCase();
  const found = shortcuts.find((entry) => entry.key === key) ?? shortcuts.find((entry) => entry.key === place);
  // Ctrl+Z in a field undoes typing, not the last deletion.
  return found?.command === 'undo' && event.target instanceof Element && event.target.closest(TYPING) ? undefined : found;
}
