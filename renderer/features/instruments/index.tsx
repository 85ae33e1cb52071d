import { useQuery } from '@tanstack/react-query';
import { EllipsisVertical, FileCheck2, FileInput, Plus, Ruler, SlidersHorizontal } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Menu } from '#renderer/components/Menu.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { DccDropArea } from '#renderer/instruments/DccDropArea.tsx';
import { NewInstrumentsDialog } from '#renderer/instruments/NewInstrumentsDialog.tsx';
import { ProductsDialog } from '#renderer/instruments/ProductsDialog.tsx';
import { askInstruments, everyInstrument, isInstrumentFilterOn, useInstrumentList } from '#renderer/state/instrument-list.ts';
import { DueCounts } from './DueCounts.tsx';
import { InstrumentFilterBar } from './InstrumentFilterBar.tsx';
import { InstrumentGrid } from './InstrumentGrid.tsx';

/** The installed base: every instrument that clients have of us, and our own standards. `client` in the address narrows it, `new` opens the form. */
export function InstrumentsPage() {
  const { t } = useTranslation('instruments');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const input = useInstrumentList((state) => state.input);
  const asked = useDeferredValue(input);
  const { sort: _sort, descending: _descending, ...filter } = asked;
  // Counts are of the whole, whichever of them is pressed.
  const facets = useQuery(queries.instruments.facets.queryOptions({ input: { ...filter, dueWithinDays: null }, placeholderData: (previous) => previous }));
  const client = useQuery(queries.clients.get.queryOptions({ input: { id: input.clientId ?? '' }, enabled: input.clientId !== null }));
  const ofClient = params.get('client');
  useEffect(() => {
    if (ofClient !== null) askInstruments({ ...everyInstrument, clientId: ofClient });
  }, [ofClient]);
  const [isProductsOpen, setIsProductsOpen] = useState(false);
  const isNew = params.get('new') !== null;
  const openNew = (isOpen: boolean): void => {
    setParams(isOpen ? { new: '1' } : {}, { replace: true });
  };
  const isNothing = facets.data?.total === 0 && !isInstrumentFilterOn(input) && !isInstrumentFilterOn(asked);
  const newButton = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onPress={() => {
        openNew(true);
      }}
    >
      {t('new.button')}
    </Button>
  );
  return (
    <>
      <DccDropArea />
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <LinkButton to="/dcc" icon={<FileCheck2 aria-hidden className="size-4" />}>
              {t('readDcc')}
            </LinkButton>
            {isNothing ? null : newButton}
            <Menu
              label={t('common:more')}
              trigger={<IconButton label={t('common:more')} icon={<EllipsisVertical aria-hidden className="size-4.5" />} />}
              groups={[
                {
                  id: 'more',
                  entries: [
                    { id: 'products', label: t('products.button'), icon: <SlidersHorizontal aria-hidden className="size-4" />, onAction: () => { setIsProductsOpen(true); } },
                    { id: 'import', label: t('none.import'), icon: <FileInput aria-hidden className="size-4" />, onAction: () => void navigate('/import') },
                  ],
                },
              ]}
            />
          </>
        }
      />
      {facets.error ? <ErrorState error={facets.error} onRetry={() => void facets.refetch()} /> : null}
      {isNothing ? (
        <EmptyState
          icon={<Ruler aria-hidden />}
          title={t('none.title')}
          actions={
            <>
              {newButton}
              <LinkButton to="/import" icon={<FileInput aria-hidden className="size-4" />}>
                {t('none.import')}
              </LinkButton>
            </>
          }
        >
          {t('none.body')}
        </EmptyState>
      ) : (
        <>
          {facets.data ? <DueCounts facets={facets.data} input={input} /> : null}
          <InstrumentFilterBar input={input} facets={facets.data ?? null} clientName={client.data?.name ?? null} />
          <InstrumentGrid input={asked} />
        </>
      )}
      <ProductsDialog isOpen={isProductsOpen} onOpenChange={setIsProductsOpen} />
      <NewInstrumentsDialog isOpen={isNew} onOpenChange={openNew} serial={params.get('serial')} clientId={params.get('for') ?? input.clientId} />
    </>
  );
}
