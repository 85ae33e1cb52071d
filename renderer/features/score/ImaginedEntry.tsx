import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { relationshipKind } from '#shared/domain/relationship/index.ts';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { relationshipKindsInOrder } from '#renderer/records/relationship-kinds.ts';
import { useRelationshipWords } from '#renderer/records/relationship-words.ts';
import { RelationshipFieldInput } from '#renderer/records/RelationshipFieldInput.tsx';
import { goodValues, imaginedFields, imaginedProblems } from './imagined.ts';
import type { Imagined, ImaginedOf } from './imagined.ts';

interface ImaginedEntryProps {
  readonly row: ImaginedOf<'entry'>;
  readonly client: Client;
  readonly asOfOn: string;
  readonly onChange: (row: Imagined) => void;
}

/** One more record of the relationship, without its words, filled in as it is when all goes well. */
export function ImaginedEntry({ row, client, asOfOn, onChange }: ImaginedEntryProps) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const words = useRelationshipWords();
  const names = useModelNames();
  const { kind, values } = row;
  const problems = imaginedProblems(kind, values, asOfOn);
  const options = relationshipKindsInOrder.map((key) => ({ id: key, label: words.kind(key) })).toSorted((a, b) => format.compare(a.label, b.label));
  return (
    <>
      <div className="w-full max-w-md">
        <ComboBox
          label={t('whatIf.recordKind')}
          description={t('relationship:feeds', { indicators: format.list(relationshipKind(kind).indicators.map((id) => names.indicator(id))) })}
          isRequired
          options={options}
          value={kind}
          onChange={(next) => {
            if (next !== null) onChange({ ...row, kind: next, values: goodValues(next, asOfOn, client.contacts[0]?.id ?? null) });
          }}
        />
      </div>
      <div role="group" aria-label={words.kind(kind)} className="flex w-full flex-wrap items-end gap-x-4 gap-y-3">
        {imaginedFields(kind).map((field) => (
          <div key={field.key} className="min-w-52">
            <RelationshipFieldInput
              kind={kind}
              field={field}
              value={values[field.key] ?? null}
              contacts={client.contacts}
              todayOn={asOfOn}
              error={words.problem(kind, problems.find(({ field: key }) => key === field.key))}
              onChange={(value) => {
                onChange({ ...row, values: { ...values, [field.key]: value } });
              }}
            />
          </div>
        ))}
      </div>
    </>
  );
}
