import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dimensionId } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { FilterChips } from '#renderer/components/FilterChips.tsx';
import type { Chip } from '#renderer/components/FilterChips.tsx';
import { FilterMenu } from '#renderer/components/FilterMenu.tsx';
import { SearchField } from '#renderer/components/SearchField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { changeList, clearFilters } from './list-input.ts';

type Facets = Awaited<ReturnType<ContractClient['clients']['facets']>>;

interface FilterBarProps {
  readonly input: ClientFilter;
  readonly facets: Facets | null;
  /** At the end of the bar. */
  readonly children?: ReactNode;
}

const without = <T,>(list: readonly T[], item: T): T[] => list.filter((other) => other !== item);

/** What narrows every list and picture of clients: one filter for all of them. */
export function FilterBar({ input, facets, children }: FilterBarProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const stageWords = (stage: number): string => (stage === 0 ? t('common:stage.unplaced') : t(`common:stage.${stage}`));
  const chips: readonly Chip[] = [
    ...input.countryCodes.map((code) => ({
      id: `country-${code}`, words: format.country(code),
      remove: () => { changeList({ countryCodes: without(input.countryCodes, code) }); },
    })),
    ...input.segments.map((name) => ({ id: `segment-${name}`, words: name, remove: () => { changeList({ segments: without(input.segments, name) }); } })),
    ...input.stages.map((stage) => ({ id: `stage-${stage}`, words: stageWords(stage), remove: () => { changeList({ stages: without(input.stages, stage) }); } })),
    ...input.weakest.map((id) => ({
      id: `weakest-${id}`, words: t('filter.weakestChip', { dimension: t(`common:dimension.${id}`) }),
      remove: () => { changeList({ weakest: without(input.weakest, id) }); },
    })),
    ...(input.openLate ? [{ id: 'openLate', words: t('filter.openLate'), remove: () => { changeList({ openLate: false }); } }] : []),
  ];
  return (
    <div className="flex flex-col gap-2.5">
      <div role="group" aria-label={t('filter.label')} className="flex flex-wrap items-center gap-2">
        <div className="min-w-56 flex-1 basis-72">
          <SearchField label={t('search')} value={input.search} onChange={(search) => { changeList({ search }); }} />
        </div>
        <FilterMenu
          label={t('filter.country')}
          options={(facets?.countries ?? []).map(({ code, count }) => ({ id: code, label: format.country(code), count })).toSorted((a, b) => format.compare(a.label, b.label))}
          selected={input.countryCodes}
          onChange={(countryCodes) => { changeList({ countryCodes }); }}
        />
        <FilterMenu
          label={t('filter.segment')}
          options={(facets?.segments ?? []).map(({ name, count }) => ({ id: name, label: name, count }))}
          selected={input.segments}
          onChange={(segments) => { changeList({ segments }); }}
        />
        <FilterMenu
          label={t('filter.stage')}
          options={(facets?.stages ?? []).map(({ stage, count }) => ({ id: String(stage), label: stageWords(stage), count }))}
          selected={input.stages.map(String)}
          onChange={(stages) => { changeList({ stages: stages.map(Number) }); }}
        />
        <FilterMenu
          label={t('filter.weakest')}
          options={dimensionId.options.map((id) => ({ id, label: t(`common:dimension.${id}`), count: null }))}
          selected={input.weakest}
          onChange={(ids) => { changeList({ weakest: dimensionId.options.filter((id) => ids.includes(id)) }); }}
          extra={{ label: t('filter.openLate'), isSelected: input.openLate, onChange: (openLate) => { changeList({ openLate }); } }}
        />
        {children}
      </div>
      {chips.length === 0 ? null : <FilterChips chips={chips} onClear={clearFilters} />}
    </div>
  );
}
