import { useQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lineOutcome } from '#shared/contract/orders.ts';
import type { LineOutcome } from '#shared/contract/orders.ts';
import type { DeliveryBasis } from '#shared/domain/delivery/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { SearchField } from '#renderer/components/SearchField.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { useDebounced } from './use-debounced.ts';
import { IncotermMark, IncotermNote } from '#renderer/records/IncotermNote.tsx';
import { LinesGrid } from '#renderer/records/LinesGrid.tsx';

const EVERY = 'every';
const BASES: readonly DeliveryBasis[] = ['first-promise', 'request', 'current-promise'];

/** All order lines of the client, held against the chosen day. */
export function OrdersTab({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('client');
  const [basis, setBasis] = useState<DeliveryBasis>('first-promise');
  const [outcome, setOutcome] = useState<LineOutcome | typeof EVERY>(EVERY);
  const [search, setSearch] = useState('');
  const searched = useDebounced(search, 200);
  const isFiltered = outcome !== EVERY || searched !== '';
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-end gap-3 md:grid-cols-[minmax(12rem,1fr)_14rem_14rem]">
        <SearchField label={t('orders.search')} value={search} onChange={setSearch} />
        <Select
          label={t('orders.filter')}
          isLabelHidden
          options={[{ id: EVERY, label: t('orders.allOutcomes') }, ...lineOutcome.options.map((id) => ({ id, label: t(`records:outcome.${id}`), description: t(`records:outcomeWhy.${id}`) }))]}
          value={outcome}
          onChange={setOutcome}
        />
        <Select label={t('records:basisLabel')} isLabelHidden options={BASES.map((id) => ({ id, label: t('orders.against', { basis: t(`records:basis.${id}`) }) }))} value={basis} onChange={setBasis} />
      </div>
      <LinesGrid
        label={t('orders.grid')}
        query={{ clientId, basis, outcomes: outcome === EVERY ? [] : [outcome], search: searched }}
        height={40}
        empty={
          isFiltered ? (
            <EmptyState
              title={t('orders.noMatch')}
              actions={
                <Button
                  onPress={() => {
                    setOutcome(EVERY);
                    setSearch('');
                  }}
                >
                  {t('orders.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState icon={<Package aria-hidden />} title={t('orders.none')} actions={<LinkButton to="/import">{t('figures.import')}</LinkButton>}>
              {t('figures.emptyBody')}
            </EmptyState>
          )
        }
      >
        {(total) => (
          <p role="status" className="text-sm text-ink-2">
            {total === null ? null : t('records:count', { count: total })}
          </p>
        )}
      </LinesGrid>
      <Incoterms clientId={clientId} />
    </div>
  );
}

/** Which trade terms the client buys under, and what each one means. */
function Incoterms({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('client');
  const [shown, setShown] = useState<string | null>(null);
  const { data } = useQuery(queries.orders.figures.queryOptions({ input: { clientId } }));
  if (!data || data.incoterms.length === 0) return null;
  return (
    <Section title={t('orders.incoterms')} level={3}>
      <ul className="flex flex-col gap-2">
        {data.incoterms.map(({ code, lineCount }) => (
          <li key={code}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <IncotermMark given={code} />
              <span className="text-ink-2">{t('figures.lines', { count: lineCount })}</span>
              <Button
                size="small"
                variant="quiet"
                aria-expanded={shown === code}
                onPress={() => {
                  setShown(shown === code ? null : code);
                }}
              >
                {t('records:incoterm.more', { code })}
              </Button>
            </p>
            {shown === code ? (
              <div className="mt-2 max-w-2xl">
                <IncotermNote given={code} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
