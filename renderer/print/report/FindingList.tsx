import { useTranslation } from 'react-i18next';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { LedgerEntry } from '#shared/domain/scoring/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { useFactTitle } from '#renderer/records/fact-title.ts';
import type { Finding } from '#renderer/rating/findings.ts';

interface FindingListProps {
  readonly id: string;
  readonly title: string;
  /** Said where there is none. */
  readonly none: string;
  readonly findings: readonly Finding[];
  readonly facts: ScoreExplanation['facts'];
}

/** Indicators with the records behind them: each by its own number and day. */
export function FindingList({ id, title, none, findings, facts }: FindingListProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const names = useModelNames();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {findings.length === 0 ? <p className="report-quiet">{none}</p> : null}
      <dl className="report-findings">
        {findings.map(({ result, value, entries, more }) => (
          <div key={result.indicatorId} className="report-finding">
            <dt>
              <span>{names.indicator(result.indicatorId)}</span>
              <span className="report-finding-score">
                <strong>{format.fixed(value.score, 0)}</strong> {t('findings.band', { lower: format.fixed(value.lower, 0), upper: format.fixed(value.upper, 0) })}
              </span>
            </dt>
            <dd>
              {entries.length === 0 ? <p className="report-quiet">{t('findings.noRecord')}</p> : null}
              <ul>
                {entries.map((entry) => (
                  <FactLine key={`${entry.source.id}-${entry.day}-${entry.reason.code}-${JSON.stringify(entry.reason.params)}`} entry={entry} facts={facts} />
                ))}
              </ul>
              {more === 0 ? null : <p className="report-quiet">{t('findings.more', { count: more })}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One record: what it is, when it was, and what it says. */
function FactLine({ entry, facts }: { readonly entry: LedgerEntry; readonly facts: ScoreExplanation['facts'] }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const titleOf = useFactTitle();
  const { from, source, reason } = entry;
  const words = t(`scoring:reason.${reason.code}`, reason.params);
  // A field of the client's record is looked at on the reading day and has no number of its own.
  if (from === 'evidence' && reason.params['field'] !== undefined) return <li>{words}</li>;
  const day = format.day(numberToIsoDay(entry.day));
  if (source.kind === 'client') return <li>{t('findings.period', { day, words })}</li>;
  const fact = facts[`${source.kind}:${source.id}`];
  const rater = fact?.detail['raterName'];
  const title = from === 'assessment' && typeof rater === 'string' && rater !== '' ? rater : titleOf(source.kind, fact);
  return <li>{t('findings.fact', { title, day, words })}</li>;
}
