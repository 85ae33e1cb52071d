import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { api } from '#renderer/api.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';

interface DialogProps {
  readonly passport: Passport;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ExtendDialog({ passport, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('passport');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('extend.title')} size="small">
      <ExtendForm passport={passport} onClose={onClose} />
    </FormDialog>
  );
}

function ExtendForm({ passport, onClose }: Omit<DialogProps, 'isOpen'>) {
  const { t } = useTranslation('passport');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<{ untilOn: string | null; reason: string }>(`extend-${passport.id}`, { untilOn: null, reason: '' });
  const { untilOn, reason } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const due = passport.dues.find(({ doneOn, closedAs }) => doneOn === null && closedAs === null);
  const extend = useMutation({
    mutationFn: (until: string) => api.recall.extend({ instrumentId: passport.id, untilOn: until, reason }),
    onSuccess: async () => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
      undo(t('extend.done'), () => api.recall.withdrawExtension({ instrumentId: passport.id }));
    },
  });
  const isNotLater = problemsOf(extend.error).some(({ code }) => code === 'not-later');
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('extend.save')}
      isSaving={extend.isPending}
      error={isNotLater ? null : extend.error}
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
        minValue={due === undefined ? undefined : addDays(due.dueOn, 1)}
        onChange={(day) => { draft.change({ untilOn: day }); }}
        error={isNotLater ? t('extend.notLater') : isChecked && untilOn === null ? t('extend.dayNeeded') : null}
      />
      <TextField label={t('extend.reason')} isRequired value={reason} onChange={(text) => { draft.change({ reason: text }); }} maxLength={2000} error={isChecked && reason.trim() === '' ? t('extend.reasonNeeded') : null} />
    </DialogForm>
  );
}
