import { useTranslation } from 'react-i18next';
import type { ClientFilter } from '#shared/contract/clients.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';

/** What narrows a list, each condition in words. */
export function useFilterWords({ search, countryCodes, segments, stages, weakest, openLate }: ClientFilter): readonly string[] {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return [
    ...(search.trim() === '' ? [] : [t('filter.searchWords', { text: isolated(search.trim()) })]),
    ...countryCodes.map((code) => format.country(code)),
    ...segments.map(isolated),
    ...stages.map((stage) => (stage === 0 ? t('common:stage.unplaced') : t(`common:stage.${stage}`))),
    ...weakest.map((id) => t('filter.weakestChip', { dimension: t(`common:dimension.${id}`) })),
    ...(openLate ? [t('filter.openLate')] : []),
  ];
}
