import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LocaleChoices } from '#renderer/components/LocaleChoices.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { usePreferences, useSetPreferences } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const PAPERS = ['A4', 'Letter'] as const;

/** Choices of the eye: they hold as soon as they are made. */
export function ReadingSection() {
  const { t } = useTranslation('settings');
  const errorWords = useErrorWords();
  const preferences = usePreferences();
  const { mutate, error } = useSetPreferences();
  return (
    <Section title={t('reading.title')}>
      <div className="flex flex-col gap-5">
        <LocaleChoices
          look="segments"
          labels={{ language: t('reading.language'), calendar: t('reading.calendar'), digits: t('reading.digits'), sample: t('reading.sample') }}
          value={preferences}
          onLanguage={(language) => {
            mutate({ language });
          }}
          onCalendar={(calendar) => {
            mutate({ calendar });
          }}
          onDigits={(digits) => {
            mutate({ digits });
          }}
          today={localToday()}
        />
        <div className="flex flex-wrap gap-x-10 gap-y-5">
          <RadioGroup
            label={t('reading.theme')}
            look="segments"
            options={THEMES.map((id) => ({ id, label: t(`reading.themes.${id}`) }))}
            value={preferences.theme}
            onChange={(theme) => {
              mutate({ theme });
            }}
          />
          <RadioGroup
            label={t('reading.paper')}
            look="segments"
            options={PAPERS.map((id) => ({ id, label: t(`reading.papers.${id}`) }))}
            value={preferences.paper}
            onChange={(paper) => {
              mutate({ paper });
            }}
          />
        </div>
        {error ? (
          <Banner tone="danger" isLive>
            {errorWords(error)}
          </Banner>
        ) : null}
      </div>
    </Section>
  );
}
