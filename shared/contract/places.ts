/**
 * The pages that one goes to from anywhere: by the native menu's View, by the command palette, and by Ctrl/Cmd with the digit. In the
 * order of the menu. A further page takes the next free digit.
 */
export const placeShortcuts = [
  ['clients', '1'],
  ['company', '2'],
  ['portfolio', '3'],
  ['playbook', '4'],
  ['weights', '5'],
  ['agreement', '6'],
  ['instruments', '7'],
  ['recall', '8'],
  ['scan', '9'],
] as const satisfies readonly (readonly [string, string])[];

export type Place = (typeof placeShortcuts)[number][0];
export const placeNames: readonly Place[] = placeShortcuts.map(([place]) => place);
