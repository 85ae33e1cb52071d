import en from '#shared/i18n/locales/en/problemFile.json' with { type: 'json' };
import fa from '#shared/i18n/locales/fa/problemFile.json' with { type: 'json' };
import { cleanText } from '#shared/domain/importing/index.ts';
import type { Language } from '#shared/i18n/locale.ts';

export const problemFileTexts = { en, fa } as const satisfies Record<Language, unknown>;

/** The columns that a problem file has in front of the file's own: first of all a person should see what is wrong. */
export const problemColumns = (language: Language): readonly string[] => {
  const { row, column, problem, remedy } = problemFileTexts[language];
  return [row, column, problem, remedy];
};

/** How many columns of a header are those of a problem file of ours, in either language: a corrected file is read without them. */
export function countProblemColumns(header: readonly string[]): number {
  const cells = header.map(cleanText);
  const found = (['en', 'fa'] as const).map(problemColumns).find((names) => names.every((name, index) => cells[index] === name));
  return found?.length ?? 0;
}
