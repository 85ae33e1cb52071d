import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components';
import type { Language } from '#shared/i18n/locale.ts';
import { Button } from '#renderer/components/Button.tsx';
import { LocaleChoices } from '#renderer/components/LocaleChoices.tsx';
import { usePreferences, useSetPreferences } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';

/** What usually goes together; each can be changed on its own. */
const CUSTOMARY = {
  en: { language: 'en', calendar: 'gregory', digits: 'latn' },
  fa: { language: 'fa', calendar: 'persian', digits: 'arabext' },
} as const satisfies Record<Language, object>;

let hasGuessed = false;

export function LanguageStep({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation('firstRun');
  const preferences = usePreferences();
  const { mutate } = useSetPreferences();

  useEffect(() => {
    // Once: who came back to this step has chosen.
    if (hasGuessed) return;
    hasGuessed = true;
    if (navigator.language.startsWith('fa')) mutate(CUSTOMARY.fa);
  }, [mutate]);

  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <h2 className="text-xl font-semibold">{t('language.title')}</h2>
      <LocaleChoices
        look="cards"
        labels={{ language: t('language.label'), calendar: t('language.calendar'), digits: t('language.digits'), sample: t('language.sample') }}
        value={preferences}
        onLanguage={(language) => {
          mutate(CUSTOMARY[language]);
        }}
        onCalendar={(calendar) => {
          mutate({ calendar });
        }}
        onDigits={(digits) => {
          mutate({ digits });
        }}
        today={localToday()}
      />
      <p className="text-sm text-ink-3">{t('language.later')}</p>
      <div className="flex justify-end">
        <Button variant="primary" type="submit" autoFocus>
          {t('common:next')}
        </Button>
      </div>
    </Form>
  );
}
