import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { documentLanguageOf, documentLanguages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import type { DocumentLanguage } from '#shared/i18n/locale.ts';
import { textsIn } from '#renderer/i18n/texts.ts';

export const NOBODY = 'nobody';

/** Each language by the name that its readers know it by. */
export function languageOptions(): readonly { readonly id: DocumentLanguage; readonly label: string; readonly lang: string }[] {
  return documentLanguages.map((id) => ({ id, label: textsIn(id, usualDocumentLocale(id).digits).t('survey:languageName'), lang: id }));
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
export function usualChoice({ contacts, language }: Client): { readonly contactId: string; readonly language: DocumentLanguage } {
  const contact = contacts.find(({ isPrimary }) => isPrimary) ?? contacts[0];
  return { contactId: contact?.id ?? NOBODY, language: documentLanguageOf(contact?.language ?? language) };
}
