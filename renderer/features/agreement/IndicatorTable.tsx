import { useTranslation } from 'react-i18next';
import type { Rater, RaterAgreement } from '#shared/contract/scores.ts';
import { agreementWord } from '#shared/domain/agreement/index.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { Pill } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';

interface IndicatorTableProps {
  readonly agreement: RaterAgreement;
  readonly raterA: Rater;
  readonly raterB: Rater;
}

/** Both coefficients of every indicator that both have rated, in the order of the model. */
export function IndicatorTable({ agreement: { indicators, poor, fewestPairs }, raterA, raterB }: IndicatorTableProps) {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const names = useModelNames();
  const head = 'pb-1 ps-4 text-end align-bottom font-normal';
  const number = 'py-2 ps-4 text-end align-top tabular-nums whitespace-nowrap';
  const coefficient = (value: number | null): string => (value === null ? t('common:notData') : format.fixed(value, 2));
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <thead className="border-b border-line text-sm text-ink-3">
          <tr>
            <th scope="col" className="pb-1 text-start align-bottom font-normal">{t('table.indicator')}</th>
            <th scope="col" className={head}>{t('table.pairs')}</th>
            <th scope="col" className={head}>{t('figure.plain')}</th>
            <th scope="col" className={head}>{t('figure.weighted')}</th>
            <th scope="col" className="pb-1 ps-4 text-start align-bottom font-normal">{t('table.word')}</th>
            <th scope="col" className={head}>
              {t('table.mean')} <bdi>{raterA.name || t('records:unknown')}</bdi>
            </th>
            <th scope="col" className={head}>
              {t('table.mean')} <bdi>{raterB.name || t('records:unknown')}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ indicatorId, pairs, kappa, weightedKappa, meanA, meanB }) => {
            const judged = weightedKappa ?? kappa;
            return (
              <tr key={indicatorId} className="border-b border-line/70">
                <th scope="row" className="py-2 text-start align-top font-normal">{isIndicatorId(indicatorId) ? names.indicator(indicatorId) : indicatorId}</th>
                <td className={number}>{format.integer(pairs)}</td>
                <td className={number}>{coefficient(kappa)}</td>
                <td className={number}>{coefficient(weightedKappa)}</td>
                <td className="py-2 ps-4 align-top">
                  {poor.includes(indicatorId) ? (
                    <Pill tone="warn">{judged === null ? t('table.poor') : t(`word.${agreementWord(judged)}`)}</Pill>
                  ) : (
                    <span className="text-sm text-ink-2">
                      {judged === null ? t('noKappa') : t(`word.${agreementWord(judged)}`)}
                      {pairs < fewestPairs ? ` · ${t('table.few')}` : ''}
                    </span>
                  )}
                </td>
                <td className={number}>{format.fixed(meanA, 1)}</td>
                <td className={number}>{format.fixed(meanB, 1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
