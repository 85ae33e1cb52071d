import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { textsIn } from '#renderer/i18n/texts.ts';
import type { SurveyLocale } from './survey-locale.ts';

interface Survey extends SurveyLocale {
  /** A whole number in the client's digits. */
  readonly numeral: (value: number) => string;
}

const SurveyContext = createContext<Survey | null>(null);

/** What the client reads: its language, direction and digits, whichever the window around it has. */
export function SurveyScope({ locale, className, children }: { readonly locale: SurveyLocale; readonly className?: string; readonly children: ReactNode }) {
  const survey = useMemo(() => {
    const format = new Intl.NumberFormat(locale.tag, { maximumFractionDigits: 0 });
    return { ...locale, numeral: (value: number) => format.format(value) };
  }, [locale]);
  return (
    <I18nextProvider i18n={textsIn(locale.language, locale.digits)}>
      <I18nProvider locale={locale.tag}>
        <SurveyContext value={survey}>
          <div lang={locale.language} dir={locale.direction} className={className}>
            {children}
          </div>
        </SurveyContext>
      </I18nProvider>
    </I18nextProvider>
  );
}

export function useSurvey(): Survey {
  const survey = use(SurveyContext);
  if (!survey) throw new Error('useSurvey is used outside a SurveyScope');
  return survey;
}
