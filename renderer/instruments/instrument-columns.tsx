import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { verdict } from '#shared/contract/certificates.ts';
import { selectColumn } from '#renderer/components/data-grid/index.ts';
import type { GridColumn, Selection } from '#renderer/components/data-grid/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { DueDay } from './DueDay.tsx';
import { DueStatePill } from './DueStatePill.tsx';
import { VerdictPill } from './VerdictPill.tsx';

/** @param selection null: rows are not marked. @param isOfOneClient only the site tells holders apart. */
export function useInstrumentColumns(selection: Selection | null, isOfOneClient = false): readonly GridColumn<InstrumentRow>[] {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  return useMemo((): readonly GridColumn<InstrumentRow>[] => {
    const nothing = <span className="text-ink-3">{t('common:notData')}</span>;
    return [
      ...(selection === null ? [] : [selectColumn<InstrumentRow>(selection, { header: t('column.select'), label: (row) => t('select', { serial: row.serial }) })]),
      {
        id: 'serial', header: t('column.serial'), sort: 'serial', minRem: 9, grow: 2,
        cell: (row) => (
          <>
            <div className="truncate font-medium">
              <Isolate>{row.serial}</Isolate>
            </div>
            {row.assetNumber === null ? null : (
              <div className="truncate text-sm text-ink-3">
                <Isolate>{row.assetNumber}</Isolate>
              </div>
            )}
          </>
        ),
      },
      {
        id: 'name', header: t('column.name'), sort: 'name', minRem: 11, grow: 3, priority: 2,
        cell: (row) => (
          <>
            <NameText>{row.name}</NameText>
            {row.isStandard ? <div className="text-sm text-ink-3">{t('standard')}</div> : null}
          </>
        ),
      },
      isOfOneClient ? {
        id: 'site', header: t('column.site'), minRem: 7, grow: 2, priority: 3,
        cell: (row) => (row.site === null ? nothing : <div className="truncate"><bdi>{row.site}</bdi></div>),
      } : {
        id: 'client', header: t('column.client'), sort: 'client', minRem: 10, grow: 3, priority: 2,
        cell: (row) => (
          <>
            {row.clientName === null ? <span className="text-ink-3">{t('ownHands')}</span> : <NameText>{row.clientName}</NameText>}
            {row.site === null ? null : <div className="truncate text-sm text-ink-3"><bdi>{row.site}</bdi></div>}
          </>
        ),
      },
      { id: 'state', header: t('column.state'), minRem: 11, grow: 1, cell: (row) => <DueStatePill state={row.dueState} /> },
      { id: 'due', header: t('column.due'), sort: 'due', minRem: 8, grow: 1, align: 'end', cell: (row) => (row.dueOn === null ? nothing : <DueDay dueOn={row.dueOn} daysToDue={row.daysToDue} />) },
      {
        id: 'last', header: t('column.last'), minRem: 8.5, grow: 1, align: 'end', priority: 3,
        cell: (row) =>
          row.lastCalibratedOn === null ? (
            nothing
          ) : (
            <>
              <div className="whitespace-nowrap">{format.day(row.lastCalibratedOn, 'short')}</div>
              {row.lastVerdict === null ? null : <VerdictPill verdict={verdict.catch('not-judged').parse(row.lastVerdict)} />}
            </>
          ),
      },
      {
        id: 'delivered', header: t('column.delivered'), sort: 'delivered', minRem: 7, grow: 1, align: 'end', priority: 4,
        cell: (row) => (row.deliveredOn === null ? nothing : <span className="whitespace-nowrap">{format.day(row.deliveredOn, 'short')}</span>),
      },
    ];
  }, [t, format, selection, isOfOneClient]);
}
