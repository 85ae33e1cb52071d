import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '#shared/contract/clients.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { NameText } from '#renderer/components/NameText.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { localToday } from '#renderer/state/today.ts';

/**
 * Every number with what it stands on: the score with its band and coverage, the rate with its counts.
 * @param hasCurrencies the values are in several: their amounts are not compared, and a list by value goes currency by currency
 */
export function useClientColumns(hasCurrencies: boolean): readonly GridColumn<ClientRow>[] {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const today = localToday();
  return useMemo((): readonly GridColumn<ClientRow>[] => {
    const nothing = <span className="text-ink-3">{t('common:notData')}</span>;
    return [
      {
        id: 'client', header: t('column.client'), sort: 'name', minRem: 10.5, grow: 3,
        cell: (row) => (
          <>
            <NameText className="font-medium">{row.name}</NameText>
            <div className="truncate text-sm text-ink-3">{row.countryCode === null ? t('noCountry') : format.country(row.countryCode)}</div>
          </>
        ),
      },
      {
        id: 'score', header: t('column.score'), sort: 'overall', minRem: 11.25, grow: 2,
        cell: (row) => <ScoreBar label={t('column.score')} score={row.overall} lower={row.overallLower} upper={row.overallUpper} coverage={row.coverage} />,
      },
      {
        id: 'stage', header: t('column.stage'), sort: 'stage', minRem: 10.25, grow: 1, priority: 2,
        cell: (row) =>
          row.stage === null ? <span className="text-ink-3">{t('common:stage.unplaced')}</span> : <Stage stage={row.stage} words={t(`common:stage.${row.stage}`)} />,
      },
      {
        id: 'weakest', header: t('column.weakest'), minRem: 6.75, grow: 1, priority: 3,
        cell: (row) => (row.weakestDimension === null ? nothing : <span className="line-clamp-2">{t(`common:dimension.${row.weakestDimension}`)}</span>),
      },
      {
        id: 'onTime', header: t('column.onTime'), minRem: 7.75, grow: 1, priority: 2, align: 'end',
        cell: (row) =>
          row.dueCount === 0 && row.openLateCount === 0 ? (
            nothing
          ) : (
            <>
              <div className="flex items-center justify-end gap-2">
                {row.openLateCount > 0 ? (
                  <span title={t('openLate', { count: row.openLateCount })}>
                    <Pill tone="warn" icon={<TriangleAlert aria-hidden />}>
                      <span aria-hidden>{format.integer(row.openLateCount)}</span>
                      <span className="sr-only">{t('openLate', { count: row.openLateCount })}</span>
                    </Pill>
                  </span>
                ) : null}
                {row.dueCount === 0 ? nothing : format.percent(row.onTimeCount / row.dueCount)}
              </div>
              {row.dueCount === 0 ? null : (
                <div className="truncate text-sm text-ink-3">{t('ofLines', { done: format.integer(row.onTimeCount), total: format.integer(row.dueCount) })}</div>
              )}
            </>
          ),
      },
      {
        id: 'lastInteraction', header: t('column.lastInteraction'), sort: 'lastInteraction', minRem: 7.75, grow: 1, priority: 3, align: 'end',
        cell: (row) =>
          row.lastInteractionAt === null ? (
            nothing
          ) : (
            <time className="whitespace-nowrap" dateTime={row.lastInteractionAt} title={format.instant(row.lastInteractionAt)}>
              {format.relative(row.lastInteractionAt, today)}
            </time>
          ),
      },
      {
        id: 'value', header: t(hasCurrencies ? 'column.valueByCurrency' : 'column.value'), sort: 'value', minRem: 7.25, grow: 1, priority: 4, align: 'end',
        cell: (row) => (row.value === null ? nothing : <span className="whitespace-nowrap" title={format.money(row.value)}>{format.compactMoney(row.value)}</span>),
      },
    ];
  }, [t, format, today, hasCurrencies]);
}

/** Five small steps, filled up to the stage, and its words. */
function Stage({ stage, words }: { readonly stage: number; readonly words: string }) {
  return (
    <span className="flex flex-col gap-1">
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step} className={`h-1.5 w-4 rounded-[1px] ${step <= stage ? 'bg-accent' : 'bg-line'}`} />
        ))}
      </span>
      <span className="line-clamp-2 text-sm leading-4">{words}</span>
    </span>
  );
}
