import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/imports.ts';
import { importKinds } from '#shared/domain/importing/index.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { guessed } from './mapping-edits.ts';
import { setTemplate } from './wizard.ts';

const GUESSED = 'guessed';

interface TemplateChoiceProps {
  readonly inspection: Inspection;
  readonly template: Template;
}

/** What the table is about, and which remembered mapping to begin with. */
export function TemplateChoice({ inspection, template }: TemplateChoiceProps) {
  const { t } = useTranslation('importWizard');
  const names = new Set(inspection.columns.map(({ column }) => column.name));
  const fits = (known: Template): boolean => Object.values(known.columns).every((name) => names.has(name));
  const options = [
    { id: GUESSED, label: t('mapping.guessed'), description: t('mapping.guessedWhy') },
    ...inspection.templates.map((known) => ({
      id: known.id,
      label: isolated(known.name),
      description: `${t(known.id.startsWith('built-in:') ? 'mapping.builtIn' : 'mapping.remembered')}${fits(known) ? '' : ` · ${t('mapping.otherColumns')}`}`,
    })),
  ];
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t('mapping.kind')}
        look="cards"
        options={importKinds.map((id) => ({ id, label: t(`importing:kinds.${id}`) }))}
        value={template.kind}
        onChange={(kind) => {
          if (kind !== template.kind) setTemplate(guessed(kind, inspection.columns));
        }}
      />
      <div className="max-w-md">
        <Select
          label={t('mapping.template')}
          options={options}
          value={options.some(({ id }) => id === template.id) ? template.id : GUESSED}
          onChange={(id) => {
            setTemplate(inspection.templates.find((known) => known.id === id) ?? guessed(template.kind, inspection.columns));
          }}
        />
      </div>
    </div>
  );
}
