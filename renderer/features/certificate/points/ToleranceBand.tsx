import { useTranslation } from 'react-i18next';
import type { Judged } from '#shared/domain/calibration/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';

const WIDTH = 480;
const HEIGHT = 96;
const SIDE = 36;
const TOP = 22;
const BAND = 36;

const drawn = (text: string | null): number | null => (text === null ? null : Number(text));

/** What is drawn, as binary numbers: a picture decides nothing. */
const numbersOf = ({ value, lowerLimit, upperLimit, acceptance, uncertainty }: Judged) => ({
  y: Number(value), u: uncertainty === null ? 0 : Number(uncertainty.expanded), tl: drawn(lowerLimit), tu: drawn(upperLimit), al: drawn(acceptance.lower), au: drawn(acceptance.upper),
});

/** The tolerance with its guard bands, and the result with ±U on it. Read left to right in every language, as a scale is. */
export function ToleranceBand({ decision, description }: { readonly decision: Judged; readonly description: string }) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const { y, u, tl, tu, al, au } = numbersOf(decision);
  const known = [tl, tu, al, au, y - u, y + u, y].filter((value): value is number => value !== null && Number.isFinite(value));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const margin = (most - least || 1) * 0.12;
  const [from, to] = [least - margin, most + margin];
  const x = (value: number): number => SIDE + ((value - from) / (to - from)) * (WIDTH - 2 * SIDE);
  const [left, right] = [tl === null ? SIDE : x(tl), tu === null ? WIDTH - SIDE : x(tu)];
  const middle = TOP + BAND / 2;
  const isInside = (tl === null || y >= tl) && (tu === null || y <= tu);
  const limit = (value: number | null, text: string | null, key: string) =>
    value === null || text === null ? null : (
      <g key={key}>
        <line x1={x(value)} x2={x(value)} y1={TOP - 6} y2={TOP + BAND + 6} stroke="var(--ink)" strokeWidth={1.5} />
        <text x={x(value)} y={TOP + BAND + 20} textAnchor="middle" className="fill-ink-2 text-xs tabular-nums">{decimalIn(format, text)}</text>
      </g>
    );
  return (
    <figure className="m-0 max-w-xl" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description} className="w-full">
        <line x1={SIDE / 2} x2={WIDTH - SIDE / 2} y1={middle} y2={middle} stroke="var(--line-strong)" />
        <rect x={left} y={TOP} width={Math.max(0, right - left)} height={BAND} fill="var(--warn-soft)" stroke="var(--line-strong)" />
        {decision.isAcceptanceEmpty ? null : (
          <rect x={al === null ? left : x(al)} y={TOP} width={Math.max(0, (au === null ? right : x(au)) - (al === null ? left : x(al)))} height={BAND} fill="var(--accent-soft)" stroke="var(--accent)" />
        )}
        {limit(tl, decision.lowerLimit, 'lower')}
        {limit(tu, decision.upperLimit, 'upper')}
        {u === 0 ? null : (
          <g stroke={isInside ? 'var(--ink)' : 'var(--danger)'} strokeWidth={2}>
            <line x1={x(y - u)} x2={x(y + u)} y1={middle} y2={middle} />
            <line x1={x(y - u)} x2={x(y - u)} y1={middle - 6} y2={middle + 6} />
            <line x1={x(y + u)} x2={x(y + u)} y1={middle - 6} y2={middle + 6} />
          </g>
        )}
        <circle cx={x(y)} cy={middle} r={4.5} fill={isInside ? 'var(--ink)' : 'var(--danger)'} />
        <text x={x(y)} y={TOP - 9} textAnchor="middle" className="fill-ink text-xs font-semibold tabular-nums">{decimalIn(format, decision.value)}</text>
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 text-sm text-ink-2" dir="auto">
        <span className="flex items-center gap-1.5"><span aria-hidden className="inline-block size-3 border border-accent bg-accent-soft" />{t('band.acceptance')}</span>
        <span className="flex items-center gap-1.5"><span aria-hidden className="inline-block size-3 border border-line-strong bg-warn-soft" />{t('band.guard')}</span>
        <span className="flex items-center gap-1.5"><span aria-hidden className="inline-block h-0.5 w-4 bg-ink" />{t('band.result')}</span>
      </figcaption>
    </figure>
  );
}
