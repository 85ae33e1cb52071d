import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { overallVerdict } from '#shared/domain/calibration/index.ts';
import type { MeasurementPoint, Verdict, VerdictSummary } from '#shared/domain/calibration/index.ts';
import { ruleIdOf } from '#renderer/instruments/decision-rules.ts';
import { usePrintedDecimal } from './printed-decimal.ts';

interface ConformityProps {
  readonly certificate: StoredCertificate;
  readonly points: readonly MeasurementPoint[];
  readonly leftOut: number;
}

/** Which results, which specification, which rule (7.8.6.2), and what follows. */
export function Conformity({ certificate, points, leftOut }: ConformityProps) {
  const { t } = useTranslation('certificatePrint');
  const decimal = usePrintedDecimal();
  const { document } = certificate;
  const { decisionRule: rule } = document;
  const verdicts = useMemo(() => overallVerdict(points, document.adjusted, rule), [points, document.adjusted, rule]);
  if (rule === null) {
    return (
      <section>
        <h2>{t('section.conformity')}</h2>
        <p>{document.statedConformity === null ? t('conformity.none') : <strong>{t(`verdict.${document.statedConformity}`)}</strong>}</p>
      </section>
    );
  }
  // A shortened preview knows the verdict of the whole only from the record.
  const line = (label: string, verdict: Verdict, summary: VerdictSummary) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong className="certificate-verdict">{t(`verdict.${verdict}`)}</strong>
        {leftOut === 0 ? <span> ({t('conformity.counts', { judged: summary.judged, total: summary.judged + summary.notJudged })})</span> : null}
      </dd>
    </div>
  );
  return (
    <section className="certificate-conformity">
      <h2>{t('section.conformity')}</h2>
      <dl className="certificate-facts">
        {document.specification === null ? null : (
          <div>
            <dt>{t('field.specification')}</dt>
            <dd><bdi>{document.specification}</bdi></dd>
          </div>
        )}
        <div>
          <dt>{t('field.decisionRule')}</dt>
          <dd>{t(`rule.${ruleIdOf(rule)}`, { factor: rule.kind === 'guard-band' ? decimal(rule.factor) : '' })}</dd>
        </div>
        {verdicts.asFound === null ? null : line(t('stage.as-found'), leftOut === 0 ? verdicts.asFound.verdict : (certificate.asFoundVerdict ?? verdicts.asFound.verdict), verdicts.asFound)}
        {line(document.adjusted ? t('stage.as-left') : t('conformity.overall'), leftOut === 0 ? verdicts.overall.verdict : (certificate.verdict ?? verdicts.overall.verdict), verdicts.overall)}
      </dl>
      <p>{t('conformity.covers')}</p>
    </section>
  );
}
