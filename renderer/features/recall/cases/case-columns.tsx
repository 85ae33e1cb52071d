import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { CaseRow } from './case.ts';

export function useCaseColumns(): readonly GridColumn<CaseRow>[] {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return useMemo(
    (): readonly GridColumn<CaseRow>[] => [
      {
        id: 'instrument', header: t('orders.instrument'), minRem: 11, grow: 3,
        cell: (row) => (
          <>
            <div className="truncate font-medium">
              <Isolate>{row.serial}</Isolate>
            </div>
            <NameText className="text-sm text-ink-3">{row.instrumentName}</NameText>
          </>
        ),
      },
      {
        id: 'whose', header: t('cases.whose'), minRem: 10, grow: 2, priority: 2,
        cell: (row) => (row.isStandard ? <Pill>{t('instruments:standard')}</Pill> : row.clientName === null ? <span className="text-ink-3">{t('instruments:ownHands')}</span> : <NameText>{row.clientName}</NameText>),
      },
      {
        id: 'found', header: t('cases.found'), minRem: 8, grow: 1, align: 'end',
        cell: (row) => <time className="whitespace-nowrap" dateTime={row.foundOn}>{format.day(row.foundOn, 'short')}</time>,
      },
      {
        id: 'good', header: t('cases.lastGood'), minRem: 8, grow: 1, align: 'end', priority: 3,
        cell: (row) => (row.goodUntilOn === null ? <span className="text-ink-3">{t('cases.never')}</span> : <time className="whitespace-nowrap" dateTime={row.goodUntilOn}>{format.day(row.goodUntilOn, 'short')}</time>),
      },
      { id: 'failed', header: t('cases.failed'), minRem: 7, grow: 1, align: 'end', priority: 3, cell: (row) => t('cases.failedOf', { count: row.failedPoints, all: row.pointCount }) },
      {
        id: 'touches', header: t('cases.touches'), minRem: 9, grow: 1, align: 'end', priority: 2,
        cell: (row) => (
          <>
            <div>{t('cases.instruments', { count: row.touchedInstruments })}</div>
            <div className="text-sm text-ink-3">{t('cases.clients', { count: row.touchedClients })}</div>
          </>
        ),
      },
      { id: 'state', header: t('letters.state'), minRem: 7, grow: 1, cell: (row) => <CaseState closedOn={row.closedOn} /> },
    ],
    [t, format],
  );
}

export function CaseState({ closedOn }: { readonly closedOn: string | null }) {
  const { t } = useTranslation('recall');
  return closedOn === null ? (
    <Pill tone="danger" icon={<TriangleAlert aria-hidden />}>
      {t('cases.isOpen')}
    </Pill>
  ) : (
    <Pill tone="accent" icon={<CircleCheck aria-hidden />}>
      {t('cases.isClosed')}
    </Pill>
  );
}
