import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/imports.ts';
import { compilePlan } from '#shared/domain/importing/index.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { localToday } from '#renderer/state/today.ts';
import { FieldRow } from './FieldRow.tsx';
import { FileFacts } from './FileFacts.tsx';
import { fieldGroups } from './mapping-edits.ts';
import { StepFooter } from './StepFooter.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { usePlanWords } from './use-import-words.ts';
import { setRememberAs, useWizard } from './wizard.ts';

interface ColumnsStepProps {
  readonly inspection: Inspection;
  readonly template: Template;
}

/** What was understood of the file, and which column feeds what. */
export function ColumnsStep({ inspection, template }: ColumnsStepProps) {
  const { t } = useTranslation('importWizard');
  const navigate = useNavigate();
  const planWords = usePlanWords();
  const rememberAs = useWizard((state) => state.rememberAs);
  const reading = useMemo(() => compilePlan(template, inspection.columns.map(({ column }) => column), localToday()), [template, inspection]);
  const problems = reading.ok ? [] : reading.problems;
  const isUnnamed = rememberAs !== null && rememberAs.trim() === '';
  return (
    <div className="flex flex-col gap-6">
      <FileFacts inspection={inspection} />
      <Section title={t('mapping.title')} description={t('mapping.why')}>
        <div className="flex flex-col gap-6">
          <TemplateChoice inspection={inspection} template={template} />
          {fieldGroups(template.kind).map(({ entity, fields }) => (
            <Section key={entity} level={3} title={t(`importing:entities.${entity}`)}>
              <div className="-mt-2 flex flex-col divide-y divide-line/70">
                {fields.map((field) => (
                  <FieldRow
                    key={field.key}
                    field={field}
                    template={template}
                    profiles={inspection.columns}
                    problem={problems.find((problem) => problem.field === field.key) ?? null}
                  />
                ))}
              </div>
            </Section>
          ))}
          <div className="flex max-w-xl flex-col gap-2">
            <Checkbox
              isSelected={rememberAs !== null}
              onChange={(isSelected) => {
                setRememberAs(isSelected ? (template.name === '' ? t('mapping.proposedName', { name: inspection.fileName.replace(/\.[^.]+$/u, '') }) : template.name) : null);
              }}
            >
              {t('mapping.remember')}
            </Checkbox>
            {rememberAs === null ? null : (
              <TextField
                label={t('mapping.rememberAs')}
                description={t('mapping.rememberWhy')}
                value={rememberAs}
                onChange={setRememberAs}
                maxLength={200}
                isRequired
                error={isUnnamed ? t('mapping.nameNeeded') : null}
              />
            )}
          </div>
        </div>
      </Section>
      <StepFooter
        remark={
          problems.length === 0 ? null : (
            <ul className="text-sm text-danger">
              {problems.map((problem) => {
                const { message, remedy } = planWords(problem);
                return (
                  <li key={`${problem.code} ${problem.field}`}>
                    {message} {remedy}
                  </li>
                );
              })}
            </ul>
          )
        }
      >
        <LinkButton to="/import?step=file">{t('common:back')}</LinkButton>
        <Button variant="primary" isDisabled={!reading.ok || isUnnamed} onPress={() => void navigate('/import?step=check')}>
          {t('mapping.next')}
        </Button>
      </StepFooter>
    </div>
  );
}
