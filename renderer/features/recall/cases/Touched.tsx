import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Case } from './case.ts';

type TouchedRow = Case['touched'][number];
/** Rem: a longer list scrolls in itself. */
const ROW = 3.75;
const MOST_ROWS = 10;

function useTouchedColumns(): readonly GridColumn<TouchedRow>[] {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return useMemo(
    (): readonly GridColumn<TouchedRow>[] => [
      {
        id: 'client', header: t('letters.client'), minRem: 11, grow: 3,
        cell: (row) => (row.clientId === null ? <span className="text-ink-3">{t('instruments:ownHands')}</span> : <LinkButton variant="text" to={`/clients/${row.clientId}`}><bdi>{row.clientName}</bdi></LinkButton>),
      },
      {
        id: 'instrument', header: t('orders.instrument'), minRem: 10, grow: 3,
        cell: (row) => (
          <>
            <div className="truncate"><Isolate>{row.serial}</Isolate></div>
            <NameText className="text-sm text-ink-3">{row.instrumentName}</NameText>
          </>
        ),
      },
      {
        id: 'certificate', header: t('orders.certificate'), minRem: 8, grow: 2, priority: 2,
        cell: (row) =>
          row.certificateId === null || row.certificateNumber === null ? null : (
            <LinkButton variant="text" to={`/certificates/${row.certificateId}`}>
              <Isolate>{row.certificateNumber}</Isolate>
            </LinkButton>
          ),
      },
      { id: 'on', header: t('cases.calibratedOn'), minRem: 7, grow: 1, align: 'end', priority: 3, cell: (row) => <time className="whitespace-nowrap" dateTime={row.on}>{format.day(row.on, 'short')}</time> },
      {
        id: 'told', header: t('cases.told'), minRem: 8, grow: 1,
        cell: (row) => (row.clientId === null ? null : <Pill tone={row.letterId === null ? 'warn' : 'accent'}>{t(row.letterId === null ? 'cases.notWritten' : 'cases.written')}</Pill>),
      },
    ],
    [t, format],
  );
}

/** Every result that the finding reaches, with its client and its certificate. */
export function Touched({ found }: { readonly found: Case }) {
  const { t } = useTranslation('recall');
  const navigate = useNavigate();
  const rows = found.touched;
  const source = useListedRows(rows);
  const columns = useTouchedColumns();
  return (
    <Section title={t('cases.reach')} description={t(found.isStandard ? 'cases.reachStandard' : 'cases.reachOwn')}>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t('cases.reachNothing')}</p>
      ) : (
        <DataGrid
          label={t('cases.reach')}
          columns={columns}
          source={source}
          rowKey={(row) => `${row.instrumentId}-${row.certificateId ?? ''}`}
          rowRem={ROW}
          height={2.75 + Math.min(rows.length, MOST_ROWS) * ROW}
          onOpen={(row) => void navigate(`/instruments/${row.instrumentId}`)}
          empty={null}
        />
      )}
    </Section>
  );
}
