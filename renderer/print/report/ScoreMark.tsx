interface ScoreMarkProps {
  readonly score: number;
  readonly lower: number;
  readonly upper: number;
  /** Where the portfolio's mean lies; null: not known. */
  readonly reference?: number | null;
}

const WIDTH = 120;
const HEIGHT = 12;
const at = (score: number): number => (score / 100) * WIDTH;

/** A reading on a rule from 0 to 100: the mark is the score, the box its band, the dashed line the portfolio. The numbers stand beside it. */
export function ScoreMark({ score, lower, upper, reference = null }: ScoreMarkProps) {
  return (
    <svg viewBox={`-2 0 ${WIDTH + 4} ${HEIGHT}`} aria-hidden className="report-mark">
      <line x1="0" y1={HEIGHT / 2} x2={WIDTH} y2={HEIGHT / 2} stroke="var(--line-strong)" strokeWidth="0.7" />
      {[0, 25, 50, 75, 100].map((tick) => (
        <line key={tick} x1={at(tick)} y1="3" x2={at(tick)} y2={HEIGHT - 3} stroke="var(--line-strong)" strokeWidth="0.6" />
      ))}
      <rect x={at(lower)} y="2" width={Math.max(0.8, at(upper) - at(lower))} height={HEIGHT - 4} fill="var(--accent)" fillOpacity="0.26" stroke="var(--accent)" strokeWidth="0.5" />
      {reference === null ? null : <line x1={at(reference)} y1="0" x2={at(reference)} y2={HEIGHT} stroke="var(--ink-2)" strokeWidth="1" strokeDasharray="2 1.4" />}
      <rect x={at(score) - 1.4} y="0.5" width="2.8" height={HEIGHT - 1} rx="0.8" fill="var(--accent)" />
    </svg>
  );
}
