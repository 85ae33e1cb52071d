import { useTranslation } from 'react-i18next';
import type { ClientReport } from '#shared/contract/reports.ts';
import { daysBetween } from '#shared/domain/calendar/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { dayOfInstant } from '#renderer/records/days.ts';

/** A sheet holds so many; the rest is counted. */
const LINES = 12;
const ITEMS = 8;

/** What stands between the two sides today. */
export function OpenMatters({ openLines, unanswered, openTasks, asOfOn }: Pick<ClientReport, 'openLines' | 'unanswered' | 'openTasks' | 'asOfOn'>) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const late = openLines.filter(({ outcome }) => outcome === 'open-late');
  const due = openLines.length - late.length;
  const isEmpty = openLines.length === 0 && unanswered.length === 0 && openTasks.length === 0;
  return (
    <section aria-labelledby="report-open">
      <h2 id="report-open">{t('open.title')}</h2>
      {isEmpty ? <p className="report-quiet">{t('open.none', { day: format.day(asOfOn, 'long') })}</p> : null}
      {late.length === 0 ? null : (
        <>
          <h3>{t('open.late', { count: late.length })}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('open.line')}</th>
                <th scope="col">{t('open.product')}</th>
                <th scope="col" className="report-number">{t('open.quantity')}</th>
                <th scope="col" className="report-number">{t('open.promised')}</th>
                <th scope="col" className="report-number">{t('open.current')}</th>
                <th scope="col" className="report-number">{t('open.overdue')}</th>
              </tr>
            </thead>
            <tbody>
              {late.slice(0, LINES).map((line) => (
                <tr key={line.id}>
                  <th scope="row" className="report-whole">{t('open.lineOf', { order: line.orderNumber, line: line.lineNumber })}</th>
                  <td>{line.productName === null ? null : <bdi>{line.productName}</bdi>}</td>
                  <td className="report-number">{t('open.quantityOf', { delivered: format.number(line.deliveredQuantity), ordered: format.number(line.orderedQuantity) })}</td>
                  <td className="report-number">{line.firstPromisedOn === null ? null : format.day(line.firstPromisedOn)}</td>
                  <td className="report-number">
                    {line.currentPromisedOn === null || line.currentPromisedOn === line.firstPromisedOn ? t('open.unchanged') : format.day(line.currentPromisedOn)}
                  </td>
                  <td className="report-number">{line.firstPromisedOn === null ? null : format.days(daysBetween(line.firstPromisedOn, asOfOn))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {late.length > LINES ? <p className="report-quiet">{t('open.moreLines', { count: late.length - LINES })}</p> : null}
        </>
      )}
      {due === 0 ? null : <p>{t('open.notDue', { count: due })}</p>}
      {unanswered.length === 0 ? null : (
        <>
          <h3>{t('open.unanswered', { count: unanswered.length })}</h3>
          <ul>
            {unanswered.slice(0, ITEMS).map(({ id, subject, occurredAt }) => (
              <li key={id}>{t('open.message', { subject, day: format.day(dayOfInstant(occurredAt)) })}</li>
            ))}
          </ul>
          {unanswered.length > ITEMS ? <p className="report-quiet">{t('open.moreItems', { count: unanswered.length - ITEMS })}</p> : null}
        </>
      )}
      {openTasks.length === 0 ? null : (
        <>
          <h3>{t('open.tasks', { count: openTasks.length })}</h3>
          <ul>
            {openTasks.slice(0, ITEMS).map(({ id, title, dueOn }) => (
              <li key={id}>{dueOn === null ? t('open.taskNoDue', { title }) : t('open.task', { title, day: format.day(dueOn) })}</li>
            ))}
          </ul>
          {openTasks.length > ITEMS ? <p className="report-quiet">{t('open.moreItems', { count: openTasks.length - ITEMS })}</p> : null}
        </>
      )}
    </section>
  );
}
