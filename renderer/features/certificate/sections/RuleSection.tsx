import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/Section.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { RuleChoice } from '../RuleChoice.tsx';
import { Anchor } from './Anchor.tsx';
import { orNull } from './section-props.ts';
import type { SectionProps } from './section-props.ts';

/** Whether and how the results are judged (7.8.6). */
export function RuleSection({ document, onChange }: SectionProps) {
  const { t } = useTranslation('certificates');
  return (
    <Section title={t('section.rule')} description={t('rule.how')}>
      <div className="flex flex-col gap-4">
        <Anchor field="specification">
          <TextField label={t('field.specification')} description={t('field.specificationHow')} isRequired={document.decisionRule !== null} value={document.specification ?? ''} maxLength={2000} onChange={(specification) => { onChange({ specification: orNull(specification) }); }} />
        </Anchor>
        <Anchor field="decisionRule">
          <RuleChoice label={t('field.decisionRule')} rule={document.decisionRule} onChange={(decisionRule) => { onChange({ decisionRule }); }} />
        </Anchor>
      </div>
    </Section>
  );
}
