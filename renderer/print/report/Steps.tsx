import { useTranslation } from 'react-i18next';
import type { SuggestedStep } from '#shared/domain/next-steps/index.ts';
import { useStepWords } from '#renderer/rating/step-words.ts';

const STEPS = 5;

/** What to do next, the most pressing first, each with its reason. */
export function Steps({ steps }: { readonly steps: readonly SuggestedStep[] }) {
  const { t } = useTranslation('report');
  const wordsOf = useStepWords();
  return (
    <section aria-labelledby="report-steps">
      <h2 id="report-steps">{t('steps.title')}</h2>
      {steps.length === 0 ? <p className="report-quiet">{t('steps.none')}</p> : null}
      <ol className="report-steps">
        {steps.slice(0, STEPS).map((step) => {
          const { title, why } = wordsOf(step);
          return (
            <li key={`${step.code}-${step.indicatorId ?? step.dimensionId}`}>
              <strong>{title}</strong> <span className="report-tag">{t(`scoring:urgency.${step.urgency}`)}</span>
              <p>{why}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
