import { surveyLanguages, surveyQuestions } from '#shared/domain/survey/index.ts';
import type { SurveyLanguage } from '#shared/domain/survey/index.ts';
import type { Organisation } from '#shared/contract/settings.ts';
import { foldDigits } from '#shared/domain/importing/normalise.ts';

export type SurveyDigits = 'latn' | 'arabext' | 'arab';

export interface SurveyLocale {
  readonly language: SurveyLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** What readers of the language expect; the person at the stand has not chosen any. */
  readonly digits: SurveyDigits;
  /** BCP 47. */
  readonly tag: string;
}

const DIGITS: Readonly<Record<SurveyLanguage, SurveyDigits>> = { en: 'latn', fa: 'arabext', ar: 'arab', ru: 'latn' };
const REGIONS: Readonly<Record<SurveyLanguage, string>> = { en: 'en-GB', fa: 'fa-IR', ar: 'ar', ru: 'ru' };
const LOCALES: ReadonlyMap<string, SurveyLocale> = new Map(
  surveyLanguages.map(({ id, direction }) => [id, { language: id, direction, digits: DIGITS[id], tag: `${REGIONS[id]}-u-nu-${DIGITS[id]}` }]),
);
const english: SurveyLocale = { language: 'en', direction: 'ltr', digits: 'latn', tag: 'en-GB-u-nu-latn' };

/** Of a language tag; English where there is no survey in that language. */
export const surveyLocaleOf = (tag: string | null): SurveyLocale => LOCALES.get(tag?.toLowerCase().split('-')[0] ?? '') ?? english;

/** Whom the words of the consent name; null where the exporter has not said how it can be reached, so that nobody can be asked yet. */
export type Asker = Readonly<Record<'company' | 'contact', string>>;

export function askerOf(organisation: Organisation | null): Asker | null {
  const contact = organisation?.email ?? organisation?.phone ?? organisation?.website ?? organisation?.address ?? null;
  return organisation === null || contact === null ? null : { company: organisation.name, contact };
}

/** The point of a scale that a key stands for, in any script of digits; 0: it cannot be said; null for other keys. */
export function answerOfKey(key: string, points: number): number | null {
  const digit = foldDigits(key);
  return /^\d$/u.test(digit) && Number(digit) <= points ? Number(digit) : null;
}

/** Whether a number of a few digits is another, whatever script it was typed in. */
export const isSameNumber = (typed: string, number: string): boolean => foldDigits(typed).replaceAll(/\s/gu, '') === number;

export const questionCount = surveyQuestions.length;
