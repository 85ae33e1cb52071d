import { useTranslation } from 'react-i18next';
import type { ClientReport } from '#shared/contract/reports.ts';
import { indicators } from '#shared/domain/model/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** How the score is made, in a few lines: enough to trust it, or to ask. */
export function Method({ explanation, asOfOn }: Pick<ClientReport, 'explanation' | 'asOfOn'>) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { basis } = explanation.score;
  return (
    <section aria-labelledby="report-method" className="report-method">
      <h2 id="report-method">{t('method.title')}</h2>
      <p>{t('method.chain', { indicators: indicators.length })}</p>
      <p>{t('method.evidence', { day: format.day(asOfOn, 'long') })}</p>
      <p>{t('method.overall', { threshold: basis.stageThreshold })}</p>
      <p className="report-quiet">{t('method.version', { version: basis.modelVersion })}</p>
    </section>
  );
}
