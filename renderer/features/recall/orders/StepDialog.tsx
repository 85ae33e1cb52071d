import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { api } from '#renderer/api.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { localToday } from '#renderer/state/today.ts';
import { standOf } from './order-steps.ts';
import type { TakenStep } from './order-steps.ts';

interface StepDialogProps {
  readonly order: CalibrationOrder;
  /** null: closed. */
  readonly step: TakenStep | null;
  readonly onClose: () => void;
}

/** The day on which the next step was taken. */
export function StepDialog({ order, step, onClose }: StepDialogProps) {
  const { t } = useTranslation('recall');
  return (
    <FormDialog isOpen={step !== null} onClose={onClose} title={step === null ? '' : t(`orders.take.${step}`)} size="small">
      {step === null ? null : <StepForm order={order} step={step} onClose={onClose} />}
    </FormDialog>
  );
}

function StepForm({ order, step, onClose }: StepDialogProps & { readonly step: TakenStep }) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<{ on: string | null }>(`order-step-${order.id}-${step}`, { on: localToday() });
  const { on } = draft.value;
  const advance = useMutation({
    mutationFn: (day: string) => api.recall.advance({ id: order.id, step, on: day }),
    onSuccess: async () => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
      undo(t('orders.taken', { number: order.number, step: t(`orders.step.${step}`) }), () => api.recall.stepBack({ id: order.id }));
    },
  });
  const [problem] = problemsOf(advance.error);
  const isDayWrong = problem?.field === 'on';
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('orders.takeStep')}
      isSaving={advance.isPending}
      error={isDayWrong ? null : advance.error}
      onSubmit={() => {
        if (on !== null) advance.mutate(on);
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <DatePicker
        label={t('orders.on')}
        isRequired
        value={on}
        minValue={standOf(order).on}
        maxValue={localToday()}
        onChange={(day) => { draft.change({ on: day }); }}
        error={on === null ? t('extend.dayNeeded') : isDayWrong ? t(problem.code === 'ahead' ? 'orders.ahead' : 'orders.beforeLast') : null}
      />
    </DialogForm>
  );
}
