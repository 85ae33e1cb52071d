import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { api } from '#renderer/api.ts';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { localToday } from '#renderer/state/today.ts';

interface CancelDialogProps {
  readonly order: CalibrationOrder;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Why a calibration does not take place; it stands on record. */
export function CancelDialog({ order, isOpen, onClose }: CancelDialogProps) {
  const { t } = useTranslation('recall');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('orders.cancelTitle', { number: order.number })} size="small">
      <CancelForm order={order} onClose={onClose} />
    </FormDialog>
  );
}

function CancelForm({ order, onClose }: Omit<CancelDialogProps, 'isOpen'>) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<{ reason: string }>(`order-cancel-${order.id}`, { reason: '' });
  const { reason } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const cancel = useMutation({
    mutationFn: () => api.recall.cancel({ id: order.id, on: localToday(), reason }),
    onSuccess: async () => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
      undo(t('orders.cancelled', { number: order.number }), () => api.recall.reopen({ id: order.id }));
    },
  });
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('orders.cancel')}
      isSaving={cancel.isPending}
      error={cancel.error}
      onSubmit={() => {
        setIsChecked(true);
        if (reason.trim() !== '') cancel.mutate();
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <TextField
        label={t('extend.reason')}
        isRequired
        value={reason}
        onChange={(text) => { draft.change({ reason: text }); }}
        maxLength={300}
        error={isChecked && reason.trim() === '' ? t('extend.reasonNeeded') : null}
      />
    </DialogForm>
  );
}
