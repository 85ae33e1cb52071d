import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#shared/contract/scores.ts';
import type { Indicator } from '#shared/domain/model/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from './model-names.ts';
import { ratingsOf } from './ratings.ts';

interface QuestionListProps {
  readonly order: readonly Indicator[];
  readonly assessments: readonly Assessment[];
  /** Index in `order`; null: none is asked. */
  readonly current: number | null;
  readonly onGo: (index: number) => void;
}

/** The list follows the sitting. */
const intoSight = (element: HTMLElement | null): void => {
  element?.scrollIntoView({ block: 'nearest' });
};

/** All questions with what was answered: to jump, and to see how far one is. */
export function QuestionList({ order, assessments, current, onGo }: QuestionListProps) {
  const { t } = useTranslation('rating');
  const format = useFormat();
  const names = useModelNames();
  return (
    <nav aria-label={t('questions')} className="max-h-[60vh] overflow-y-auto border-e border-line pe-3 max-md:hidden">
      <ol className="flex flex-col">
        {order.map((indicator, index) => {
          const rating = ratingsOf(assessments, indicator.id)[0];
          return (
            <li key={indicator.id}>
              {order[index - 1]?.theme === indicator.theme ? null : <p className="pt-2.5 pb-0.5 text-xs font-medium text-ink-3">{names.theme(indicator.theme)}</p>}
              <button
                ref={index === current ? intoSight : null}
                type="button"
                aria-current={index === current ? 'step' : undefined}
                onClick={() => {
                  onGo(index);
                }}
                className={clsx('flex min-h-7 w-full items-center gap-2 rounded-sm px-2 py-0.5 text-start text-sm hover:bg-hover', index === current && 'bg-accent-soft font-medium')}
              >
                <span className="min-w-0 flex-1">{names.indicator(indicator.id)}</span>
                <span className={rating ? 'font-semibold text-accent' : 'text-ink-3'}>
                  {rating ? format.integer(rating.rating) : <span aria-label={t('unrated')}>–</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
