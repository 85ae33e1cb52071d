import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { localToday } from '#renderer/state/today.ts';
import type { Case } from './case.ts';

interface ConcludeDialogProps {
  readonly found: Case;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What was concluded from the finding; it is closed with that. */
export function ConcludeDialog({ found, isOpen, onClose }: ConcludeDialogProps) {
  const { t } = useTranslation('recall');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('cases.concludeTitle')}>
      <ConcludeForm found={found} onClose={onClose} />
    </FormDialog>
  );
}

function ConcludeForm({ found, onClose }: Omit<ConcludeDialogProps, 'isOpen'>) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<{ conclusion: string; on: string | null }>(`case-conclusion-${found.id}`, { conclusion: found.conclusion ?? '', on: localToday() });
  const { conclusion, on } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const close = useMutation({
    mutationFn: (closedOn: string) => api.recall.closeCase({ id: found.id, conclusion, closedOn }),
    onSuccess: async () => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
      undo(t('cases.concluded'), () => api.recall.reopenCase({ id: found.id }));
    },
  });
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('cases.concludeSave')}
      isSaving={close.isPending}
      error={close.error}
      onSubmit={() => {
        setIsChecked(true);
        if (on !== null && conclusion.trim() !== '') close.mutate(on);
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <TextArea
        label={t('cases.conclusion')}
        description={t('cases.concludeHow')}
        isRequired
        rows={6}
        maxLength={20_000}
        value={conclusion}
        onChange={(text) => { draft.change({ conclusion: text }); }}
        error={isChecked && conclusion.trim() === '' ? t('cases.conclusionNeeded') : null}
      />
      <DatePicker label={t('sent.on')} isRequired value={on} minValue={found.foundOn} maxValue={localToday()} onChange={(day) => { draft.change({ on: day }); }} error={on === null ? t('extend.dayNeeded') : null} />
    </DialogForm>
  );
}
