import { useTranslation } from 'react-i18next';
import type { Rater, RaterAgreement } from '#shared/contract/scores.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { disagreementOf } from './disagreement.ts';

interface PoorOnesProps {
  readonly agreement: RaterAgreement;
  readonly raterA: Rater;
  readonly raterB: Rater;
}

/** The indicators on which two people do not mean the same, the poorest first, how they differ, and what helps. */
export function PoorOnes({ agreement: { poor, indicators, fewestPairs }, raterA, raterB }: PoorOnesProps) {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const names = useModelNames();
  if (poor.length === 0) {
    const enough = indicators.filter(({ pairs }) => pairs >= fewestPairs).length;
    return (
      <p role="status" className="max-w-prose text-ink-2">
        {enough === 0 ? t('poor.tooFew', { pairs: fewestPairs }) : t('poor.none', { count: enough, pairs: fewestPairs })}
      </p>
    );
  }
  return (
    <Section title={t('poor.title', { count: poor.length })} description={t('poor.why', { pairs: fewestPairs })} look="card">
      <ol className="flex flex-col gap-3">
        {poor.flatMap((id) => {
          const figures = indicators.find(({ indicatorId }) => indicatorId === id);
          if (!figures || !isIndicatorId(id)) return [];
          return [
            <li key={id}>
              <p className="font-medium">{names.indicator(id)}</p>
              <p className="text-sm text-ink-3">{t(`assessment:${id}.question`)}</p>
              <p className="text-sm text-ink-2">
                {t(`differ.${disagreementOf(figures)}`, {
                  a: isolated(raterA.name || t('records:unknown')), b: isolated(raterB.name || t('records:unknown')),
                  meanA: format.fixed(figures.meanA, 1), meanB: format.fixed(figures.meanB, 1),
                })}
              </p>
            </li>,
          ];
        })}
      </ol>
      <h3 className="mt-4 mb-1 font-semibold">{t('todo.title')}</h3>
      <ol className="flex max-w-prose list-decimal flex-col gap-1 ps-5 text-ink-2">
        <li>{t('todo.anchors')}</li>
        <li>{t('todo.together')}</li>
        <li>{t('todo.again')}</li>
        <li>{t('todo.records')}</li>
      </ol>
    </Section>
  );
}
