import { createContext, use, useLayoutEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { createFormat } from '#shared/i18n/format.ts';
import type { Format } from '#shared/i18n/format.ts';
import { directionOf, localeTag } from '#shared/i18n/locale.ts';
import type { DocumentLocale } from '#shared/i18n/locale.ts';
import { textsIn } from './texts.ts';

const FormatContext = createContext<Format | null>(null);

interface LocaleScopeProps {
  readonly choice: DocumentLocale;
  /** True for the whole document (sets `lang` and `dir` of <html>); false for a part of it, such as a preview. */
  readonly root?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Texts, formats, calendar and direction for everything inside. */
export function LocaleScope({ choice: { language, calendar, digits }, root = false, className, children }: LocaleScopeProps) {
  const choice = useMemo(() => ({ language, calendar, digits }), [language, calendar, digits]);
  const format = useMemo(() => createFormat(choice), [choice]);
  const texts = textsIn(language, digits);
  useLayoutEffect(() => {
    if (!root) return;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [root, language]);
  return (
    <I18nextProvider i18n={texts}>
      <I18nProvider locale={localeTag(choice)}>
        <FormatContext value={format}>
          {root ? (
            children
          ) : (
            <div lang={language} dir={directionOf(language)} className={className}>
              {children}
            </div>
          )}
        </FormatContext>
      </I18nProvider>
    </I18nextProvider>
  );
}

/** Numbers, money, days and names as the person chose to read them. */
export function useFormat(): Format {
  const format = use(FormatContext);
  if (!format) throw new Error('useFormat is used outside a LocaleScope');
  return format;
}
