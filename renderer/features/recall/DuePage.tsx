import { hashKey, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { instrumentSorts } from '#shared/contract/instruments.ts';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { queries } from '#renderer/api.ts';
import { DataGrid, usePagedRows, useSelection } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { SearchField } from '#renderer/components/SearchField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useInstrumentColumns } from '#renderer/instruments/instrument-columns.tsx';
import { DueActions } from './DueActions.tsx';
import { dueSpans, questionOf } from '#renderer/instruments/due-question.ts';
import type { DueSpan } from '#renderer/instruments/due-question.ts';
import { RecallFrame } from './RecallFrame.tsx';

const spanOf = (given: string | null): DueSpan => dueSpans.find((span) => span === given) ?? '30';

/** What is to be recalled, the longest overdue first. */
export function DuePage() {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const span = spanOf(params.get('span'));
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search);
  const [sort, setSort] = useState<{ readonly key: (typeof instrumentSorts)[number]; readonly descending: boolean }>({ key: 'due', descending: false });
  const { sort: _sort, descending: _descending, ...filter } = useMemo(() => ({ ...questionOf(span), search: asked }), [span, asked]);
  const selection = useSelection(hashKey([filter]));
  const columns = useInstrumentColumns(selection);
  const source = usePagedRows<InstrumentRow>((window) => queries.instruments.list.queryOptions({ input: { ...filter, sort: sort.key, descending: sort.descending, ...window } }));
  const counts = useQuery(queries.instruments.facets.queryOptions({ input: { ...questionOf('all'), dueStates: [], search: asked }, placeholderData: (previous) => previous })).data;
  const countOf: Readonly<Partial<Record<DueSpan, number | undefined>>> = {
    '30': counts?.within30, '60': counts?.within60, '90': counts?.within90, overdue: counts?.overdue, extended: counts?.extended,
  };
  return (
    <RecallFrame part="due">
      <div className="flex flex-wrap items-end gap-3">
        <RadioGroup
          label={t('span.label')}
          isLabelHidden
          look="segments"
          options={dueSpans.map((id) => {
            const count = countOf[id];
            return { id, label: count === undefined ? t(`span.${id}`) : t('span.counted', { name: t(`span.${id}`), count: format.integer(count) }) };
          })}
          value={span}
          onChange={(next) => {
            setParams(next === '30' ? {} : { span: next }, { replace: true });
          }}
        />
        <div className="min-w-56 flex-1">
          <SearchField label={t('instruments:search')} value={search} onChange={setSearch} />
        </div>
      </div>
      <DueActions selection={selection} filter={filter} total={source.total} />
      <DataGrid
        label={t('part.due.title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        rowRem={3.75}
        sort={sort}
        onSort={({ key, descending }) => {
          const chosen = instrumentSorts.find((name) => name === key);
          if (chosen) setSort({ key: chosen, descending });
        }}
        onOpen={(row) => void navigate(`/instruments/${row.id}`)}
        empty={
          <EmptyState icon={<SearchX aria-hidden />} title={t('nothingDue.title')}>
            {t('nothingDue.body')}
          </EmptyState>
        }
      />
    </RecallFrame>
  );
}
