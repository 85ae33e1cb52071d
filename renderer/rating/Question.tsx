import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#shared/contract/scores.ts';
import { dimensionOfIndicator, isClientsOwnWord } from '#shared/domain/model/index.ts';
import type { Indicator } from '#shared/domain/model/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useSettings } from '#renderer/state/preferences.ts';
import { EarlierRatings } from './EarlierRatings.tsx';
import { useModelNames } from './model-names.ts';
import { ratingOfKey, ratingSteps } from './ratings.ts';
import type { RatingStep } from './ratings.ts';

interface QuestionProps {
  readonly indicator: Indicator;
  readonly index: number;
  readonly total: number;
  /** The latest first. */
  readonly ratings: readonly Assessment[];
  readonly note: string;
  readonly isSaving: boolean;
  readonly onNote: (note: string) => void;
  readonly onRate: (rating: RatingStep) => void;
  readonly onBack: (() => void) | null;
  readonly onSkip: () => void;
}

/** One question: 1–5 answers it, arrows walk, N takes a note. */
export function Question({ indicator, index, total, ratings, note, isSaving, onNote, onRate, onBack, onSkip }: QuestionProps) {
  const { t } = useTranslation('rating');
  const format = useFormat();
  const names = useModelNames();
  const { me } = useSettings();
  const isRtl = useLocale().direction === 'rtl';
  const headingRef = useRef<HTMLHeadingElement>(null);
  const noteRef = useRef<HTMLInputElement>(null);
  const mine = ratings.find(({ raterName }) => raterName === (me?.name ?? ''))?.rating ?? null;
  const keysRef = useRef<(event: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    keysRef.current = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, [role="grid"]')) return;
      const rating = ratingOfKey(event.key);
      const isNote = event.key.toLowerCase() === 'n' || event.code === 'KeyN';
      const isOn = event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight');
      const isBack = event.key === (isRtl ? 'ArrowRight' : 'ArrowLeft');
      if (rating === null && !isNote && !isOn && !isBack) return;
      event.preventDefault();
      if (rating !== null) onRate(rating);
      else if (isNote) noteRef.current?.focus();
      else if (isOn) onSkip();
      else onBack?.();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      keysRef.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
  // A new question is read out, and its keys work at once.
  useEffect(() => {
    headingRef.current?.focus();
  }, []);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-sm text-ink-3">
          {t('position', { index: index + 1, total })} · {names.dimension(dimensionOfIndicator(indicator.id))}
        </p>
        <h3 ref={headingRef} tabIndex={-1} className="text-lg font-semibold outline-none">
          {names.indicator(indicator.id)}
        </h3>
        <p className="mt-1 max-w-prose">{t(`assessment:${indicator.id}.question`)}</p>
        <p className="mt-1 text-sm text-ink-3">{isClientsOwnWord(indicator.id) ? t('onlyClient') : indicator.hasEvidence ? t('alsoEvidence') : t('onlyRating')}</p>
      </div>
      <div role="group" aria-label={t('rateAs')} className="flex flex-col gap-1.5">
        {ratingSteps.map((step) => (
          <button
            key={step}
            type="button"
            aria-pressed={mine === step}
            disabled={isSaving}
            onClick={() => {
              onRate(step);
            }}
            className={clsx(
              'flex min-h-10 items-center gap-3 rounded-md border px-3 py-1.5 text-start disabled:opacity-60',
              mine === step ? 'border-accent bg-accent-soft font-medium' : 'border-line-strong bg-raised hover:bg-hover',
            )}
          >
            <kbd className={clsx('flex size-7 shrink-0 items-center justify-center rounded-sm border font-sans font-semibold', mine === step ? 'border-accent bg-accent text-on-accent' : 'border-line-strong')}>
              {format.integer(step)}
            </kbd>{' '}
            <span>{t(`assessment:${indicator.id}.anchor${step}`)}</span>
          </button>
        ))}
      </div>
      <TextField label={t('note')} description={note.trim() === '' ? t('noteHint') : t('noteWaiting')} maxLength={500} value={note} onChange={onNote} inputRef={noteRef} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-3 max-md:hidden">{t('keys')}</p>
        <div className="ms-auto flex gap-2">
          {onBack === null ? null : <Button onPress={onBack}>{t('back')}</Button>}
          <Button onPress={onSkip}>{t('skip')}</Button>
        </div>
      </div>
      <section aria-label={t('earlier')}>
        <h4 className="text-sm font-semibold text-ink-2">{t('earlier')}</h4>
        <EarlierRatings indicatorId={indicator.id} ratings={ratings} />
      </section>
    </div>
  );
}
