import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { NextSteps } from './NextSteps.tsx';
import { standOf } from './order-steps.ts';

export function useOrderColumns(): readonly GridColumn<CalibrationOrder>[] {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return useMemo(
    (): readonly GridColumn<CalibrationOrder>[] => [
      { id: 'number', header: t('orders.number'), minRem: 9, grow: 1, priority: 2, cell: (row) => <span className="whitespace-nowrap"><Isolate>{row.number}</Isolate></span> },
      {
        id: 'instrument', header: t('orders.instrument'), minRem: 11, grow: 3,
        cell: (row) => (
          <>
            <div className="truncate font-medium">
              <Isolate>{row.serial}</Isolate>
            </div>
            <NameText className="text-sm text-ink-3">{row.instrumentName}</NameText>
          </>
        ),
      },
      {
        id: 'client', header: t('letters.client'), minRem: 10, grow: 2, priority: 2,
        cell: (row) => (row.clientName === null ? <span className="text-ink-3">{t('instruments:ownHands')}</span> : <NameText>{row.clientName}</NameText>),
      },
      {
        id: 'laboratory', header: t('orders.laboratory'), minRem: 9, grow: 2, priority: 4,
        cell: (row) => (row.laboratory === null ? <span className="text-ink-3">{t('orders.ownLaboratory')}</span> : <NameText>{row.laboratory}</NameText>),
      },
      { id: 'stand', header: t('orders.stand'), minRem: 8, grow: 1, cell: (row) => <Stand order={row} /> },
      {
        id: 'booked', header: t('orders.step.booked'), minRem: 7, grow: 1, align: 'end', priority: 4,
        cell: (row) => <time className="whitespace-nowrap" dateTime={row.bookedOn}>{format.day(row.bookedOn, 'short')}</time>,
      },
      {
        id: 'next', header: t('orders.next'), minRem: 17, grow: 2, priority: 2,
        cell: (row) => (
          <div className="flex gap-1.5 whitespace-nowrap">
            <NextSteps order={row} size="small" />
          </div>
        ),
      },
    ],
    [t, format],
  );
}

/** The newest step, or that it was cancelled. */
export function Stand({ order }: { readonly order: CalibrationOrder }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const { step, on } = standOf(order);
  return (
    <>
      <Pill tone={order.cancelledOn !== null ? 'outline' : step === 'shipped' ? 'accent' : 'neutral'}>{order.cancelledOn === null ? t(`orders.step.${step}`) : t('orders.isCancelled')}</Pill>
      <time className="block text-sm whitespace-nowrap text-ink-3" dateTime={order.cancelledOn ?? on}>
        {format.day(order.cancelledOn ?? on, 'short')}
      </time>
    </>
  );
}
