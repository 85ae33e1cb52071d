import { useTranslation } from 'react-i18next';
import type { ColumnProfile, Field, PlanProblem, Template } from '#shared/domain/importing/index.ts';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { ColumnEvidence } from './ColumnEvidence.tsx';
import { sourceOf, takesConstant, withSource } from './mapping-edits.ts';
import { useFieldName, usePlanWords } from './use-import-words.ts';
import { setTemplate } from './wizard.ts';

interface FieldRowProps {
  readonly field: Field;
  readonly template: Template;
  readonly profiles: readonly ColumnProfile[];
  readonly problem: PlanProblem | null;
}

const NOWHERE = 'nowhere';
const CONSTANT = 'constant';
const COLUMN = 'column:';
const EXAMPLES = 3;

/** One field of our records: where it comes from, and what stands there. */
export function FieldRow({ field, template, profiles, problem }: FieldRowProps) {
  const { t } = useTranslation('importWizard');
  const fieldName = useFieldName();
  const planWords = usePlanWords();
  const source = sourceOf(template, field.key);
  const name = fieldName(field.key);
  const profile = source.from === 'column' ? profiles.find(({ column }) => column.name === source.column) : undefined;
  // Of two fields that stand in for each other the one that is chosen is enough.
  const isStoodIn = source.from === 'nowhere' && field.orElse !== null && sourceOf(template, field.orElse).from !== 'nowhere';
  const isNeeded = field.requiredFor.includes(template.kind) && !isStoodIn;
  const options = [
    { id: NOWHERE, label: t('mapping.nowhere') },
    ...(takesConstant(field) ? [{ id: CONSTANT, label: t('mapping.constant') }] : []),
    ...profiles.map(({ column, examples }) => ({
      id: `${COLUMN}${column.name}`,
      label: isolated(column.name),
      description: examples.slice(0, EXAMPLES).map(isolated).join(' · '),
    })),
  ];
  const value = source.from === 'column' ? `${COLUMN}${source.column}` : source.from === 'constant' ? CONSTANT : NOWHERE;
  const words = problem === null ? null : planWords(problem).message;
  return (
    <div className="grid grid-cols-[minmax(9rem,13rem)_minmax(13rem,19rem)_minmax(0,1fr)] gap-x-5 gap-y-1.5 py-2.5 max-lg:grid-cols-1">
      <div className="pt-1.5 max-lg:pt-0">
        <span className="font-medium">{name}</span>
        {isNeeded ? (
          <span className="block text-sm text-accent">{field.orElse === null ? t('mapping.needed') : t('mapping.neededOr', { other: fieldName(field.orElse) })}</span>
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <Select
          label={t('mapping.columnFor', { field: name })}
          isLabelHidden
          options={options}
          value={options.some(({ id }) => id === value) ? value : null}
          placeholder={source.from === 'column' ? isolated(source.column) : t('mapping.nowhere')}
          onChange={(id) => {
            const choice = id === NOWHERE ? { from: 'nowhere' as const } : id === CONSTANT ? { from: 'constant' as const, value: '' } : { from: 'column' as const, column: id.slice(COLUMN.length) };
            setTemplate(withSource(template, field.key, choice, profiles));
          }}
          error={source.from === 'constant' ? null : words}
        />
        {source.from === 'constant' ? (
          <TextField
            label={t('mapping.constantFor', { field: name })}
            value={source.value}
            onChange={(text) => { setTemplate(withSource(template, field.key, { from: 'constant', value: text }, profiles)); }}
            isRequired
            isLatin={field.type === 'currency'}
            maxLength={200}
            placeholder={field.type === 'currency' ? t('mapping.currencyExample') : ''}
            error={words}
          />
        ) : null}
      </div>
      <div className="min-w-0 pt-1.5 text-sm text-ink-2 max-lg:pt-0">
        {profile === undefined ? (
          field.key === 'line.deliveredQuantity' && template.columns['line.deliveredOn'] !== undefined ? t('importing:notes.deliveredAsOrdered') : null
        ) : (
          <ColumnEvidence field={field} profile={profile} template={template} />
        )}
      </div>
    </div>
  );
}
