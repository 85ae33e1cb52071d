import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { surveyScales } from '#shared/domain/survey/index.ts';
import type { surveyQuestions } from '#shared/domain/survey/index.ts';
import { dimensionOfIndicator } from '#shared/domain/model/index.ts';
import { directionOf } from '#shared/i18n/locale.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { answerOfKey } from '#renderer/survey/typed-digits.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** A press that was meant for the statement before, such as the second of a double one, does not answer this one. */
const SETTLE_MS = 250;
const isSettled = (shownAt: number): boolean => performance.now() - shownAt >= SETTLE_MS;

interface StatementProps {
  readonly question: (typeof surveyQuestions)[number];
  readonly answer: number | null;
  /** null: it cannot be said. */
  readonly onAnswer: (answer: number | null) => void;
  /** Goes on without changing what is there. */
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}

/** One statement on the whole screen: a press or the key of its number answers it and goes on. */
export function Statement({ question: { indicatorId, scale }, answer, onAnswer, onNext, onBack }: StatementProps) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  const direction = directionOf(format.choice.language);
  const { points } = surveyScales[scale];
  const headingRef = useFocusOnMount();
  const shownAtRef = useRef(Number.NEGATIVE_INFINITY);
  const press = (given: number | null): void => {
    if (isSettled(shownAtRef.current)) onAnswer(given);
  };
  const keysRef = useRef<(event: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    keysRef.current = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      const point = answerOfKey(event.key, points);
      const isOn = event.key === (direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
      const isBack = event.key === (direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft');
      if (point === null && !isOn && !isBack) return;
      event.preventDefault();
      if (point !== null) onAnswer(point === 0 ? null : point);
      else if (isOn) onNext();
      else onBack?.();
    };
  });
  useEffect(() => {
    shownAtRef.current = performance.now();
    const listen = (event: KeyboardEvent): void => {
      keysRef.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
  return (
    <div className="flex flex-col gap-8">
      <div>
        <p className="text-lg text-ink-3">{t(`section.${dimensionOfIndicator(indicatorId)}`)}</p>
        <h1 ref={headingRef} tabIndex={-1} className="min-h-[2lh] text-3xl font-semibold outline-none">
          {t(`question.${indicatorId}`)}
        </h1>
      </div>
      <div>
        <div role="group" aria-label={t('answerGroup')} className="grid auto-cols-fr gap-2 md:grid-flow-col">
          {Array.from({ length: points }, (_, index) => index + 1).map((point) => (
            <button
              key={point}
              type="button"
              aria-pressed={answer === point}
              onClick={() => {
                press(point);
              }}
              className={clsx(
                'flex min-h-14 items-center gap-3 rounded-lg border px-3 py-3 text-start text-lg md:min-h-36 md:flex-col md:text-center',
                answer === point ? 'border-accent bg-accent-soft font-semibold shadow-[inset_0_0_0_1px_var(--accent)]' : 'border-line-strong bg-raised hover:bg-hover',
              )}
            >
              <span
                aria-hidden
                className={clsx(
                  'flex size-10 shrink-0 items-center justify-center rounded-full border text-lg font-semibold',
                  answer === point ? 'border-accent bg-accent text-on-accent' : 'border-line-strong',
                )}
              >
                {format.integer(point)}
              </span>
              <span className="hyphens-auto">{t(`scale.${scale}.${point}`)}</span>
            </button>
          ))}
        </div>
        <p className="mt-2 text-sm text-ink-3 max-md:hidden">{t('keys', { points })}</p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {onBack === null ? null : <Button size="large" onPress={onBack}>{t('back')}</Button>}
        <Button
          size="large"
          variant="quiet"
          onPress={() => {
            press(null);
          }}
        >
          {t('scale.cannotSay')}
        </Button>
        <span className="flex-1" />
        {answer === null ? null : (
          <Button size="large" variant="primary" onPress={onNext}>
            {t('next')}
          </Button>
        )}
      </div>
    </div>
  );
}
