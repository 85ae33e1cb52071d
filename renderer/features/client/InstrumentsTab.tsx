import { useQuery } from '@tanstack/react-query';
import { List, Plus, Ruler } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { instrumentSorts } from '#shared/contract/instruments.ts';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { SearchField } from '#renderer/components/SearchField.tsx';
import { useInstrumentColumns } from '#renderer/instruments/instrument-columns.tsx';
import { NewInstrumentsDialog } from '#renderer/instruments/NewInstrumentsDialog.tsx';
import { everyInstrument } from '#renderer/state/instrument-list.ts';
import { useDebounced } from './use-debounced.ts';

type Sort = (typeof instrumentSorts)[number];

/** What the client has of us: each instrument with its calibration, and what was delivered without being on record. */
export function InstrumentsTab({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('instruments');
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const searched = useDebounced(search, 200);
  const [sort, setSort] = useState<{ readonly key: Sort; readonly descending: boolean }>({ key: 'due', descending: false });
  const [isNew, setIsNew] = useState(false);
  const { sort: _sort, descending: _descending, ...whole } = { ...everyInstrument, clientId };
  const facets = useQuery(queries.instruments.facets.queryOptions({ input: whole }));
  const deliverable = useQuery(queries.instruments.deliverable.queryOptions({ input: { clientId } }));
  const columns = useInstrumentColumns(null, true);
  const source = usePagedRows<InstrumentRow>((window) => queries.instruments.list.queryOptions({ input: { ...whole, search: searched, sort: sort.key, descending: sort.descending, ...window } }));
  const missing = (deliverable.data ?? []).reduce((sum, { quantity, recorded }) => sum + quantity - recorded, 0);
  const counts = facets.data;
  const newButton = (
    <Button icon={<Plus aria-hidden className="size-4" />} onPress={() => { setIsNew(true); }}>
      {t('new.button')}
    </Button>
  );
  if (facets.error) return <ErrorState error={facets.error} onRetry={() => void facets.refetch()} />;
  return (
    <div className="flex flex-col gap-4">
      {missing === 0 ? null : (
        <Banner tone="info" action={newButton}>
          {t('ofClient.missing', { count: missing, lines: deliverable.data?.length ?? 0 })}
        </Banner>
      )}
      {counts?.total === 0 ? (
        <EmptyState icon={<Ruler aria-hidden />} title={t('ofClient.none')} actions={missing === 0 ? newButton : null}>
          {t('ofClient.noneBody')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <div className="min-w-56 flex-1 basis-64">
              <SearchField label={t('ofClient.search')} value={search} onChange={setSearch} />
            </div>
            <LinkButton to={`/instruments?client=${clientId}`} icon={<List aria-hidden className="size-4" />}>
              {t('ofClient.all')}
            </LinkButton>
            {missing === 0 ? newButton : null}
          </div>
          <p role="status" className="text-ink-2">
            {counts === undefined ? null : t('ofClient.summary', { count: counts.total, overdue: counts.overdue, out: counts.outForCalibration })}
          </p>
          <DataGrid
            label={t('title')}
            columns={columns}
            source={source}
            rowKey={(row) => row.id}
            rowRem={3.75}
            height={40}
            sort={sort}
            onSort={({ key, descending }) => {
              const chosen = instrumentSorts.find((name) => name === key);
              if (chosen) setSort({ key: chosen, descending });
            }}
            onOpen={(row) => void navigate(`/instruments/${row.id}`)}
            empty={
              <EmptyState title={t('noMatch.title')} actions={<Button onPress={() => { setSearch(''); }}>{t('common:filter.clearAll')}</Button>}>
                {t('noMatch.body')}
              </EmptyState>
            }
          />
        </>
      )}
      <NewInstrumentsDialog isOpen={isNew} onOpenChange={setIsNew} serial={null} clientId={clientId} />
    </div>
  );
}
