import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { Task } from '#shared/contract/interactions.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';

interface TaskDialogProps {
  readonly client: Client;
  /** null: a new one. */
  readonly task: Task | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What is to be done and until when: two fields. */
export function TaskDialog(props: TaskDialogProps) {
  const { t } = useTranslation('client');
  const { client, task, isOpen, onClose } = props;
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} size="small" title={task ? t('task.editTitle') : t('task.newTitle', { name: client.name })}>
      <TaskForm {...props} />
    </FormDialog>
  );
}

function TaskForm({ client, task, onClose }: TaskDialogProps) {
  const { t } = useTranslation('client');
  const undo = useUndo();
  const save = useMutation(queries.tasks.save.mutationOptions());
  const [isChecked, setIsChecked] = useState(false);
  const [today] = useState(() => localToday());
  const draft = useDraft(`task-${task?.id ?? `of-${client.id}`}`, { title: task?.title ?? '', dueOn: task ? task.dueOn : addDays(today, 7) });
  const { title, dueOn } = draft.value;
  const isMissing = title.trim() === '';
  const submit = () => {
    setIsChecked(true);
    if (isMissing) return;
    save.mutate(
      { id: task?.id ?? null, clientId: client.id, title, dueOn, stepCode: task?.stepCode ?? null },
      {
        onSuccess: (saved) => {
          draft.clear();
          onClose();
          if (task) toast(t('task.kept'));
          else undo(t('task.saved', { title: saved.title }), () => api.tasks.remove({ id: saved.id }));
        },
      },
    );
  };
  return (
    <DialogForm
      draft={draft}
      saveLabel={task ? t('action.save') : t('task.save')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      onCancel={onClose}
      otherAction={task ? <RemoveTask task={task} onRemoved={onClose} /> : undefined}
    >
      <TextField label={t('task.title')} isRequired maxLength={500} value={title} onChange={(text) => { draft.change({ title: text }); }} error={isChecked && isMissing ? t('task.needsTitle') : null} />
      <div className="flex flex-col gap-2">
        <DatePicker label={t('task.due')} isRequired={false} value={dueOn} onChange={(day) => { draft.change({ dueOn: day }); }} />
        <div role="group" aria-label={t('task.quickDue')} className="flex flex-wrap gap-1.5">
          {([['today', 0], ['tomorrow', 1], ['nextWeek', 7]] as const).map(([key, days]) => (
            <Button key={key} size="small" onPress={() => { draft.change({ dueOn: addDays(today, days) }); }}>
              {t(`task.${key}`)}
            </Button>
          ))}
        </div>
      </div>
    </DialogForm>
  );
}

function RemoveTask({ task, onRemoved }: { readonly task: Task; readonly onRemoved: () => void }) {
  const { t } = useTranslation('client');
  const undo = useUndo();
  const errorWords = useErrorWords();
  const remove = useMutation(queries.tasks.remove.mutationOptions());
  return (
    <Button
      variant="quiet"
      isPending={remove.isPending}
      onPress={() => {
        remove.mutate(
          { id: task.id },
          {
            onSuccess: () => {
              onRemoved();
              undo(t('task.removed'), () => api.tasks.restore({ id: task.id }));
            },
            onError: (error) => {
              toast(errorWords(error), null, 'danger');
            },
          },
        );
      }}
    >
      {t('action.remove')}
    </Button>
  );
}
