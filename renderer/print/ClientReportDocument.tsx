import { useTranslation } from 'react-i18next';
import type { ClientReport } from '#shared/contract/reports.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { dayOfInstant } from '#renderer/records/days.ts';
import { Deliveries } from './report/Deliveries.tsx';
import { Dimensions } from './report/Dimensions.tsx';
import { Dotted } from './report/Dotted.tsx';
import { FindingList } from './report/FindingList.tsx';
import { Instruments } from './report/Instruments.tsx';
import { Letterhead } from './report/Letterhead.tsx';
import { Method } from './report/Method.tsx';
import { OpenMatters } from './report/OpenMatters.tsx';
import { RecentContact } from './report/RecentContact.tsx';
import { Steps } from './report/Steps.tsx';
import { Summary } from './report/Summary.tsx';
import { findingsOf } from '#renderer/rating/findings.ts';
import './report.css';

/**
 * One client's report in the language of the scope around it: the same element is the preview and the printed page. Its measures are
 * millimetres and points, so that they do not follow the window's font size.
 */
export function ClientReportDocument({ report }: { readonly report: ClientReport }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { client, explanation } = report;
  const { strengths, weakLinks } = findingsOf(explanation.score);
  const place = [client.countryCode === null ? client.countryAsGiven : format.country(client.countryCode), client.segment];
  const facts = [
    { key: 'prepared', label: t('head.preparedOn'), value: format.day(dayOfInstant(report.preparedAt), 'long') },
    ...(report.preparedBy === null ? [] : [{ key: 'by', label: t('head.preparedBy'), value: report.preparedBy }]),
    { key: 'read', label: t('head.readOn'), value: format.day(report.asOfOn, 'long') },
    ...(client.code === null ? [] : [{ key: 'code', label: t('head.code'), value: client.code }]),
  ];
  return (
    <article className="report">
      <header className="report-head">
        <Letterhead organisation={report.organisation} logo={report.logo} />
        <p className="report-kind">{client.isSample ? t('head.sampleKind') : t('head.kind')}</p>
        <h1>
          <bdi>{client.name}</bdi>
        </h1>
        <p className="report-place">
          <Dotted parts={place} />
        </p>
        <dl className="report-facts">
          {facts.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </header>
      <Summary client={client} explanation={explanation} />
      <Dimensions explanation={explanation} />
      <div className="report-balance">
        <FindingList id="report-strengths" title={t('findings.strengths')} none={t('findings.noStrengths')} findings={strengths} facts={explanation.facts} />
        <FindingList id="report-weak" title={t('findings.weakLinks')} none={t('findings.noWeakLinks')} findings={weakLinks} facts={explanation.facts} />
      </div>
      <Deliveries deliveries={report.deliveries} />
      <Instruments instruments={report.instruments} />
      <OpenMatters openLines={report.openLines} unanswered={report.unanswered} openTasks={report.openTasks} asOfOn={report.asOfOn} />
      <RecentContact interactions={report.recentInteractions} />
      <Steps steps={explanation.steps} />
      <Method explanation={explanation} asOfOn={report.asOfOn} />
    </article>
  );
}
