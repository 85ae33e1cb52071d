import { useTranslation } from 'react-i18next';
import { dimensions } from '#shared/domain/model/index.ts';
import type { DimensionId } from '#shared/domain/model/index.ts';
import type { ExplainedScore } from '#shared/domain/scoring/index.ts';
import { wrapLabel } from '#renderer/components/wrap-label.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from './model-names.ts';
import { useLoopSentence } from './stage-words.ts';

const WIDTH = 720;
const HEIGHT = 470;
const CENTRE = { x: WIDTH / 2, y: 252 } as const;
const RING = { x: 156, y: 132 } as const;
const NODE = 24;
const LINE = 15;
const STEP = (2 * Math.PI) / dimensions.length;
/** Between a node and the arrow that leaves or reaches it, in radians. */
const GAP = 0.24;
const TRIANGLE = [
  { id: 'service', x: 0, y: -52, labelY: -60 },
  { id: 'technology', x: 60, y: 46, labelY: 64 },
  { id: 'experience', x: -60, y: 46, labelY: 64 },
] as const;

interface Line {
  readonly text: string;
  readonly look: 'name' | 'stage' | 'here' | 'weakest';
}

const LOOKS = {
  name: { size: 13, weight: 650, fill: 'var(--ink)' },
  stage: { size: 11.5, weight: 400, fill: 'var(--ink-2)' },
  here: { size: 12, weight: 650, fill: 'var(--accent)' },
  weakest: { size: 12, weight: 650, fill: 'var(--danger)' },
} as const;

/**
 * The model as the paper closes it: five dimensions, each leading to its stage, the last back to the first; the client's
 * place, its weakest link, and in the middle what carries them. Colours are the theme's, so that print can redefine them.
 */
export function ClosedLoop({ score }: { readonly score: Pick<ExplainedScore, 'stage' | 'dimensions' | 'weakestDimension'> }) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const names = useModelNames();
  const sentence = useLoopSentence()(score);
  const isRtl = format.choice.language === 'fa';
  // The loop runs in the reading direction.
  const side = isRtl ? -1 : 1;
  const { stage, weakestDimension } = score;
  const reached = stage.placed ? stage.stage : stage.atLeast;
  const at = (angle: number, stretch = 1) => ({ x: CENTRE.x + side * Math.sin(angle) * RING.x * stretch, y: CENTRE.y - Math.cos(angle) * RING.y * stretch });
  const arrow = (index: number): string => {
    const from = at(index * STEP + GAP);
    const to = at((index + 1) * STEP - GAP);
    return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}A${RING.x} ${RING.y} 0 0 ${isRtl ? 0 : 1} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  };
  const linesOf = (id: DimensionId, number: number): readonly Line[] => [
    ...wrapLabel(names.dimension(id), 24).map((text): Line => ({ text, look: 'name' })),
    ...wrapLabel(`${format.integer(number)}. ${names.stage(id)}`, 27).map((text): Line => ({ text, look: 'stage' })),
    ...(stage.placed && number === stage.stage ? [{ text: `● ${t('loop.here')}`, look: 'here' } as const] : []),
    ...(id === weakestDimension ? [{ text: `▲ ${t('loop.weakest')}`, look: 'weakest' } as const] : []),
  ];
  return (
    <svg role="img" aria-label={sentence} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full max-w-3xl">
      {dimensions.map(({ id }, index) => {
        const isReached = index + 1 < reached;
        const end = at((index + 1) * STEP - GAP);
        const before = at((index + 1) * STEP - GAP - 0.08);
        const heading = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
        const colour = isReached ? 'var(--accent)' : 'var(--line-strong)';
        return (
          <g key={id}>
            <path d={arrow(index)} fill="none" stroke={colour} strokeWidth={isReached ? 3 : 1.6} />
            <path d="M-9 -5.5L2 0L-9 5.5Z" fill={colour} transform={`translate(${end.x.toFixed(1)} ${end.y.toFixed(1)}) rotate(${heading.toFixed(1)})`} />
          </g>
        );
      })}
      <Triangle isRtl={isRtl} />
      {dimensions.map(({ id, number }, index) => {
        const centre = at(index * STEP);
        const value = score.dimensions.find(({ dimensionId }) => dimensionId === id)?.value ?? null;
        const isReached = number <= reached;
        const isHere = stage.placed && number === stage.stage;
        const isWeakest = id === weakestDimension;
        return (
          <g key={id}>
            {isHere ? <circle cx={centre.x} cy={centre.y} r={NODE + 5} fill="none" stroke="var(--accent)" strokeWidth="2.5" /> : null}
            <circle
              cx={centre.x}
              cy={centre.y}
              r={NODE}
              fill={isReached ? 'var(--accent)' : 'var(--raised)'}
              stroke={isWeakest ? 'var(--danger)' : isReached ? 'var(--accent)' : 'var(--line-strong)'}
              strokeWidth={isWeakest ? 4 : 1.6}
              strokeDasharray={value === null ? '4 3' : undefined}
            />
            <text x={centre.x} y={centre.y} textAnchor="middle" dominantBaseline="central" fontSize="16" fontWeight="650" fill={isReached ? 'var(--on-accent)' : 'var(--ink)'}>
              {value === null ? '?' : format.fixed(value.score, 0)}
            </text>
            <Label lines={linesOf(id, number)} angle={index * STEP} centre={centre} isRtl={isRtl} />
          </g>
        );
      })}
    </svg>
  );
}

/** What carries the loop: interaction service, technology and experience, each with the other two. */
function Triangle({ isRtl }: { readonly isRtl: boolean }) {
  const { t } = useTranslation('scoreMoves');
  const side = isRtl ? -1 : 1;
  return (
    <g transform={`translate(${CENTRE.x} ${CENTRE.y})`}>
      <path d={`M${TRIANGLE.map(({ x, y }) => `${side * x} ${y}`).join('L')}Z`} fill="var(--accent)" fillOpacity="0.1" stroke="var(--accent)" strokeWidth="1.4" strokeLinejoin="round" />
      {TRIANGLE.map(({ id, x, labelY }) => (
        <text key={id} x={side * x} y={labelY} textAnchor="middle" fontSize="11.5" fontWeight="500" fill="var(--ink-2)">
          {t(`loop.${id}`)}
        </text>
      ))}
    </g>
  );
}

interface LabelProps {
  readonly lines: readonly Line[];
  readonly angle: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly isRtl: boolean;
}

function Label({ lines, angle, centre, isRtl }: LabelProps) {
  const isTop = angle === 0;
  const isRight = centre.x > CENTRE.x;
  const x = isTop ? centre.x : centre.x + (isRight ? 1 : -1) * (NODE + 12);
  const height = (lines.length - 1) * LINE;
  // Beside the lower nodes the loop comes from above: their words hang below it.
  const isLow = centre.y > CENTRE.y + RING.y / 2;
  const top = isTop ? centre.y - NODE - 14 - height : isLow ? centre.y + 10 : centre.y - height / 2 + 4;
  // `start` is where the text begins: at its right end in Persian.
  const anchor = isTop ? 'middle' : isRight === isRtl ? 'end' : 'start';
  return (
    <text textAnchor={anchor} direction={isRtl ? 'rtl' : 'ltr'}>
      {lines.map(({ text, look }, index) => (
        <tspan key={`${look} ${text}`} x={x} y={top + index * LINE} fontSize={LOOKS[look].size} fontWeight={LOOKS[look].weight} fill={LOOKS[look].fill}>
          {text}
        </tspan>
      ))}
    </text>
  );
}
