import { useTranslation } from 'react-i18next';
import type { ReportInstruments } from '#shared/contract/reports.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** What the client has of us, and what of it falls due for calibration next. Nothing where it has nothing. */
export function Instruments({ instruments }: { readonly instruments: ReportInstruments | null }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  if (instruments === null) return null;
  const { total, states, next, withDueDay } = instruments;
  const counted = states.map(({ state, count }) => t('instruments.inState', { state: t(`instruments:dueState.${state}`), count }));
  return (
    <section aria-labelledby="report-instruments">
      <h2 id="report-instruments">{t('instruments.title')}</h2>
      <p>{t('instruments.counts', { count: total, states: format.list(counted) })}</p>
      {next.length === 0 ? (
        <p className="report-quiet">{t('instruments.noneDue')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('instruments.serial')}</th>
              <th scope="col">{t('instruments.name')}</th>
              <th scope="col">{t('instruments.site')}</th>
              <th scope="col" className="report-number">{t('instruments.last')}</th>
              <th scope="col" className="report-number">{t('instruments.due')}</th>
              <th scope="col">{t('instruments.state')}</th>
            </tr>
          </thead>
          <tbody>
            {next.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="report-whole"><bdi>{row.serial}</bdi></th>
                <td><bdi>{row.name}</bdi></td>
                <td>{row.site === null ? null : <bdi>{row.site}</bdi>}</td>
                <td className="report-number">{row.lastCalibratedOn === null ? null : format.day(row.lastCalibratedOn)}</td>
                <td className="report-number">{row.dueOn === null ? null : format.day(row.dueOn)}</td>
                <td>{t(`instruments:dueState.${row.dueState}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {withDueDay > next.length ? <p className="report-quiet">{t('instruments.more', { count: withDueDay - next.length })}</p> : null}
    </section>
  );
}
