import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { dimensions } from '#shared/domain/model/index.ts';
import { RadarChart } from '#renderer/components/RadarChart.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { radarAxes } from '#renderer/rating/radar-axes.ts';
import { StageLoop } from '#renderer/rating/StageLoop.tsx';
import { isolated } from '#renderer/records/isolate.ts';

/** The score as a whole: the five dimensions, how they make one number, and how far along the chain the client is. */
export function Overview({ client, explanation }: { readonly client: Client; readonly explanation: ScoreExplanation }) {
  const { t } = useTranslation('score');
  const names = useModelNames();
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div className="min-w-0 self-start rounded-lg border border-line bg-surface p-4">
        <RadarChart
          title={t('radar', { name: client.name })}
          axes={radarAxes(explanation, names)}
          valueName={isolated(client.name)}
          referenceName={t('portfolio', { count: explanation.portfolioCount })}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Overall explanation={explanation} />
        <StageRule explanation={explanation} />
      </div>
    </div>
  );
}

function Overall({ explanation: { score } }: { readonly explanation: ScoreExplanation }) {
  const { t } = useTranslation('score');
  const format = useFormat();
  const names = useModelNames();
  const { value, coverage, parts } = score.overall;
  const weakest = parts.find(({ id }) => id === score.weakestDimension);
  return (
    <Section title={t('overall.title')}>
      <ScoreBar score={value?.score ?? null} lower={value?.lower ?? null} upper={value?.upper ?? null} coverage={coverage} label={t('overall.title')} size="medium" />
      <p className="mt-3">
        {value === null
          ? t('overall.none')
          : t('overall.how', { score: format.fixed(value.score, 1), count: parts.filter((part) => part.score !== null).length })}
      </p>
      {value === null ? null : <p className="mt-1 text-sm text-ink-2">{t('overall.band', { lower: format.fixed(value.lower, 0), upper: format.fixed(value.upper, 0), coverage: format.percent(coverage) })}</p>}
      {weakest && value !== null ? (
        <p className="mt-2 font-medium">
          {t('overall.weakest', { dimension: names.dimension(weakest.id), score: format.fixed(weakest.score ?? 0, 0), loss: format.fixed(weakest.lossPoints, 1) })}
        </p>
      ) : null}
    </Section>
  );
}

/** Why this stage: the chain read link by link against the threshold. */
function StageRule({ explanation: { score } }: { readonly explanation: ScoreExplanation }) {
  const { t } = useTranslation('score');
  const format = useFormat();
  const names = useModelNames();
  const threshold = score.basis.stageThreshold;
  return (
    <Section title={t('stage.title')}>
      <StageLoop stage={score.stage} />
      <p className="mt-3 text-sm text-ink-2">{t('stage.rule', { threshold: format.number(threshold) })}</p>
      <ol className="mt-2 flex flex-col gap-1 text-sm">
        {dimensions.map(({ id, number }) => {
          const value = score.dimensions.find(({ dimensionId }) => dimensionId === id)?.value ?? null;
          const reaches = value === null ? 'unknown' : value.score >= threshold ? 'yes' : 'no';
          return (
            <li key={id} className="flex gap-2">
              <span aria-hidden className={reaches === 'yes' ? 'text-accent' : reaches === 'no' ? 'text-danger' : 'text-ink-3'}>
                {reaches === 'yes' ? '●' : reaches === 'no' ? '○' : '◌'}
              </span>
              <span>
                {format.integer(number)}. {names.stage(id)}
                <span className="text-ink-3">
                  {' — '}
                  {t(`stage.${reaches}`, { dimension: names.dimension(id), score: value === null ? '' : format.fixed(value.score, 0), threshold: format.number(threshold) })}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="mt-2 flex items-center gap-1.5 text-sm text-ink-3">
        <CornerDownLeft aria-hidden className="flip-rtl size-4" />
        {t('stage.loop')}
      </p>
    </Section>
  );
}
