import { clsx } from 'clsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { localeTag } from '#shared/i18n/locale.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { monthAround } from './due-month.ts';
import { Letterhead } from './report/Letterhead.tsx';
import './report.css';
import './due-calendar.css';

export interface DueMonth {
  /** A day of the month, ISO. */
  readonly day: string;
  /** What falls due in it, by day; not more than one document carries. */
  readonly rows: readonly InstrumentRow[];
  readonly total: number;
  /** How many fall due on each day, of all. */
  readonly counts: ReadonlyMap<string, { readonly count: number; readonly overdue: number }>;
  readonly organisation: Organisation | null;
  readonly logo: Logo | null;
  readonly preparedAt: string;
}

/** Serials in one day's box. */
const MOST_IN_A_DAY = 3;

/** A month of due days as a calendar to hang up, and the list of what falls due in it. */
export function DueCalendarDocument({ month }: { readonly month: DueMonth }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const { weeks } = useMemo(() => monthAround(month.day, format.choice), [month.day, format.choice]);
  const byDay = useMemo(() => Map.groupBy(month.rows, ({ dueOn }) => dueOn ?? ''), [month.rows]);
  const weekday = new Intl.DateTimeFormat(localeTag(format.choice), { weekday: 'long', timeZone: 'UTC' });
  return (
    <article className="report due-calendar">
      <Letterhead organisation={month.organisation} logo={month.logo} />
      <h1>{t('print.title', { month: format.month(month.day) })}</h1>
      <p>{month.total === 0 ? t('print.none') : t('print.total', { count: month.total })}</p>
      <table className="due-month">
        <thead>
          <tr>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col">
                {weekday.format(new Date(`${day}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map(({ day, number, isInside }) => (
                <td key={day} className={clsx(!isInside && 'due-outside')}>
                  <span className="due-number">{format.integer(number)}</span>
                  {isInside ? <DayBox count={month.counts.get(day)} rows={byDay.get(day) ?? []} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {month.rows.length === 0 ? null : <DueTable month={month} />}
    </article>
  );
}

function DayBox({ count, rows }: { readonly count: { readonly count: number; readonly overdue: number } | undefined; readonly rows: readonly InstrumentRow[] }) {
  const { t } = useTranslation('recall');
  if (count === undefined) return null;
  const shown = rows.slice(0, MOST_IN_A_DAY);
  const left = count.count - shown.length;
  return (
    <>
      <strong className="due-count">{count.overdue > 0 ? t('calendar.overdue', { count: count.count }) : t('calendar.due', { count: count.count })}</strong>
      {shown.map(({ id, serial }) => (
        <span key={id} className="due-serial">
          <Isolate>{serial}</Isolate>
        </span>
      ))}
      {left > 0 ? <span className="due-serial">{t('print.more', { count: left })}</span> : null}
    </>
  );
}

function DueTable({ month: { rows, total } }: { readonly month: DueMonth }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return (
    <section className="due-list">
      <h2>{t('print.list')}</h2>
      {rows.length < total ? <p>{t('print.cut', { shown: rows.length, all: total })}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('print.day')}</th>
            <th scope="col">{t('instruments:column.serial')}</th>
            <th scope="col">{t('instruments:column.name')}</th>
            <th scope="col">{t('instruments:column.client')}</th>
            <th scope="col">{t('print.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="due-day">{row.dueOn === null ? null : format.day(row.dueOn, 'short')}</td>
              <th scope="row">
                <Isolate>{row.serial}</Isolate>
              </th>
              <td>
                <bdi>{row.name}</bdi>
              </td>
              <td>
                {row.clientName === null ? t('instruments:ownHands') : <bdi>{row.clientName}</bdi>}
                {row.site === null ? null : <span className="report-quiet"> · <bdi>{row.site}</bdi></span>}
              </td>
              <td>{t(`instruments:dueState.${row.dueState}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
