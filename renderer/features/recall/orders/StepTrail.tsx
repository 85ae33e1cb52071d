import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { drawnSteps } from './order-steps.ts';

/** The whole way of an order: what was done on which day, what may come next, what was left out. */
export function StepTrail({ order }: { readonly order: CalibrationOrder }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return (
    <ol aria-label={t('orders.way')} className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-2 gap-y-4">
      {drawnSteps(order).map(({ step, on, state }) => (
        <li key={step} className="flex flex-col gap-1" aria-current={state === 'next' ? 'step' : undefined}>
          <span className="flex items-center gap-2">
            <span
              className={clsx(
                'flex size-6 shrink-0 items-center justify-center rounded-full border',
                state === 'done' ? 'border-accent bg-accent text-on-accent' : state === 'next' ? 'border-accent text-accent' : 'border-line-strong text-ink-3',
                state === 'ahead' && 'border-dashed',
              )}
            >
              {state === 'done' ? <Check aria-hidden className="size-3.5" strokeWidth={3} /> : state === 'left-out' ? <Minus aria-hidden className="size-3.5" /> : null}
            </span>
            <span aria-hidden className={clsx('h-px flex-1', state === 'done' ? 'bg-accent' : 'bg-line')} />
          </span>
          <span className={clsx('font-medium', state === 'ahead' || state === 'left-out' ? 'text-ink-3' : 'text-ink')}>{t(`orders.step.${step}`)}</span>
          <span className="text-sm text-ink-3">
            {on === null ? t(`orders.stepState.${state}`) : <time dateTime={on}>{format.day(on)}</time>}
          </span>
        </li>
      ))}
    </ol>
  );
}
