import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { IndicatorScore, LedgerEntry } from '#shared/domain/scoring/index.ts';
import type { RecordFact } from '#shared/contract/scores.ts';
import { Button } from '#renderer/components/Button.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Menu } from '#renderer/components/Menu.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useFactTitle } from '#renderer/records/fact-title.ts';
import { useRecords } from '#renderer/records/records-context.ts';
import type { RecordView } from '#renderer/records/records-context.ts';
import { canBeThoughtAway } from './imagined.ts';
import type { ImaginedThing } from './imagined.ts';

const STEP = 50;

interface LedgerTableProps {
  readonly result: IndicatorScore;
  readonly facts: Readonly<Record<string, RecordFact>>;
  /** Asks on paper about one of the records. */
  readonly onImagine: (thing: ImaginedThing) => void;
}

/** Every event with what it adds; the shown ones, the rest, and the starting value add up to the score. */
export function LedgerTable({ result, facts, onImagine }: LedgerTableProps) {
  const { t } = useTranslation('score');
  const format = useFormat();
  const [shown, setShown] = useState(STEP);
  const entries = result.ledger.slice(0, shown);
  const rest = result.ledger.slice(shown);
  const restPoints = rest.reduce((sum, { points }) => sum + points, 0);
  const total = result.ledger.reduce((sum, { points }) => sum + points, 0) + result.priorPoints;
  const number = 'py-1.5 ps-3 text-end tabular-nums whitespace-nowrap';
  const head = 'pb-1 ps-3 text-end font-normal';
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <thead className="border-b border-line text-ink-3">
          <tr>
            <th scope="col" className="pb-1 text-start font-normal">{t('ledger.column.record')}</th>
            <th scope="col" className={head}>{t('ledger.column.day')}</th>
            <th scope="col" className={head}>{t('ledger.column.age')}</th>
            <th scope="col" className={head}>{t('ledger.column.outcome')}</th>
            <th scope="col" className={head}>{t('ledger.column.weight')}</th>
            <th scope="col" className={head}>{t('ledger.column.points')}</th>
            <th scope="col" className={head}>{t('ledger.column.effect')}</th>
            <th scope="col" className="pb-1">
              <span className="sr-only">{t('ledger.column.imagine')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            // Several events can stand on one record and one day (two fields of the client's record).
            <EntryRow key={`${entry.source.kind}-${entry.source.id}-${entry.day}-${entry.reason.code}-${JSON.stringify(entry.reason.params)}`} entry={entry} result={result} fact={facts[`${entry.source.kind}:${entry.source.id}`]} onImagine={onImagine} />
          ))}
        </tbody>
        <tfoot>
          {rest.length === 0 ? null : (
            <tr className="border-t border-line">
              <th scope="row" colSpan={5} className="py-1.5 text-start font-normal">
                {t('ledger.rest', { count: rest.length })}{' '}
                <Button
                  size="small"
                  variant="quiet"
                  onPress={() => {
                    setShown(shown + STEP);
                  }}
                >
                  {t('ledger.more')}
                </Button>
              </th>
              <td className={number}>{format.fixed(restPoints, 2)}</td>
            </tr>
          )}
          <tr className="border-t border-line">
            <th scope="row" colSpan={5} className="py-1.5 text-start font-normal">{t('ledger.priorRow', { weight: format.number(result.parameters.priorWeight, 2) })}</th>
            <td className={number}>{format.fixed(result.priorPoints, 2)}</td>
          </tr>
          <tr className="border-t-2 border-line-strong font-semibold">
            <th scope="row" colSpan={5} className="py-1.5 text-start">{result.value === null ? t('ledger.totalUnsaid') : t('ledger.total')}</th>
            <td className={number}>{format.fixed(total, 2)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface EntryRowProps {
  readonly entry: LedgerEntry;
  readonly result: IndicatorScore;
  readonly fact: RecordFact | undefined;
  readonly onImagine: (thing: ImaginedThing) => void;
}

function EntryRow({ entry, result, fact, onImagine }: EntryRowProps) {
  const { t } = useTranslation(['score', 'scoring']);
  const format = useFormat();
  const { open } = useRecords();
  const { title, view } = useEntry(entry, result, fact);
  const number = 'py-1.5 ps-3 text-end align-top tabular-nums whitespace-nowrap';
  return (
    <tr className="border-b border-line/60">
      <td className="min-w-44 py-1.5 align-top">
        {view === null ? (
          <bdi className="font-medium">{title}</bdi>
        ) : (
          <button
            type="button"
            onClick={() => {
              open(view);
            }}
            className="min-h-6 rounded-sm text-start font-medium text-accent underline decoration-dotted underline-offset-4 hover:decoration-solid"
          >
            <bdi>{title}</bdi>
          </button>
        )}
        <span className="block text-ink-2">{t(`scoring:reason.${entry.reason.code}`, entry.reason.params)}</span>
      </td>
      <td className={number}>{format.day(numberToIsoDay(entry.day), 'short')}</td>
      <td className={number}>{format.days(entry.ageDays)}</td>
      <td className={number}>{format.fixed(entry.outcome, 2)}</td>
      <td className={number}>{format.fixed(entry.weight, 2)}</td>
      <td className={number}>{format.fixed(entry.points, 2)}</td>
      <td className={number}>
        <bdi dir="ltr">{entry.effect > 0 ? `+${format.fixed(entry.effect, 2)}` : format.fixed(entry.effect, 2)}</bdi>
      </td>
      <td className="ps-1 text-end align-top">{canBeThoughtAway(entry.source.kind) ? <ImagineMenu entry={entry} title={title} fact={fact} onImagine={onImagine} /> : null}</td>
    </tr>
  );
}

/** What can be asked about the record on paper: that it had not been, and of a line that it had come on its day. */
function ImagineMenu({ entry: { source }, title, fact, onImagine }: { readonly entry: LedgerEntry; readonly title: string } & Pick<EntryRowProps, 'fact' | 'onImagine'>) {
  const { t } = useTranslation('scoreMoves');
  const label = t('whatIf.of', { title });
  const hasPromise = source.kind === 'order-line' && typeof fact?.detail['firstPromisedOn'] === 'string';
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} size="small" icon={<NotebookPen aria-hidden className="size-4" />} />}
      groups={[
        {
          id: 'imagine',
          entries: [
            {
              id: 'without',
              label: t('whatIf.hadNotBeen'),
              onAction: () => {
                onImagine({ type: 'without', ref: source });
              },
            },
            ...(hasPromise
              ? [
                  {
                    id: 'on-time',
                    label: t('whatIf.hadBeenOnTime'),
                    onAction: () => {
                      onImagine({ type: 'line', lineId: source.id, daysLate: 0 });
                    },
                  },
                ]
              : []),
          ],
        },
      ]}
    />
  );
}

