import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import { relationshipKind, relationshipProblems } from '#shared/domain/relationship/index.ts';
import type { FieldProblem, FieldValue, RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { api, queries } from '#renderer/api.ts';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { problemsOf } from './field-problems.ts';
import { relationshipKindsInOrder } from './relationship-kinds.ts';
import { useRelationshipWords } from './relationship-words.ts';
import { RelationshipFieldInput } from './RelationshipFieldInput.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useUndo } from './use-undo.ts';

interface RelationshipDialogProps {
  readonly client: Pick<Client, 'id' | 'name' | 'contacts'>;
  /** null: a new one, whose kind is asked first. */
  readonly entry: RelationshipEntry | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One relationship record: its kind, and the two to four fields that the kind asks. */
export function RelationshipDialog(props: RelationshipDialogProps) {
  const { t } = useTranslation('relationship');
  const words = useRelationshipWords();
  const { client, entry, isOpen, onClose } = props;
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={entry === null ? t('newTitle', { name: client.name }) : t('editTitle', { kind: words.kind(entry.kind) })}>
      {entry === null ? <NewRecord {...props} /> : <RecordForm {...props} kind={entry.kind} />}
    </FormDialog>
  );
}

/** Nothing is typed before there is a kind. */
const NO_DRAFT = { isRestored: false, discard: () => undefined };

function NewRecord(props: RelationshipDialogProps) {
  const { t } = useTranslation('relationship');
  const words = useRelationshipWords();
  const names = useModelNames();
  const format = useFormat();
  const [kind, setKind] = useState<RelationshipKindKey | null>(null);
  const options = relationshipKindsInOrder.map((key) => ({ id: key, label: words.kind(key) })).toSorted((a, b) => format.compare(a.label, b.label));
  return (
    <div className="flex flex-col gap-4">
      <ComboBox
        label={t('whatKind')}
        description={kind === null ? t('kindHint') : t('feeds', { indicators: format.list(relationshipKind(kind).indicators.map((id) => names.indicator(id))) })}
        isRequired
        autoFocus
        options={options}
        value={kind}
        onChange={setKind}
      />
      {kind === null ? (
        <DialogForm draft={NO_DRAFT} saveLabel={t('save')} isSaving={false} isSaveDisabled error={null} onSubmit={() => undefined} onCancel={props.onClose} />
      ) : (
        <RecordForm key={kind} {...props} kind={kind} />
      )}
    </div>
  );
}

const initialValues = (kind: RelationshipKindKey, entry: RelationshipEntry | null): Readonly<Record<string, FieldValue>> => {
  const { fields, datedBy } = relationshipKind(kind);
  const today = localToday();
  return Object.fromEntries(
    fields.map(({ key, type }) => {
      if (entry !== null) return [key, entry.values[key] ?? null];
      return [key, key === datedBy ? today : type === 'flag' ? false : null];
    }),
  );
};

/** A text of nothing is not known. */
const keptValue = (value: FieldValue): FieldValue => (typeof value === 'string' && value.trim() === '' ? null : value);

function RecordForm({ client, entry, kind, onClose }: RelationshipDialogProps & { readonly kind: RelationshipKindKey }) {
  const { t } = useTranslation('relationship');
  const words = useRelationshipWords();
  const undo = useUndo();
  const { fields, datedBy } = relationshipKind(kind);
  const save = useMutation(queries.relationship.save.mutationOptions());
  const [isChecked, setIsChecked] = useState(false);
  const [initial] = useState(() => initialValues(kind, entry));
  const draft = useDraft<Readonly<Record<string, FieldValue>>>(`record-${entry?.id ?? `${kind}-of-${client.id}`}`, initial);
  const values = Object.fromEntries(fields.map(({ key }) => [key, keptValue(draft.value[key] ?? null)]));
  const own: readonly FieldProblem[] = isChecked ? relationshipProblems(kind, values, localToday()) : [];
  const found = [...own, ...problemsOf(save.error)];
  const submit = () => {
    setIsChecked(true);
    if (relationshipProblems(kind, values, localToday()).length > 0) return;
    save.mutate(
      { kind, clientId: client.id, id: entry?.id ?? null, values },
      {
        onSuccess: ({ id }) => {
          draft.clear();
          onClose();
          if (entry === null) undo(t('saved', { kind: words.kind(kind) }), () => api.relationship.remove({ kind, id }));
          else toast(t('kept', { kind: words.kind(kind) }));
        },
      },
    );
  };
  const inputOf = (asked: 'first' | 'later') =>
    fields
      .filter((field) => field.asked === asked)
      // Its day is mostly today and filled in already: what has to be said comes first.
      .toSorted((a, b) => Number(a.key === datedBy) - Number(b.key === datedBy))
      .map((field) => (
        <RelationshipFieldInput
          key={field.key}
          kind={kind}
          field={field}
          value={draft.value[field.key] ?? null}
          contacts={client.contacts}
          error={words.problem(kind, found.find(({ field: key }) => key === field.key))}
          onChange={(value) => {
            draft.change({ [field.key]: value });
          }}
        />
      ));
  const later = inputOf('later');
  return (
    <DialogForm
      label={words.kind(kind)}
      draft={draft}
      saveLabel={t('save')}
      isSaving={save.isPending}
      error={problemsOf(save.error).length === 0 ? save.error : null}
      onSubmit={submit}
      onCancel={onClose}
    >
      {inputOf('first')}
      {later.length === 0 ? null : (
        <fieldset className="flex flex-col gap-3 border-t border-line pt-3">
          <legend className="float-start w-full text-sm font-semibold text-ink-2">{t('later')}</legend>
          <p className="text-sm text-ink-3">{t('laterHint')}</p>
          {later}
        </fieldset>
      )}
    </DialogForm>
  );
}
