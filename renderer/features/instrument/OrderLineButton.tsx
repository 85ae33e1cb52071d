import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import { useRecords } from '#renderer/records/records-context.ts';

/** Opens the order line that the instrument came with. */
export function OrderLineButton({ order, children }: { readonly order: NonNullable<Passport['order']>; readonly children: ReactNode }) {
  const { t } = useTranslation('records');
  const { open } = useRecords();
  return (
    <button
      type="button"
      className="min-h-6 text-start font-medium text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong"
      onClick={() => {
        open({ kind: 'record', ref: { kind: 'order-line', id: order.lineId }, title: t('line.title', { order: order.orderNumber, line: order.lineNumber }) });
      }}
    >
      {children}
    </button>
  );
}
