import { useTranslation } from 'react-i18next';
import type { AgreementFigures } from '#shared/contract/scores.ts';
import { agreementWord } from '#shared/domain/agreement/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface OverallProps {
  readonly overall: AgreementFigures;
  readonly clientCount: number;
}

/** The two coefficients over all ratings that both gave, in words. */
export function Overall({ overall: { pairs, observed, expected, kappa, weightedKappa }, clientCount }: OverallProps) {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const figures = [
    { id: 'weighted', value: weightedKappa },
    { id: 'plain', value: kappa },
  ] as const;
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-x-10 gap-y-4">
        {figures.map(({ id, value }) => (
          <div key={id} className="border-s-2 border-accent ps-4">
            <dt className="text-sm text-ink-2">{t(`figure.${id}`)}</dt>
            <dd className="text-3xl font-semibold">{value === null ? t('common:notData') : format.fixed(value, 2)}</dd>
            <dd className="text-ink-2">{value === null ? t('noKappa') : t(`word.${agreementWord(value)}`)}</dd>
            <dd className="text-sm text-ink-3">{t(`figureMeans.${id}`)}</dd>
          </div>
        ))}
        <div className="border-s-2 border-line-strong ps-4">
          <dt className="text-sm text-ink-2">{t('figure.same')}</dt>
          <dd className="text-3xl font-semibold">{format.percent(observed)}</dd>
          <dd className="text-ink-2">{t('byChance', { share: format.percent(expected) })}</dd>
          <dd className="text-sm text-ink-3">{t('basis', { pairs, clients: clientCount })}</dd>
        </div>
      </dl>
    </div>
  );
}
