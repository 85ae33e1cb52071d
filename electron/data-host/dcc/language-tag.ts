/** Whether it is a well-formed BCP 47 tag: one at which `Intl` does not throw, so that screens can use it. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The ISO 639-1 code of a language tag; null: it is none, or a language without a code of two letters, and the format knows no other. */
export const iso639Of = (text: string): string | null => (isLanguageTag(text) ? (/^[a-z]{2}(?=-|$)/u.exec(text.toLowerCase())?.[0] ?? null) : null);
