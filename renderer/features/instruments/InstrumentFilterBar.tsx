import { useTranslation } from 'react-i18next';
import { dueState, instrumentStatus } from '#shared/contract/instruments.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { FilterChips } from '#renderer/components/FilterChips.tsx';
import type { Chip } from '#renderer/components/FilterChips.tsx';
import { FilterMenu } from '#renderer/components/FilterMenu.tsx';
import { SearchField } from '#renderer/components/SearchField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { askInstruments, clearInstrumentFilters } from '#renderer/state/instrument-list.ts';
import type { InstrumentListInput } from '#renderer/state/instrument-list.ts';

type Facets = Awaited<ReturnType<ContractClient['instruments']['facets']>>;

const without = <T,>(list: readonly T[], item: T): T[] => list.filter((other) => other !== item);

interface InstrumentFilterBarProps {
  readonly input: InstrumentListInput;
  readonly facets: Facets | null;
  /** Of the one client that the list is narrowed to. */
  readonly clientName: string | null;
}

export function InstrumentFilterBar({ input, facets, clientName }: InstrumentFilterBarProps) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const productName = (id: string): string => facets?.products.find((product) => product.id === id)?.name ?? t('filter.product');
  const chips: readonly Chip[] = [
    ...(input.clientId === null ? [] : [{ id: 'client', words: clientName ?? t('filter.client'), remove: () => { askInstruments({ clientId: null }); } }]),
    ...input.productIds.map((id) => ({ id: `product-${id}`, words: productName(id), remove: () => { askInstruments({ productIds: without(input.productIds, id) }); } })),
    ...input.dueStates.map((id) => ({ id: `due-${id}`, words: t(`dueState.${id}`), remove: () => { askInstruments({ dueStates: without(input.dueStates, id) }); } })),
    ...input.statuses.map((id) => ({ id: `status-${id}`, words: t(`status.${id}`), remove: () => { askInstruments({ statuses: without(input.statuses, id) }); } })),
    ...(input.dueWithinDays === null ? [] : [{ id: 'within', words: t('filter.dueWithin', { count: input.dueWithinDays }), remove: () => { askInstruments({ dueWithinDays: null }); } }]),
    ...(input.dueFromOn === null && input.dueToOn === null ? [] : [{
      id: 'between', words: t('filter.dueBetween', { from: input.dueFromOn === null ? '…' : format.day(input.dueFromOn, 'short'), to: input.dueToOn === null ? '…' : format.day(input.dueToOn, 'short') }),
      remove: () => { askInstruments({ dueFromOn: null, dueToOn: null }); },
    }]),
    ...(input.standardsOnly ? [{ id: 'standards', words: t('filter.standards'), remove: () => { askInstruments({ standardsOnly: false }); } }] : []),
  ];
  return (
    <div className="flex flex-col gap-2.5">
      <div role="group" aria-label={t('filter.label')} className="flex flex-wrap items-center gap-2">
        <div className="min-w-56 flex-1 basis-72">
          <SearchField label={t('search')} value={input.search} onChange={(search) => { askInstruments({ search }); }} />
        </div>
        <FilterMenu
          label={t('filter.due')}
          options={dueState.options.map((id) => ({ id, label: t(`dueState.${id}`), count: null }))}
          selected={input.dueStates}
          onChange={(ids) => { askInstruments({ dueStates: dueState.options.filter((id) => ids.includes(id)) }); }}
        />
        <FilterMenu
          label={t('filter.product')}
          options={(facets?.products ?? []).map(({ id, name, count }) => ({ id, label: name, count }))}
          selected={input.productIds}
          onChange={(productIds) => { askInstruments({ productIds }); }}
        />
        <FilterMenu
          label={t('filter.status')}
          options={instrumentStatus.options.map((id) => ({ id, label: t(`status.${id}`), count: null }))}
          selected={input.statuses}
          onChange={(ids) => { askInstruments({ statuses: instrumentStatus.options.filter((id) => ids.includes(id)) }); }}
          extra={{ label: t('filter.standards'), isSelected: input.standardsOnly, onChange: (standardsOnly) => { askInstruments({ standardsOnly }); } }}
        />
      </div>
      {chips.length === 0 ? null : <FilterChips chips={chips} onClear={clearInstrumentFilters} />}
    </div>
  );
}
