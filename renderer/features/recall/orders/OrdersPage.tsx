import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { queries } from '#renderer/api.ts';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { RecallFrame } from '../RecallFrame.tsx';
import { useOrderColumns } from './order-columns.tsx';

const filters = ['open', 'closed', 'all'] as const;
const openOf = { open: true, closed: false, all: null } as const;

/** Calibrations on their way, each with what may come next. */
export function OrdersPage() {
  const { t } = useTranslation('recall');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const which = filters.find((filter) => filter === params.get('which')) ?? 'open';
  const source = usePagedRows<CalibrationOrder>((window) => queries.recall.orders.queryOptions({ input: { clientId: null, instrumentId: null, open: openOf[which], ...window } }));
  const columns = useOrderColumns();
  return (
    <RecallFrame part="orders">
      <RadioGroup
        label={t('orders.which')}
        isLabelHidden
        look="segments"
        options={filters.map((id) => ({ id, label: t(`orders.${id}`) }))}
        value={which}
        onChange={(next) => {
          setParams(next === 'open' ? {} : { which: next }, { replace: true });
        }}
      />
      <DataGrid
        label={t('part.orders.title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        rowRem={3.75}
        onOpen={(row) => void navigate(`/recall/orders/${row.id}`)}
        empty={
          <EmptyState icon={<CalendarCheck aria-hidden />} title={t('orders.none')} actions={<LinkButton to="/recall">{t('part.due.title')}</LinkButton>}>
            {t('orders.noneBody')}
          </EmptyState>
        }
      />
    </RecallFrame>
  );
}
