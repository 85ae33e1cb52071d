import type { TFunction } from 'i18next';
import type { OrderLineRow } from '#shared/contract/orders.ts';
import type { DeliveryBasis } from '#shared/domain/delivery/index.ts';
import type { Format } from '#shared/i18n/format.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { latenessWords } from './days.ts';
import { IncotermMark } from './IncotermNote.tsx';
import { OutcomePill } from './OutcomePill.tsx';

const heldAgainst: Readonly<Record<DeliveryBasis, (line: OrderLineRow) => string | null>> = {
  request: ({ requestedOn }) => requestedOn,
  'first-promise': ({ firstPromisedOn }) => firstPromisedOn,
  'current-promise': ({ currentPromisedOn }) => currentPromisedOn,
};

/** The columns of order lines, held against one basis. */
export function lineColumns(t: TFunction, format: Format, basis: DeliveryBasis): readonly GridColumn<OrderLineRow>[] {
  const day = (on: string | null) => (on === null ? <span className="text-ink-3">{t('records:unknown')}</span> : <span className="whitespace-nowrap">{format.day(on, 'medium')}</span>);
  return [
    {
      id: 'line', header: t('records:column.line'), minRem: 8.5, grow: 1, priority: 1, sort: 'order',
      cell: (line) => (
        <span className="flex flex-col leading-tight">
          <span className="truncate font-medium">
            <Isolate>{line.orderNumber}</Isolate>
          </span>
          <span className="truncate text-sm text-ink-3">
            <Isolate>{line.lineNumber}</Isolate>
          </span>
        </span>
      ),
    },
    {
      id: 'product', header: t('records:column.product'), minRem: 10, grow: 2, priority: 3,
      cell: (line) => (line.productName === null ? <span className="text-ink-3">{t('records:unknown')}</span> : <bdi className="line-clamp-2 leading-tight">{line.productName}</bdi>),
    },
    {
      id: 'promised', header: basis === 'request' ? t('records:column.requested') : t('records:column.promised'), minRem: 9.25, grow: 0, priority: 1, sort: 'promised',
      cell: (line) => day(heldAgainst[basis](line)),
    },
    { id: 'delivered', header: t('records:column.delivered'), minRem: 9.25, grow: 0, priority: 2, sort: 'delivered', cell: (line) => day(line.deliveredOn) },
    {
      id: 'lateness', header: t('records:column.lateness'), minRem: 8, grow: 0, priority: 2, sort: 'lateness',
      cell: (line) => (line.latenessDays === null ? null : latenessWords(t, line.latenessDays)),
    },
    { id: 'outcome', header: t('records:column.outcome'), minRem: 8.5, grow: 0, priority: 1, cell: (line) => <OutcomePill outcome={line.outcome} /> },
    {
      id: 'quantity', header: t('records:column.quantity'), minRem: 8, grow: 0, priority: 4, align: 'end',
      cell: (line) => t('records:quantityOf', { delivered: format.number(line.deliveredQuantity), ordered: format.number(line.orderedQuantity) }),
    },
    {
      id: 'value', header: t('records:column.value'), minRem: 9, grow: 0, priority: 3, align: 'end', sort: 'value',
      cell: (line) => (line.value === null ? null : format.money(line.value)),
    },
    { id: 'incoterm', header: t('records:column.incoterm'), minRem: 8, grow: 0, priority: 4, cell: (line) => (line.incoterm === null ? null : <IncotermMark given={line.incoterm} />) },
  ];
}
