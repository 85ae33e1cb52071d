import { dimensions } from '#shared/domain/model/index.ts';
import type { StageResult } from '#shared/domain/scoring/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useStageWords } from './stage-words.ts';

const SIZE = 72;
const RADIUS = 28;
const GAP = 0.2;
const STEP = (2 * Math.PI) / dimensions.length;

/** Clockwise from the top; mirrored for right-to-left by the element's own scale. */
function arc(index: number): string {
  const from = index * STEP + GAP / 2;
  const to = (index + 1) * STEP - GAP / 2;
  const point = (angle: number) => `${(Math.sin(angle) * RADIUS).toFixed(2)} ${(-Math.cos(angle) * RADIUS).toFixed(2)}`;
  return `M${point(from)}A${RADIUS} ${RADIUS} 0 0 1 ${point(to)}`;
}

/** The closed loop of five stages with the client's place in it. */
export function StageLoop({ stage }: { readonly stage: StageResult }) {
  const format = useFormat();
  const words = useStageWords()(stage);
  const reached = stage.placed ? stage.stage : stage.atLeast;
  return (
    <div className="flex items-center gap-3">
      <svg viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`} aria-hidden className="size-16 shrink-0">
        <g className="rtl:-scale-x-100">
          {dimensions.map(({ id }, index) => (
            <path
              key={id}
              d={arc(index)}
              fill="none"
              stroke={index < reached ? 'var(--accent)' : 'var(--line-strong)'}
              strokeOpacity={index < reached ? 1 : 0.45}
              strokeWidth={index === reached - 1 ? 8 : 4.5}
              strokeDasharray={!stage.placed && index === reached ? '3 3' : undefined}
            />
          ))}
        </g>
        <text textAnchor="middle" dominantBaseline="central" fontSize="22" fontWeight="650" fill="var(--ink)">
          {stage.placed ? format.integer(stage.stage) : '?'}
        </text>
      </svg>
      <div className="min-w-0">
        <p className="text-sm text-ink-3">{words.title}</p>
        {words.name === '' ? null : <p className="font-medium">{words.name}</p>}
        {words.why === null ? null : <p className="max-w-64 text-sm text-ink-2">{words.why}</p>}
      </div>
    </div>
  );
}
