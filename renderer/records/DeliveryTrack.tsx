import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { MilestoneKind } from '#shared/domain/delivery/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { TrackRow } from './delivery-marks.ts';

const KINDS: readonly MilestoneKind[] = ['planned', 'estimated', 'actual'];
const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / 86_400_000;

/** Planned is a wide ring, estimated half filled, actual a full dot: told apart without colour, and where they fall on one day. */
const MARKS: Readonly<Record<MilestoneKind, string>> = {
  planned: 'size-4 bg-raised',
  estimated: 'size-3.5 bg-linear-to-t from-accent from-50% to-raised to-50%',
  actual: 'size-2.5 bg-accent',
};

const Mark = ({ kind }: { readonly kind: MilestoneKind }) => <span className={clsx('block rounded-full border-2 border-accent', MARKS[kind])} />;

/** The way of a delivery on one scale of days: what was promised, planned, estimated, and what happened. */
export function DeliveryTrack({ rows }: { readonly rows: readonly TrackRow[] }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const days = rows.flatMap(({ marks }) => marks.map(({ on }) => dayNumber(on)));
  const from = Math.min(...days);
  const span = Math.max(1, Math.max(...days) - from);
  const percent = (on: string): number => ((dayNumber(on) - from) / span) * 100;
  const kinds = KINDS.filter((kind) => rows.some(({ marks }) => marks.some((mark) => mark.kind === kind)));
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t('milestoneTable')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('milestoneEvent')}</th>
            <th scope="col">{t('line.dates')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-line/60 last:border-0">
              <th scope="row" className="w-32 py-1.5 pe-3 text-start font-normal text-ink-2">
                {row.label}
                {row.place === null ? null : <bdi className="block text-xs text-ink-3">{row.place}</bdi>}
              </th>
              <td className="py-1.5">
                <div aria-hidden className="relative mx-1.5 h-4">
                  <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
                  {row.marks.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)).map((mark) => (
                    <span
                      key={`${mark.kind}-${mark.on}`}
                      className="absolute top-1/2 -translate-x-1/2 -translate-y-1/2 rtl:translate-x-1/2"
                      style={{ insetInlineStart: `${percent(mark.on)}%` }}
                    >
                      <Mark kind={mark.kind} />
                    </span>
                  ))}
                </div>
                <ul className="flex flex-wrap gap-x-3">
                  {row.marks
                    .toSorted((a, b) => a.on.localeCompare(b.on))
                    .map((mark) => (
                      <li key={`${mark.kind}-${mark.on}`}>
                        {row.marks.length > 1 || kinds.length > 1 ? <span className="text-ink-3">{t(`milestoneKind.${mark.kind}`)} </span> : null}
                        {format.day(mark.on)}
                      </li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-hidden className="flex flex-wrap gap-x-4 text-xs text-ink-3">
        {kinds.map((kind) => (
          <span key={kind} className="inline-flex items-center gap-1.5">
            <Mark kind={kind} /> {t(`milestoneKind.${kind}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
