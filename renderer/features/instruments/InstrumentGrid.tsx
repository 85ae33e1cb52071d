import { hashKey } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { instrumentSorts } from '#shared/contract/instruments.ts';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DataGrid, usePagedRows, useSelection } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { askInstruments, clearInstrumentFilters, useInstrumentList } from '#renderer/state/instrument-list.ts';
import type { InstrumentListInput } from '#renderer/state/instrument-list.ts';
import { BulkBar } from './BulkBar.tsx';
import { useInstrumentColumns } from '#renderer/instruments/instrument-columns.tsx';

const remember = (index: number): void => {
  useInstrumentList.setState({ index });
};

export function InstrumentGrid({ input }: { readonly input: InstrumentListInput }) {
  const { t } = useTranslation('instruments');
  const navigate = useNavigate();
  const { sort: sortKey, descending, ...filter } = input;
  const selection = useSelection(hashKey([filter]));
  const columns = useInstrumentColumns(selection);
  const [initialIndex] = useState(() => useInstrumentList.getState().index);
  const source = usePagedRows<InstrumentRow>((window) => queries.instruments.list.queryOptions({ input: { ...input, ...window } }));
  const sort = useMemo(() => ({ key: sortKey, descending }), [sortKey, descending]);
  return (
    <>
      <BulkBar selection={selection} filter={filter} total={source.total} />
      <DataGrid
        label={t('title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        rowRem={3.75}
        sort={sort}
        onSort={({ key, descending: isDescending }) => {
          const chosen = instrumentSorts.find((name) => name === key);
          if (chosen) askInstruments({ sort: chosen, descending: isDescending });
        }}
        onOpen={(row) => void navigate(`/instruments/${row.id}`)}
        initialIndex={initialIndex}
        onScrolledTo={remember}
        empty={
          <EmptyState icon={<SearchX aria-hidden />} title={t('noMatch.title')} actions={<Button onPress={clearInstrumentFilters}>{t('common:filter.clearAll')}</Button>}>
            {t('noMatch.body')}
          </EmptyState>
        }
      />
    </>
  );
}
