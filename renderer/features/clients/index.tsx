import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { clientSorts } from '#shared/contract/clients.ts';
import { queries } from '#renderer/api.ts';
import { FilterBar } from '#renderer/client-filter/FilterBar.tsx';
import { changeList, customaryDirection } from '#renderer/client-filter/list-input.ts';
import { ReadingDayBanner } from '#renderer/client-filter/ReadingDayBanner.tsx';
import { SummaryLine } from '#renderer/client-filter/SummaryLine.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { useInterface } from '#renderer/state/interface.ts';
import { ClientGrid } from './ClientGrid.tsx';
import { NewClientDialog } from './NewClientDialog.tsx';
import { NoClients } from './NoClients.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { SavedViews } from './SavedViews.tsx';

/** All clients, ranked: whoever needs work stands first. */
export function ClientsPage() {
  const { t } = useTranslation('clients');
  const [params, setParams] = useSearchParams();
  const input = useInterface((state) => state.clientList);
  // The field follows the typing; the list follows the field.
  const asked = useDeferredValue(input);
  const facets = useQuery(queries.clients.facets.queryOptions());
  const portfolio = useQuery(queries.scores.portfolio.queryOptions());
  const isNew = params.get('new') !== null;
  const openNew = (isOpen: boolean): void => {
    setParams(isOpen ? { new: '1' } : {}, { replace: true });
  };

  return (
    <>
      <PageHeader
        title={t('title')}
        description={portfolio.data ? <SummaryLine portfolio={portfolio.data} /> : null}
        actions={
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onPress={() => {
              openNew(true);
            }}
          >
            {t('new.button')}
          </Button>
        }
      />
      {portfolio.data && portfolio.data.clientCount > 0 ? <ReadingDayBanner portfolio={portfolio.data} /> : null}
      {facets.data && facets.data.sampleCount > 0 ? <SampleBanner count={facets.data.sampleCount} /> : null}
      {facets.error ? <ErrorState error={facets.error} onRetry={() => void facets.refetch()} /> : null}
      {facets.data?.total === 0 ? (
        <NoClients
          onNew={() => {
            openNew(true);
          }}
        />
      ) : (
        <>
          <FilterBar input={input} facets={facets.data ?? null}>
            <div className="w-48">
              <Select
                label={t('sort.label')}
                isLabelHidden
                options={clientSorts.map((id) => ({ id, label: t(`sort.${id}`) }))}
                value={input.sort}
                onChange={(sort) => {
                  changeList({ sort, descending: customaryDirection[sort] });
                }}
              />
            </div>
            <SavedViews input={input} />
          </FilterBar>
          <ClientGrid input={asked} total={facets.data?.total ?? null} hasCurrencies={(facets.data?.currencies.length ?? 0) > 1} />
        </>
      )}
      <NewClientDialog isOpen={isNew} onOpenChange={openNew} />
    </>
  );
}
