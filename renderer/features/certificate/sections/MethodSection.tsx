import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/Section.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { Anchor } from './Anchor.tsx';
import { fieldGrid, orNull } from './section-props.ts';
import type { SectionProps } from './section-props.ts';

/** How it was calibrated, and what the result rests on. */
export function MethodSection({ document, onChange }: SectionProps) {
  const { t } = useTranslation('certificates');
  return (
    <Section title={t('section.method')}>
      <div className="flex flex-col gap-4">
        <div className={fieldGrid}>
          <Anchor field="method">
            <TextField label={t('field.method')} isRequired value={document.method ?? ''} maxLength={2000} onChange={(method) => { onChange({ method: orNull(method) }); }} />
          </Anchor>
          <TextField label={t('field.deviations')} value={document.methodDeviations ?? ''} maxLength={2000} onChange={(methodDeviations) => { onChange({ methodDeviations: orNull(methodDeviations) }); }} />
        </div>
        <Anchor field="traceability">
          <TextArea label={t('field.traceability')} description={t('field.traceabilityHow')} isRequired rows={2} value={document.traceability ?? ''} maxLength={5000} onChange={(traceability) => { onChange({ traceability: orNull(traceability) }); }} />
        </Anchor>
      </div>
    </Section>
  );
}
