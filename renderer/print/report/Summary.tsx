import { useTranslation } from 'react-i18next';
import type { ClientReport } from '#shared/contract/reports.ts';
import { RadarChart } from '#renderer/components/RadarChart.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { radarAxes } from '#renderer/rating/radar-axes.ts';
import { SmallLoop } from '#renderer/rating/SmallLoop.tsx';
import { useStageWords } from '#renderer/rating/stage-words.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { ScoreMark } from './ScoreMark.tsx';

/** Where this client stands: one number, one stage, one picture, each with the sentence that says what it means. */
export function Summary({ client, explanation }: Pick<ClientReport, 'client' | 'explanation'>) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const names = useModelNames();
  const { overall, stage, weakestDimension, dimensions } = explanation.score;
  const weakest = dimensions.find(({ dimensionId }) => dimensionId === weakestDimension);
  const { why: unplacedWhy } = useStageWords()(stage);
  const heldBackBy = stage.placed ? stage.heldBackBy : null;
  return (
    <section className="report-summary" aria-labelledby="report-standing">
      <div className="report-standing">
        <h2 id="report-standing">{t('standing.title')}</h2>
        <div className="report-overall">
          {overall.value === null ? (
            <p className="report-no-score">{t('common:score.none')}</p>
          ) : (
            <>
              <p className="report-score">
                <strong>{format.fixed(overall.value.score, 0)}</strong> <span>{t('standing.outOf', { most: 100 })}</span>
              </p>
              <ScoreMark {...overall.value} />
            </>
          )}
        </div>
        <p>
          {overall.value === null
            ? t('standing.noScore', { share: format.percent(overall.coverage) })
            : t('standing.score', {
                score: format.fixed(overall.value.score, 0),
                lower: format.fixed(overall.value.lower, 0),
                upper: format.fixed(overall.value.upper, 0),
                share: format.percent(overall.coverage),
              })}
        </p>
        <SmallLoop score={explanation.score} />
        {unplacedWhy === null ? null : <p>{unplacedWhy}</p>}
        {heldBackBy === null ? null : <p>{t('standing.heldBackBy', { dimension: names.dimension(heldBackBy), threshold: explanation.score.basis.stageThreshold })}</p>}
        {weakest === undefined || weakest.value === null ? null : (
          <p>{t('standing.weakest', { dimension: names.dimension(weakest.dimensionId), score: format.fixed(weakest.value.score, 0) })}</p>
        )}
      </div>
      <RadarChart
        title={t('radar.title')}
        axes={radarAxes(explanation, names)}
        valueName={isolated(client.name)}
        referenceName={t('radar.portfolio', { count: explanation.portfolioCount })}
        hasTable={false}
      />
    </section>
  );
}
