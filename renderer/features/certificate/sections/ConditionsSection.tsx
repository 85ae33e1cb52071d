import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { DecimalField } from '#renderer/instruments/DecimalField.tsx';
import { UnitField } from '#renderer/instruments/UnitField.tsx';
import { Anchor } from './Anchor.tsx';
import { orNull } from './section-props.ts';
import type { SectionProps } from './section-props.ts';

type Condition = SectionProps['document']['conditions'][number];

const empty: Condition = { name: '', stage: null, value: null, unit: null, uncertainty: null, text: null };

const withUncertainty = (condition: Condition, expanded: string | null): Condition['uncertainty'] =>
  expanded === null ? null : { ...(condition.uncertainty ?? { kind: 'absolute', coverageFactor: '2', coverageProbability: null, distribution: null }), expanded };

/** What surrounded the measurement and bears on its result (7.8.4.1 b). */
export function ConditionsSection({ document: { conditions }, onChange, problems }: SectionProps) {
  const { t } = useTranslation('certificates');
  const set = (index: number, changes: Partial<Condition>): void => {
    onChange({ conditions: conditions.map((condition, place) => (place === index ? { ...condition, ...changes } : condition)) });
  };
  return (
    <Section title={t('section.conditions')} description={t('conditions.how')}>
      <div className="flex flex-col gap-3">
        {conditions.map((condition, index) => (
          <Anchor key={`condition-${String(index)}`} field={`conditions.${index}.name${index === 0 ? ' conditions' : ''}`}>
            <div role="group" aria-label={t('conditions.nth', { number: index + 1 })} className="flex items-end gap-3 rounded-md border border-line p-3">
              <div className="grid flex-1 grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] items-start gap-3">
              <TextField label={t('conditions.name')} isRequired value={condition.name} maxLength={500} error={problems[`conditions.${index}.name`] ?? null} onChange={(name) => { set(index, { name }); }} />
              <DecimalField label={t('conditions.value')} value={condition.value} onChange={(value) => { set(index, { value }); }} />
              <UnitField label={t('conditions.unit')} value={condition.unit ?? ''} onChange={(unit) => { set(index, { unit: orNull(unit) }); }} />
              <DecimalField label={t('conditions.spread')} value={condition.uncertainty?.expanded ?? null} onChange={(expanded) => { set(index, { uncertainty: withUncertainty(condition, expanded) }); }} />
              <TextField label={t('conditions.text')} value={condition.text ?? ''} maxLength={2000} onChange={(text) => { set(index, { text: orNull(text) }); }} />
              </div>
              <IconButton label={t('conditions.remove', { number: index + 1 })} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => { onChange({ conditions: conditions.toSpliced(index, 1) }); }} />
            </div>
          </Anchor>
        ))}
        <Anchor field={conditions.length === 0 ? 'conditions' : 'conditions.add'}>
          <div className="flex flex-wrap gap-2">
            {conditions.length > 0 ? null : (
              <Button
                size="small"
                onPress={() => {
                  onChange({
                    conditions: [
                      { ...empty, name: t('conditions.temperature'), unit: String.raw`\degreecelsius`, stage: 'both' },
                      { ...empty, name: t('conditions.humidity'), unit: String.raw`\percent`, stage: 'both' },
                    ],
                  });
                }}
              >
                {t('conditions.usual')}
              </Button>
            )}
            <Button size="small" icon={<Plus aria-hidden className="size-4" />} onPress={() => { onChange({ conditions: [...conditions, empty] }); }}>
              {t('conditions.add')}
            </Button>
          </div>
        </Anchor>
      </div>
    </Section>
  );
}
