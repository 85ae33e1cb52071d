import { useTranslation } from 'react-i18next';
import { calendars, digitScripts, languages } from '#shared/i18n/locale.ts';
import type { LocaleChoice } from '#shared/i18n/locale.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { RadioGroup } from './RadioGroup.tsx';

interface LocaleChoicesProps {
  readonly labels: { readonly language: string; readonly calendar: string; readonly digits: string; readonly sample: string };
  readonly value: LocaleChoice;
  readonly onLanguage: (language: LocaleChoice['language']) => void;
  readonly onCalendar: (calendar: LocaleChoice['calendar']) => void;
  readonly onDigits: (digits: LocaleChoice['digits']) => void;
  /** ISO calendar day shown as the example. */
  readonly today: string;
  readonly look: 'cards' | 'segments';
}

const EXAMPLE = { minor: 1_284_550, currency: 'USD' };

/** Language, calendar and digits: three choices that do not hang on each other, and what they look like together. */
export function LocaleChoices({ labels, value, onLanguage, onCalendar, onDigits, today, look }: LocaleChoicesProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label={labels.language}
        look={look}
        options={languages.map((id) => ({ id, label: t(`locale.languages.${id}`), lang: id }))}
        value={value.language}
        onChange={onLanguage}
      />
      <div className="flex flex-wrap gap-x-10 gap-y-5">
        <RadioGroup
          label={labels.calendar}
          look="segments"
          options={calendars.map((id) => ({ id, label: t(`locale.calendars.${id}`) }))}
          value={value.calendar}
          onChange={onCalendar}
        />
        <RadioGroup
          label={labels.digits}
          look="segments"
          options={digitScripts.map((id) => ({ id, label: t(`locale.digits.${id}`) }))}
          value={value.digits}
          onChange={onDigits}
        />
      </div>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-md bg-sunken px-3.5 py-2.5">
        <span className="text-sm text-ink-3">{labels.sample}</span>
        <span className="font-medium">{format.day(today, 'full')}</span>
        <span className="font-medium">{format.money(EXAMPLE)}</span>
        <span className="font-medium">{format.percent(0.885, 1)}</span>
      </p>
    </div>
  );
}
