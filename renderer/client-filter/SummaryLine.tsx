import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { portfolioSummary } from '#shared/contract/scores.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

export type Portfolio = z.output<typeof portfolioSummary>;

export function SummaryLine({ portfolio: { clientCount, scoredCount, medianOverall } }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  if (clientCount === 0) return null;
  return (
    <span>
      {t('summary.clients', { count: clientCount })}
      {' · '}
      {scoredCount === clientCount ? t('summary.allScored') : t('summary.scored', { count: scoredCount })}
      {medianOverall === null ? null : ` · ${t('summary.median', { score: format.fixed(medianOverall, 0) })}`}
    </span>
  );
}
