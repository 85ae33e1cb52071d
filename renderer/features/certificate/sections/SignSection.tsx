import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useSettings } from '#renderer/state/preferences.ts';
import { Anchor } from './Anchor.tsx';
import { fieldGrid, orNull } from './section-props.ts';
import type { SectionProps } from './section-props.ts';

type Signatory = SectionProps['document']['signatories'][number];
const USUAL_MONTHS = 12;

/** Who authorises it, what else it says, and the interval where the client agreed to have one on it. */
export function SignSection({ document, onChange, problems }: SectionProps) {
  const { t } = useTranslation('certificates');
  const { me } = useSettings();
  const { signatories, agreedIntervalMonths } = document;
  const set = (index: number, changes: Partial<Signatory>): void => {
    onChange({ signatories: signatories.map((signatory, place) => (place === index ? { ...signatory, ...changes } : changes.isMain === true ? { ...signatory, isMain: false } : signatory)) });
  };
  return (
    <Section title={t('section.sign')}>
      <div className="flex flex-col gap-4">
        {signatories.map((signatory, index) => (
          <Anchor key={`signatory-${String(index)}`} field={`signatories.${index}.name${index === 0 ? ' signatories' : ''}`}>
            <div role="group" aria-label={t('sign.nth', { number: index + 1 })} className={fieldGrid}>
              <TextField label={t('sign.name')} isRequired value={signatory.name} maxLength={500} error={problems[`signatories.${index}.name`] ?? null} onChange={(name) => { set(index, { name }); }} />
              <TextField label={t('sign.role')} value={signatory.role ?? ''} maxLength={500} onChange={(role) => { set(index, { role: orNull(role) }); }} />
              <div className="flex items-center gap-2 self-end">
                <Checkbox isSelected={signatory.isMain} onChange={(isMain) => { set(index, { isMain }); }}>
                  {t('sign.isMain')}
                </Checkbox>
                <IconButton label={t('sign.remove', { number: index + 1 })} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => { onChange({ signatories: signatories.toSpliced(index, 1) }); }} />
              </div>
            </div>
          </Anchor>
        ))}
        <Anchor field={signatories.length === 0 ? 'signatories' : 'signatories.add'}>
          <Button size="small" icon={<Plus aria-hidden className="size-4" />} onPress={() => { onChange({ signatories: [...signatories, { name: signatories.length === 0 ? (me?.name ?? '') : '', role: null, isMain: signatories.length === 0 }] }); }}>
            {t('sign.add')}
          </Button>
        </Anchor>
        <TextArea
          label={t('field.statements')}
          description={t('field.statementsHow')}
          rows={3}
          value={document.statements.join('\n')}
          maxLength={20_000}
          onChange={(text) => { onChange({ statements: text === '' ? [] : text.split('\n') }); }}
        />
        <div className="flex flex-wrap items-end gap-4">
          <div>
            <Checkbox isSelected={agreedIntervalMonths !== null} onChange={(isAgreed) => { onChange({ agreedIntervalMonths: isAgreed ? USUAL_MONTHS : null }); }}>
              {t('interval.agreed')}
            </Checkbox>
            <p className="max-w-prose text-sm text-ink-3">{t('interval.why')}</p>
          </div>
          {agreedIntervalMonths === null ? null : (
            <div className="w-36">
              <NumberField label={t('interval.months')} minValue={1} maxValue={120} value={agreedIntervalMonths} onChange={(months) => { onChange({ agreedIntervalMonths: months ?? USUAL_MONTHS }); }} />
            </div>
          )}
        </div>
      </div>
    </Section>
  );
}
