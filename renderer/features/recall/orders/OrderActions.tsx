import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { NextSteps } from './NextSteps.tsx';
import { isTaken, standOf } from './order-steps.ts';

/** Forward, back, and out. */
export function OrderActions({ order }: { readonly order: CalibrationOrder }) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const [isCancelling, setIsCancelling] = useState(false);
  const onError = (error: unknown): void => {
    const isBooked = problemsOf(error).some(({ code }) => code === 'already-booked');
    toast(isBooked ? t('orders.otherOpen') : errorWords(error), null, 'danger');
  };
  const stand = standOf(order);
  const back = useMutation({
    mutationFn: () => api.recall.stepBack({ id: order.id }),
    onSuccess: async () => {
      await client.invalidateQueries();
      const { step, on } = stand;
      if (step !== 'booked' && isTaken(step)) undo(t('orders.steppedBack', { step: t(`orders.step.${step}`) }), () => api.recall.advance({ id: order.id, step, on }));
    },
    onError,
  });
  const reopen = useMutation({
    mutationFn: () => api.recall.reopen({ id: order.id }),
    onSuccess: async () => {
      await client.invalidateQueries();
      undo(t('orders.reopened', { number: order.number }), () => api.recall.cancel({ id: order.id, on: order.cancelledOn ?? localToday(), reason: order.cancelReason ?? t('orders.byMistake') }));
    },
    onError,
  });
  if (order.cancelledOn !== null) {
    return (
      <Button icon={<RotateCcw aria-hidden className="size-4" />} isPending={reopen.isPending} onPress={() => { reopen.mutate(); }}>
        {t('orders.reopen')}
      </Button>
    );
  }
  return (
    <>
      <NextSteps order={order} />
      {stand.step === 'booked' || stand.step === 'certificate' ? null : (
        <Button icon={<Undo2 aria-hidden className="flip-rtl size-4" />} isPending={back.isPending} onPress={() => { back.mutate(); }}>
          {t('orders.stepBack')}
        </Button>
      )}
      {order.steps.shipped === null ? (
        <Button icon={<Ban aria-hidden className="size-4" />} onPress={() => { setIsCancelling(true); }}>
          {t('orders.cancelOrder')}
        </Button>
      ) : null}
      <CancelDialog order={order} isOpen={isCancelling} onClose={() => { setIsCancelling(false); }} />
    </>
  );
}
