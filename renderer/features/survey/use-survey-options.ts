import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { surveyLanguages } from '#shared/domain/survey/index.ts';
import type { SurveyLanguage } from '#shared/domain/survey/index.ts';
import { textsIn } from '#renderer/i18n/texts.ts';
import { surveyLocaleOf } from '#renderer/survey/survey-locale.ts';

export const NOBODY = 'nobody';

/** Each language by the name that its readers know it by. */
export function languageOptions(): readonly { readonly id: SurveyLanguage; readonly label: string; readonly lang: string }[] {
  return surveyLanguages.map(({ id }) => ({ id, label: textsIn(id, surveyLocaleOf(id).digits).t('survey:languageName'), lang: id }));
}

/** The client's people, and that nobody is named. */
export function usePeopleOptions({ contacts }: Client): readonly { readonly id: string; readonly label: string; readonly description?: string }[] {
  const { t } = useTranslation('surveyScreen');
  return [
    ...contacts.map(({ id, name, role }) => ({ id, label: name, ...(role === null ? {} : { description: role }) })),
    { id: NOBODY, label: t('ask.nobody') },
  ];
}

/** Who is asked unless somebody else is chosen, and in which language. */
export function usualChoice({ contacts, language }: Client): { readonly contactId: string; readonly language: SurveyLanguage } {
  const contact = contacts.find(({ isPrimary }) => isPrimary) ?? contacts[0];
  return { contactId: contact?.id ?? NOBODY, language: surveyLocaleOf(contact?.language ?? language).language };
}
