import english from '#shared/i18n/locales/en/menu.json' with { type: 'json' };
import persian from '#shared/i18n/locales/fa/menu.json' with { type: 'json' };
import type { Language } from './desktop-state.ts';

export type MenuTexts = typeof english;

const texts: Readonly<Record<Language, MenuTexts>> = { en: english, fa: persian };

export const menuTexts = (language: Language): MenuTexts => texts[language];