/** What an event is called, and what it opens to: its record, or the records that a period is made of. */
function useEntry(entry: LedgerEntry, { indicatorId }: IndicatorScore, fact: RecordFact | undefined): { readonly title: string; readonly view: RecordView | null } {
  const { t } = useTranslation(['score', 'scoring']);
  const format = useFormat();
  const factTitle = useFactTitle();
  const { clientId } = useRecords();
  const { source, reason, day } = entry;
  const field = reason.params['field'];
  if (indicatorId === 'customer-360' && entry.from === 'evidence' && field !== undefined) {
    return { title: t(`scoring:profileField.${field}`), view: { kind: 'record', ref: source, title: t('records:field.title') } };
  }
  if (source.kind === 'client') {
    const title = t('ledger.periodTo', { day: format.day(numberToIsoDay(day)) });
    return { title, view: indicatorId === 'market-expansion' ? { kind: 'lines', title: t('ledger.allLines'), query: { clientId } } : null };
  }
  const rater = fact?.detail['raterName'];
  const title = entry.from === 'assessment' ? (typeof rater === 'string' && rater !== '' ? t('ledger.ratingBy', { name: rater }) : t('records:kind.assessment')) : factTitle(source.kind, fact);
  return { title, view: { kind: 'record', ref: source, title } };
}
