import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClientRow } from '#shared/contract/clients.ts';
import { clientSorts } from '#shared/contract/clients.ts';
import { queries } from '#renderer/api.ts';
import { changeList, clearFilters, customaryDirection, isFiltered } from '#renderer/client-filter/list-input.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { ClientListInput } from '#renderer/state/client-list-input.ts';
import { setInterface, useInterface } from '#renderer/state/interface.ts';
import { useClientColumns } from './client-columns.tsx';

const remember = (index: number): void => {
  setInterface({ clientListIndex: index });
};

interface ClientGridProps {
  readonly input: ClientListInput;
  /** Of all clients, whatever the filter; null: not known yet. */
  readonly total: number | null;
  /** Clients' values are in more than one. */
  readonly hasCurrencies: boolean;
}

export function ClientGrid({ input, total, hasCurrencies }: ClientGridProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const navigate = useNavigate();
  const columns = useClientColumns(hasCurrencies);
  const [initialIndex] = useState(() => useInterface.getState().clientListIndex);
  const source = usePagedRows<ClientRow>((window) => queries.clients.list.queryOptions({ input: { ...input, ...window } }));
  const sort = useMemo(() => ({ key: input.sort, descending: input.descending }), [input.sort, input.descending]);
  const matches = source.total;
  return (
    <>
      <p role="status" className="-my-1.5 text-sm text-ink-3 empty:-mt-4">
        {matches === null || total === null || source.isStale || !isFiltered(input) ? null : t('found', { found: format.integer(matches), total: format.integer(total) })}
      </p>
      <DataGrid
        label={t('title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        rowRem={3.5}
        sort={sort}
        onSort={({ key, descending }) => {
          const chosen = clientSorts.find((name) => name === key);
          if (chosen) changeList({ sort: chosen, descending: chosen === input.sort ? descending : customaryDirection[chosen] });
        }}
        onOpen={(row) => void navigate(`/clients/${row.id}`)}
        initialIndex={initialIndex}
        onScrolledTo={remember}
        empty={
          <EmptyState icon={<SearchX aria-hidden />} title={t('noMatch.title')} actions={<Button onPress={clearFilters}>{t('common:filter.clearAll')}</Button>}>
            {t('noMatch.body')}
          </EmptyState>
        }
      />
    </>
  );
}
