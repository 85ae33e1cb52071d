import { useTranslation } from 'react-i18next';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { dimensionById } from '#shared/domain/model/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { ScoreMark } from './ScoreMark.tsx';

/** The five links of the chain in numbers. */
export function Dimensions({ explanation }: { readonly explanation: ScoreExplanation }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const names = useModelNames();
  const { dimensions, weakestDimension } = explanation.score;
  return (
    <section aria-labelledby="report-dimensions">
      <h2 id="report-dimensions">{t('dimensions.title')}</h2>
      <table className="report-dimensions">
        <thead>
          <tr>
            <th scope="col">{t('dimensions.dimension')}</th>
            <th scope="col" className="report-number">{t('dimensions.score')}</th>
            <th scope="col">{t('dimensions.onScale')}</th>
            <th scope="col" className="report-number">{t('dimensions.band')}</th>
            <th scope="col" className="report-number">{t('dimensions.coverage')}</th>
            <th scope="col" className="report-number">{t('dimensions.portfolio')}</th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map(({ dimensionId, value, coverage }) => {
            const reference = explanation.portfolio[dimensionId];
            return (
              <tr key={dimensionId}>
                <th scope="row">
                  {t('dimensions.numbered', { number: dimensionById(dimensionId).number, name: names.dimension(dimensionId) })}
                  {dimensionId === weakestDimension ? <span className="report-tag">{t('dimensions.weakest')}</span> : null}
                </th>
                {value === null ? (
                  <td colSpan={3} className="report-quiet">{t('common:score.none')}</td>
                ) : (
                  <>
                    <td className="report-number"><strong>{format.fixed(value.score, 0)}</strong></td>
                    <td><ScoreMark {...value} reference={reference} /></td>
                    <td className="report-number">{t('common:score.band', { lower: format.fixed(value.lower, 0), upper: format.fixed(value.upper, 0) })}</td>
                  </>
                )}
                <td className="report-number">{format.percent(coverage)}</td>
                <td className="report-number">{reference === null ? t('common:notData') : format.fixed(reference, 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
