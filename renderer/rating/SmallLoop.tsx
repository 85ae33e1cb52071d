import { useTranslation } from 'react-i18next';
import { dimensions } from '#shared/domain/model/index.ts';
import type { ExplainedScore } from '#shared/domain/scoring/index.ts';
import { wrapLabel } from '#renderer/components/wrap-label.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useLoopSentence, useStageWords } from './stage-words.ts';

const WIDTH = 344;
const HEIGHT = 128;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 + 2 } as const;
const RING = { x: 88, y: 46 } as const;
const NODE = 11;
const STEP = (2 * Math.PI) / dimensions.length;
/** Between a node and the line that leaves or reaches it, in radians. */
const GAP = 0.3;
const FONT = 11.5;
const LINE = 13.5;

/**
 * The closed loop as small as a report has room for: the five links by their numbers, the client's place, the weakest link, and in the
 * middle the stage. The names of the links stand in the table of dimensions beside it.
 */
export function SmallLoop({ score }: { readonly score: Pick<ExplainedScore, 'stage' | 'weakestDimension'> }) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const sentence = useLoopSentence()(score);
  const { stage, weakestDimension } = score;
  const words = useStageWords()(stage);
  const isRtl = format.choice.language === 'fa';
  const side = isRtl ? -1 : 1;
  const reached = stage.placed ? stage.stage : stage.atLeast;
  const at = (angle: number) => ({ x: CENTRE.x + side * Math.sin(angle) * RING.x, y: CENTRE.y - Math.cos(angle) * RING.y });
  const arc = (index: number): string => {
    const from = at(index * STEP + GAP);
    const to = at((index + 1) * STEP - GAP);
    return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}A${RING.x} ${RING.y} 0 0 ${isRtl ? 0 : 1} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  };
  const middle = [
    { text: words.title, weight: 400, fill: 'var(--ink-2)' },
    ...(words.name === '' ? [] : wrapLabel(words.name, 22)).map((text) => ({ text, weight: 600, fill: 'var(--ink)' })),
  ];
  return (
    <svg role="img" aria-label={sentence} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="small-loop">
      {dimensions.map(({ id }, index) => {
        const isReached = index + 1 < reached;
        const colour = isReached ? 'var(--accent)' : 'var(--line-strong)';
        const end = at((index + 1) * STEP - GAP);
        const before = at((index + 1) * STEP - GAP - 0.08);
        const heading = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
        return (
          <g key={id}>
            <path d={arc(index)} fill="none" stroke={colour} strokeWidth={isReached ? 2 : 1.2} />
            <path d="M-6 -3.6L1.5 0L-6 3.6Z" fill={colour} transform={`translate(${end.x.toFixed(1)} ${end.y.toFixed(1)}) rotate(${heading.toFixed(1)})`} />
          </g>
        );
      })}
      <text textAnchor="middle" fontSize={FONT} direction={isRtl ? 'rtl' : 'ltr'}>
        {middle.map(({ text, weight, fill }, index) => (
          <tspan key={text} x={CENTRE.x} y={CENTRE.y + 4 + (index - (middle.length - 1) / 2) * LINE} fontWeight={weight} fill={fill}>
            {text}
          </tspan>
        ))}
      </text>
      {dimensions.map(({ id, number }, index) => {
        const centre = at(index * STEP);
        const isReached = number <= reached;
        const isHere = stage.placed && number === stage.stage;
        const isWeakest = id === weakestDimension;
        const marks = [
          ...(isHere ? [{ text: `● ${t('loop.hereShort')}`, fill: 'var(--accent-strong)' }] : []),
          ...(isWeakest ? [{ text: `▲ ${t('loop.weakestShort')}`, fill: 'var(--danger)' }] : []),
        ];
        // Beside the node, away from the loop; the first node's words stand in the reading direction.
        const isRight = index === 0 ? !isRtl : centre.x > CENTRE.x;
        return (
          <g key={id}>
            {isHere ? <circle cx={centre.x} cy={centre.y} r={NODE + 3.5} fill="none" stroke="var(--accent)" strokeWidth="1.8" /> : null}
            <circle
              cx={centre.x}
              cy={centre.y}
              r={NODE}
              fill={isReached ? 'var(--accent)' : 'var(--raised)'}
              stroke={isWeakest ? 'var(--danger)' : isReached ? 'var(--accent)' : 'var(--line-strong)'}
              strokeWidth={isWeakest ? 2.6 : 1.2}
            />
            <text x={centre.x} y={centre.y} textAnchor="middle" dominantBaseline="central" fontSize={FONT} fontWeight="600" fill={isReached ? 'var(--on-accent)' : 'var(--ink)'}>
              {format.integer(number)}
            </text>
            <text textAnchor={isRight === isRtl ? 'end' : 'start'} fontSize={FONT} fontWeight="600" direction={isRtl ? 'rtl' : 'ltr'}>
              {marks.map(({ text, fill }, line) => (
                <tspan key={text} x={centre.x + (isRight ? 1 : -1) * (NODE + 8)} y={centre.y + 4 + (line - (marks.length - 1) / 2) * LINE} fill={fill}>
                  {text}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
