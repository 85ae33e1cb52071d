import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getLocalTimeZone, today } from '@internationalized/date';
import type { DateValue } from '@internationalized/date';
import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { queries } from '#renderer/api.ts';
import { calendarDateOf, isoDayOf } from '#renderer/components/iso-day.ts';
import { DataGrid, usePagedRows, useSelection } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useInstrumentColumns } from '#renderer/instruments/instrument-columns.tsx';
import { dueCalendarRoute } from '#renderer/print/due-calendar-route.ts';
import { PrintActions } from '#renderer/print/PrintActions.tsx';
import { usePreferences } from '#renderer/state/preferences.ts';
import { DueActions } from './DueActions.tsx';
import { questionOf } from '#renderer/instruments/due-question.ts';
import { RecallFrame } from './RecallFrame.tsx';

/** A month, and the ends of its neighbours that its first and last week show. */
const AROUND_DAYS = 45;
const stepClass = 'flex size-9 items-center justify-center rounded-md hover:bg-hover';

/** The due days of a month, in the person's own calendar; a day opens what falls due on it. */
export function CalendarPage() {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const preferences = usePreferences();
  const [focused, setFocused] = useState<DateValue>(() => today(getLocalTimeZone()));
  const [chosen, setChosen] = useState<string | null>(null);
  const middle = isoDayOf(focused) ?? '';
  const span = { fromOn: addDays(middle, -AROUND_DAYS), toOn: addDays(middle, AROUND_DAYS) };
  const { sort: _sort, descending: _descending, ...filter } = questionOf('all');
  const { data, error, refetch } = useQuery(queries.recall.calendar.queryOptions({ input: { ...filter, ...span }, placeholderData: keepPreviousData }));
  const counts = useMemo(() => new Map((data ?? []).map((day) => [day.on, day])), [data]);
  return (
    <RecallFrame
      part="calendar"
      actions={
        <PrintActions
          route={dueCalendarRoute(middle, { language: preferences.language, calendar: preferences.calendar, digits: preferences.digits, paper: preferences.paper })}
          paper={preferences.paper}
          fileName={t('print.fileName', { month: format.month(middle) })}
        />
      }
    >
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      <Calendar
        aria-label={t('part.calendar.title')}
        focusedValue={focused}
        onFocusChange={(date) => { setFocused(date); }}
        value={calendarDateOf(chosen)}
        onChange={(date) => { setChosen(isoDayOf(date)); }}
        className="w-full max-w-4xl"
      >
        <header className="mb-2 flex items-center gap-2">
          <Button slot="previous" className={stepClass}>
            <ChevronLeft aria-hidden className="flip-rtl size-5" />
          </Button>
          <p aria-hidden className="min-w-44 text-center text-lg font-semibold">
            {format.month(middle)}
          </p>
          <Button slot="next" className={stepClass}>
            <ChevronRight aria-hidden className="flip-rtl size-5" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className="w-full table-fixed border-separate border-spacing-1">
          <CalendarGridHeader>{(name) => <CalendarHeaderCell className="pb-1 text-sm font-medium text-ink-3">{name}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {(date) => {
              const due = counts.get(isoDayOf(date) ?? '');
              const words = due === undefined ? null : t(due.overdue > 0 ? 'calendar.overdue' : 'calendar.due', { count: due.count });
              return (
                <CalendarCell
                  date={date}
                  // The day's name alone would leave out what falls due on it; said there, it is not said again by what is seen.
                  render={(props) => <div {...props} aria-label={[props['aria-label'], words].filter(Boolean).join(', ')} />}
                  className={clsx(
                    'flex min-h-16 flex-col rounded-md border px-2 py-1 text-start outline-offset-0 hover:border-accent',
                    'data-outside-month:opacity-40 data-selected:border-accent data-selected:bg-accent-soft data-today:font-semibold',
                    due === undefined ? 'border-line bg-surface' : due.overdue > 0 ? 'border-danger/50 bg-danger-soft' : 'border-warn/50 bg-warn-soft',
                  )}
                >
                  {({ formattedDate, isToday }) => (
                    <>
                      <span aria-hidden className={clsx('text-sm', isToday ? 'text-accent' : 'text-ink-2')}>{formattedDate}</span>
                      {due === undefined ? null : (
                        // As a picture: in the name of the day its words stand after the whole date, and a name must say what is written in one piece.
                        <span aria-hidden data-words={words} className={clsx('mt-auto text-sm font-medium after:content-[attr(data-words)]', due.overdue > 0 ? 'text-danger' : 'text-warn')} />
                      )}
                    </>
                  )}
                </CalendarCell>
              );
            }}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      {chosen === null ? <p className="text-ink-2">{t('calendar.choose')}</p> : <DayList key={chosen} day={chosen} />}
    </RecallFrame>
  );
}

function DayList({ day }: { readonly day: string }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const navigate = useNavigate();
  const { sort, descending, ...filter } = useMemo(() => ({ ...questionOf('all'), dueFromOn: day, dueToOn: day }), [day]);
  const selection = useSelection(day);
  const columns = useInstrumentColumns(selection);
  const source = usePagedRows<InstrumentRow>((window) => queries.instruments.list.queryOptions({ input: { ...filter, sort, descending, ...window } }));
  return (
    <Section title={format.day(day, 'long')}>
      {source.total === 0 ? (
        <EmptyState title={t('calendar.none')}>{t('calendar.noneBody')}</EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <DueActions selection={selection} filter={filter} total={source.total} />
          <DataGrid label={format.day(day, 'long')} columns={columns} source={source} rowKey={(row) => row.id} rowRem={3.75} height={24} onOpen={(row) => void navigate(`/instruments/${row.id}`)} empty={null} />
        </div>
      )}
    </Section>
  );
}
