import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFormKeys } from '#renderer/components/use-focus-first.ts';
import { useUndo } from '#renderer/records/use-undo.ts';

/** What the next colleague should know. Unsaved typing is a draft that survives leaving the page. */
export function NotesTab({ client }: { readonly client: Client }) {
  const { t } = useTranslation('client');
  const errorWords = useErrorWords();
  const undo = useUndo();
  const draft = useDraft(`notes-${client.id}`, { notes: client.notes ?? '' });
  const save = useMutation(queries.clients.update.mutationOptions());
  const isChanged = draft.value.notes.trim() !== (client.notes ?? '');
  const keep = () => {
    if (!isChanged || save.isPending) return;
    const before = client.notes;
    save.mutate(
      { id: client.id, notes: draft.value.notes },
      {
        onSuccess: () => {
          draft.clear();
          undo(t('notes.saved'), () => api.clients.update({ id: client.id, notes: before }));
        },
      },
    );
  };
  const formRef = useFormKeys({ onCommit: keep });
  return (
    <form
      noValidate
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      className="flex max-w-3xl flex-col gap-3"
    >
      <TextArea
        label={t('notes.label')}
        description={t('notes.hint')}
        rows={12}
        maxLength={20_000}
        value={draft.value.notes}
        onChange={(notes) => {
          draft.change({ notes });
        }}
        error={save.error ? errorWords(save.error) : null}
      />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" isDisabled={!isChanged} isPending={save.isPending}>
          {t('notes.save')}
        </Button>
        <span role="status" className="text-sm text-ink-2">
          {isChanged ? t('notes.unsaved') : null}
        </span>
      </div>
    </form>
  );
}
