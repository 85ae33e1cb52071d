import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderLineRow } from '#shared/contract/orders.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { queries } from '#renderer/api.ts';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { latenessWords } from '#renderer/records/days.ts';
import type { Imagined, ImaginedOf } from './imagined.ts';

/** The newest ones by their promised day; an older one comes from the ledger. */
const OFFERED = 300;
const MOST_DAYS = 3650;

interface ImaginedLineProps {
  readonly row: ImaginedOf<'line'>;
  readonly clientId: string;
  readonly onChange: (row: Imagined) => void;
}

/** An order line that comes in full, on its promised day or so many days away from it. */
export function ImaginedLine({ row, clientId, onChange }: ImaginedLineProps) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const { lineId, daysLate } = row;
  const newest = useQuery(queries.orders.lines.queryOptions({ input: { clientId, sort: 'promised', descending: true, limit: OFFERED } }));
  const isElsewhere = lineId !== null && newest.data !== undefined && !newest.data.rows.some(({ id }) => id === lineId);
  const own = useQuery(queries.orders.lines.queryOptions({ input: { clientId, ids: lineId === null ? [] : [lineId] }, enabled: isElsewhere }));
  const failed = newest.error ? newest : own.error ? own : null;
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (newest.data === undefined || (isElsewhere && own.data === undefined)) return <LoadingBlock lines={2} />;
  // Without a promise nothing could be late.
  const lines = [...(isElsewhere ? (own.data?.rows ?? []) : []), ...newest.data.rows].filter(({ firstPromisedOn }) => firstPromisedOn !== null);
  if (lines.length === 0) return <p className="text-ink-2">{t('whatIf.noLines')}</p>;
  const option = (line: OrderLineRow) => ({
    id: line.id,
    label: t('records:line.title', { order: line.orderNumber, line: line.lineNumber }),
    description: [
      line.productName,
      line.firstPromisedOn === null ? null : t('whatIf.promised', { day: format.day(line.firstPromisedOn) }),
      line.deliveredOn === null ? t('whatIf.notDelivered') : t('whatIf.delivered', { day: format.day(line.deliveredOn) }),
    ].filter((words) => words !== null).join(' · '),
  });
  const chosen = lines.find(({ id }) => id === lineId);
  const promisedOn = chosen?.firstPromisedOn ?? null;
  return (
    <>
      <div className="min-w-64 flex-1">
        <ComboBox
          label={t('whatIf.line')}
          {...(chosen === undefined ? {} : { description: option(chosen).description })}
          isRequired
          options={lines.map(option)}
          value={lineId}
          onChange={(id) => {
            onChange({ ...row, lineId: id });
          }}
        />
      </div>
      <div className="w-52">
        <NumberField
          label={t('whatIf.daysLate')}
          description={`${latenessWords(t, daysLate)}${promisedOn === null ? '' : ` · ${format.day(addDays(promisedOn, daysLate))}`}`}
          minValue={-MOST_DAYS}
          maxValue={MOST_DAYS}
          value={daysLate}
          onChange={(days) => {
            if (days !== null) onChange({ ...row, daysLate: days });
          }}
        />
      </div>
    </>
  );
}
