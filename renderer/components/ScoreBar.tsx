import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface ScoreBarProps {
  /** 0–100; null: not enough data. */
  readonly score: number | null;
  /** The 10 % and 90 % quantiles, 0–100. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Share of the weight that has data, 0–1; null: not shown. */
  readonly coverage: number | null;
  /** What is scored, for those who hear it; null where the words around say it. */
  readonly label?: string;
  readonly size?: 'small' | 'medium';
}

/**
 * A score on its scale from 0 to 100, like a reading on a rule: the mark is the score, the band where it lies with 80 % certainty,
 * the number beside it, and how much of the evidence there is.
 */
export function ScoreBar({ score, lower, upper, coverage, label, size = 'small' }: ScoreBarProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const covered = coverage === null ? null : t('score.coverage', { share: format.percent(coverage) });
  if (score === null) {
    return (
      <span className="flex flex-col">
        <span className="text-sm text-ink-3">{t('score.none')}</span>
        {covered === null ? null : <span className="text-xs text-ink-3">{covered}</span>}
      </span>
    );
  }
  const band = lower === null || upper === null ? null : { lower, upper };
  const words = band
    ? t('score.spoken', { score: format.fixed(score, 0), lower: format.fixed(band.lower, 0), upper: format.fixed(band.upper, 0) })
    : format.fixed(score, 0);
  return (
    <span role="img" aria-label={[label, words, covered].filter(Boolean).join(' · ')} className="flex items-center gap-2.5">
      <span className={clsx('shrink-0 text-end font-semibold', size === 'small' ? 'w-7 text-base' : 'w-10 text-xl')}>{format.fixed(score, 0)}</span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className={clsx('relative block', size === 'small' ? 'h-2' : 'h-3')}>
          <span className="absolute inset-x-0 top-1/2 h-px bg-line-strong/60" />
          {[0, 25, 50, 75, 100].map((tick) => (
            <span key={tick} className="absolute inset-y-0 w-px bg-line-strong/45" style={{ insetInlineStart: `${tick}%` }} />
          ))}
          {band ? (
            <span
              className="absolute inset-y-0 rounded-[1px] bg-accent/28"
              style={{ insetInlineStart: `${band.lower}%`, inlineSize: `${Math.max(0.5, band.upper - band.lower)}%` }}
            />
          ) : null}
          <span className="absolute -inset-y-0.5 w-[3px] -translate-x-1/2 rounded-full bg-accent rtl:translate-x-1/2" style={{ insetInlineStart: `${score}%` }} />
        </span>
        {size === 'small' && covered === null ? null : (
          <span className="flex justify-between gap-2 text-xs whitespace-nowrap text-ink-3">
            {band ? <span>{t('score.band', { lower: format.fixed(band.lower, 0), upper: format.fixed(band.upper, 0) })}</span> : null}
            {covered === null ? null : <span className="ms-auto">{covered}</span>}
          </span>
        )}
      </span>
    </span>
  );
}
