import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { localToday } from '#renderer/state/today.ts';

const channels = ['email', 'post', 'fax', 'messenger'] as const;
type Channel = (typeof channels)[number];

interface SentDialogProps {
  readonly ids: readonly string[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** That letters went out, when and how: they then stand among the interactions with their clients. */
export function SentDialog({ ids, isOpen, onClose, onDone }: SentDialogProps) {
  const { t } = useTranslation('recall');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('sent.title', { count: ids.length })} size="small">
      <SentForm ids={ids} onClose={onClose} onDone={onDone} />
    </FormDialog>
  );
}

function SentForm({ ids, onClose, onDone }: Omit<SentDialogProps, 'isOpen'>) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<{ on: string | null; channel: Channel }>('letters-sent', { on: localToday(), channel: 'email' });
  const { on, channel } = draft.value;
  const mark = useMutation({
    mutationFn: (sentOn: string) => api.recall.markSent({ ids: [...ids], sentOn, channel }),
    onSuccess: async (letters) => {
      draft.clear();
      onDone();
      onClose();
      await client.invalidateQueries();
      undo(t('sent.done', { count: letters.length }), () => api.recall.unmarkSent({ ids: letters.map(({ id }) => id) }));
    },
  });
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('sent.save')}
      isSaving={mark.isPending}
      error={mark.error}
      onSubmit={() => {
        if (on !== null) mark.mutate(on);
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <DatePicker label={t('sent.on')} isRequired value={on} maxValue={localToday()} onChange={(day) => { draft.change({ on: day }); }} error={on === null ? t('extend.dayNeeded') : null} />
      <RadioGroup label={t('sent.channel')} options={channels.map((id) => ({ id, label: t(`sent.${id}`) }))} value={channel} onChange={(id) => { draft.change({ channel: id }); }} />
      <p className="text-sm text-ink-2">{t('sent.how')}</p>
    </DialogForm>
  );
}
