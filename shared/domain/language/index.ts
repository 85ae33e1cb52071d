/** The primary language subtag of a BCP 47 tag: `fa` of `fa-IR`. People choose a language, not a region or a script. */
export const primaryLanguage = (tag: string): string => (tag.split(/[-_]/u)[0] ?? tag).toLowerCase();
