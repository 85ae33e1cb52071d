import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { furthestStep, steps } from './steps.ts';
import type { Reached, StepId } from './steps.ts';

/** Where the import stands; a step that can be shown is a link to it. */
export function StepTrail({ shown, reached }: { readonly shown: StepId; readonly reached: Reached }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const at = steps.indexOf(shown);
  const furthest = steps.indexOf(furthestStep(reached));
  const isFixed = reached.isDone || reached.isImporting;
  return (
    <nav aria-label={t('trail')}>
      <ol className="flex flex-wrap gap-x-2 gap-y-1 border-b border-line">
        {steps.map((step, index) => {
          const isShown = index === at;
          const look = clsx(
            '-mb-px flex min-h-10 items-center gap-2 border-b-2 pe-3',
            isShown ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2',
          );
          const content = (
            <>
              <span
                className={clsx(
                  'tabular flex size-5.5 items-center justify-center rounded-full border text-xs font-semibold',
                  isShown ? 'border-accent bg-accent text-on-accent' : index < at ? 'border-accent text-accent' : 'border-line-strong text-ink-3',
                )}
              >
                {index < at ? <Check aria-hidden className="size-3.5" strokeWidth={3} /> : format.integer(index + 1)}
              </span>
              {t(`steps.${step}`)}
            </>
          );
          return (
            <li key={step} aria-current={isShown ? 'step' : undefined}>
              {!isShown && !isFixed && index <= furthest ? (
                <Link to={`/import?step=${step}`} className={clsx(look, 'hover:text-ink')}>
                  {content}
                </Link>
              ) : (
                <span className={look}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
