const escaped = (char: string): string => (char === '_' ? '%5F' : encodeURIComponent(char));

/**
 * The lists of the format part their items at white space. A label goes into one with its blanks as `_` (readable in any viewer)
 * and with `_`, `%` and other white space percent-encoded (RFC 3986).
 */
export const asListItem = (label: string): string => label.replaceAll(/[%_]|[^\S ]/gu, escaped).replaceAll(' ', '_');

/** The label that was written as this item; an item that no label is written as stands for itself. */
export function ofListItem(item: string): string {
  try {
    return decodeURIComponent(item.replaceAll('_', ' '));
  } catch (error) {
    if (error instanceof URIError) return item;
    throw error;
  }
}
