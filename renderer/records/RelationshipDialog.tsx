import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import { relationshipKind, relationshipProblems } from '#shared/domain/relationship/index.ts';
import type { FieldProblem, FieldValue, RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { DraftBanner } from './DraftBanner.tsx';
import { problemsOf } from './field-problems.ts';
import { relationshipKindsInOrder } from './relationship-kinds.ts';
import { useRelationshipWords } from './relationship-words.ts';
import { RelationshipFieldInput } from './RelationshipFieldInput.tsx';
import { useDraft } from './use-draft.ts';
import { useFocusFirst } from './use-focus-first.ts';
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
  const formId = useId();
  const { client, entry, isOpen, onClose } = props;
  const [isReady, setIsReady] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={entry === null ? t('newTitle', { name: client.name }) : t('editTitle', { kind: words.kind(entry.kind) })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('records:cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" isPending={isSaving} isDisabled={entry === null && !isReady}>
            {t('save')}
          </Button>
        </>
      }
    >
      {entry === null ? <NewRecord {...props} formId={formId} onKind={setIsReady} onSaving={setIsSaving} /> : <RecordForm {...props} kind={entry.kind} formId={formId} onSaving={setIsSaving} />}
    </Dialog>
  );
}

interface FormProps extends RelationshipDialogProps {
  readonly formId: string;
  readonly onSaving: (isSaving: boolean) => void;
}

function NewRecord({ onKind, ...props }: FormProps & { readonly onKind: (isChosen: boolean) => void }) {
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
        onChange={(next) => {
          setKind(next);
          onKind(next !== null);
        }}
      />
      {kind === null ? null : <RecordForm key={kind} {...props} kind={kind} />}
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

function RecordForm({ client, entry, kind, onClose, formId, onSaving }: FormProps & { readonly kind: RelationshipKindKey }) {
  const { t } = useTranslation('relationship');
  const words = useRelationshipWords();
  const errorWords = useErrorWords();
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
    onSaving(true);
    save.mutate(
      { kind, clientId: client.id, id: entry?.id ?? null, values },
      {
        onSuccess: ({ id }) => {
          draft.clear();
          onClose();
          if (entry === null) undo(t('saved', { kind: words.kind(kind) }), () => api.relationship.remove({ kind, id }));
          else toast(t('kept', { kind: words.kind(kind) }));
        },
        onSettled: () => {
          onSaving(false);
        },
      },
    );
  };
  const formRef = useFocusFirst({ onCommit: submit });
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
    <form
      noValidate
      ref={formRef}
      id={formId}
      aria-label={words.kind(kind)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-4"
    >
      <DraftBanner isShown={draft.isRestored} onDiscard={draft.discard} />
      {inputOf('first')}
      {later.length === 0 ? null : (
        <fieldset className="flex flex-col gap-3 border-t border-line pt-3">
          <legend className="float-start w-full text-sm font-semibold text-ink-2">{t('later')}</legend>
          <p className="text-sm text-ink-3">{t('laterHint')}</p>
          {later}
        </fieldset>
      )}
      {save.error && problemsOf(save.error).length === 0 ? (
        <Banner tone="danger" isLive>
          {errorWords(save.error)}
        </Banner>
      ) : null}
    </form>
  );
}
