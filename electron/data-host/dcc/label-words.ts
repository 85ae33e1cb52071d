/**
 * The lists of the format part their items at white space. A label goes into one with its blanks as `_` (readable in any viewer)
 * and with `_`, `%` and other white space as `%XX` of their code.
 */
export const asListItem = (label: string): string =>
  label.replaceAll(/[%_\t\n\r\u0085]/gu, (char) => `%${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`).replaceAll(' ', '_');

export const ofListItem = (item: string): string =>
  item.replaceAll('_', ' ').replaceAll(/%([0-9A-F]{2})/gu, (_escaped, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
