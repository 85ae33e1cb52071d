import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';

interface ExtendManyDialogProps {
  readonly ids: readonly string[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One new day and one reason for several instruments. */
export function ExtendManyDialog({ ids, isOpen, onClose, onDone }: ExtendManyDialogProps) {
  const { t } = useTranslation('recall');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('extend.title', { count: ids.length })} size="small">
      <ExtendManyForm ids={ids} onClose={onClose} onDone={onDone} />
    </FormDialog>
  );
}

function ExtendManyForm({ ids, onClose, onDone }: Omit<ExtendManyDialogProps, 'isOpen'>) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<{ untilOn: string | null; reason: string }>('extend-many', { untilOn: null, reason: '' });
  const { untilOn, reason } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const extend = useMutation({
    mutationFn: async (until: string) => {
      const done: string[] = [];
      try {
        for (const instrumentId of ids) {
          await api.recall.extend({ instrumentId, untilOn: until, reason });
          done.push(instrumentId);
        }
      } catch (error) {
        // All of them or none: those that were extended before one could not be go back.
        for (const instrumentId of done) await api.recall.withdrawExtension({ instrumentId });
        throw error;
      }
      return done;
    },
    onSuccess: async (done) => {
      draft.clear();
      onDone();
      onClose();
      undo(t('extend.done', { count: done.length }), async () => {
        for (const instrumentId of done) await api.recall.withdrawExtension({ instrumentId });
      });
    },
    onSettled: () => client.invalidateQueries(),
  });
  const code = problemsOf(extend.error)[0]?.code;
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('extend.save')}
      isSaving={extend.isPending}
      error={code === undefined ? extend.error : null}
      onSubmit={() => {
        setIsChecked(true);
        if (untilOn !== null && reason.trim() !== '') extend.mutate(untilOn);
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <DatePicker
        label={t('extend.until')}
        isRequired
        value={untilOn}
        onChange={(day) => { draft.change({ untilOn: day }); }}
        error={code === 'not-later' ? t('extend.notLater') : code === 'no-due-day' ? t('extend.noDueDay') : isChecked && untilOn === null ? t('extend.dayNeeded') : null}
      />
      <TextField label={t('extend.reason')} isRequired value={reason} onChange={(text) => { draft.change({ reason: text }); }} maxLength={2000} error={isChecked && reason.trim() === '' ? t('extend.reasonNeeded') : null} />
    </DialogForm>
  );
}
