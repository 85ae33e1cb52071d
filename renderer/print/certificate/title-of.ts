import type { TFunction } from 'i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { documentLanguages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { textsIn } from '#renderer/i18n/texts.ts';

/** What a certificate is usually called, in every language that it can be printed in. */
const usualTitles = (): ReadonlySet<string> => new Set(documentLanguages.map((language) => textsIn(language, usualDocumentLocale(language).digits).t('certificatePrint:title')));

/** The usual title is said in the language of the paper; another one stays as it was written. */
export const titleOf = (t: TFunction, { title }: StoredCertificate['document']): string => (title === null || usualTitles().has(title) ? t('certificatePrint:title') : title);
