import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { queries } from '#renderer/api.ts';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { RecallFrame } from '../RecallFrame.tsx';
import { useCaseColumns } from './case-columns.tsx';
import type { CaseRow } from './case.ts';

const filters = ['open', 'closed', 'all'] as const;
const openOf = { open: true, closed: false, all: null } as const;

/** What was found out of tolerance, and how far it reaches. */
export function CasesPage() {
  const { t } = useTranslation('recall');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const which = filters.find((filter) => filter === params.get('which')) ?? 'open';
  const source = usePagedRows<CaseRow>((window) => queries.recall.cases.queryOptions({ input: { open: openOf[which], ...window } }));
  const columns = useCaseColumns();
  return (
    <RecallFrame part="cases">
      <RadioGroup
        label={t('cases.which')}
        isLabelHidden
        look="segments"
        options={filters.map((id) => ({ id, label: t(`cases.${id}`) }))}
        value={which}
        onChange={(next) => {
          setParams(next === 'open' ? {} : { which: next }, { replace: true });
        }}
      />
      <DataGrid
        label={t('part.cases.title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        rowRem={3.75}
        onOpen={(row) => void navigate(`/recall/cases/${row.id}`)}
        empty={
          <EmptyState icon={<ShieldCheck aria-hidden />} title={t('cases.none')}>
            {t('cases.noneBody')}
          </EmptyState>
        }
      />
    </RecallFrame>
  );
}
