import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRescoring } from '#renderer/state/rescoring.ts';

/** What new weights did to the scores, once all of them are made anew. `before`: the median under the earlier weights. */
export function Effect({ before }: { readonly before: number | null }) {
  const { t } = useTranslation('weights');
  const format = useFormat();
  const status = useRescoring((state) => state.status);
  const { data } = useQuery(queries.scores.portfolio.queryOptions());
  if (before === null || status !== 'idle' || !data || data.stale || data.medianOverall === null) return null;
  return (
    <Banner tone="info" isLive action={<LinkButton size="small" to="/clients">{t('effect.toClients')}</LinkButton>}>
      {t('effect.median', { before: format.fixed(before, 1), after: format.fixed(data.medianOverall, 1), count: data.scoredCount })}
    </Banner>
  );
}
