import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#shared/contract/scores.ts';
import { isClientsOwnWord } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { useModelNames } from './model-names.ts';
import { countingRatings, highestRating } from './ratings.ts';

/** Who rated it when, which ratings count, and the way to take one back. */
export function EarlierRatings({ indicatorId, ratings }: { readonly indicatorId: IndicatorId; readonly ratings: readonly Assessment[] }) {
  const { t } = useTranslation('rating');
  const counting = countingRatings(ratings);
  if (ratings.length === 0) return <p className="text-sm text-ink-3">{t('unrated')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {ratings.map((rating) => (
        <EarlierRating key={rating.id} indicatorId={indicatorId} rating={rating} isCounting={counting.has(rating.id)} />
      ))}
    </ul>
  );
}

function EarlierRating({ indicatorId, rating, isCounting }: { readonly indicatorId: IndicatorId; readonly rating: Assessment; readonly isCounting: boolean }) {
  const { t } = useTranslation('rating');
  const format = useFormat();
  const names = useModelNames();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const withdraw = useMutation(queries.scores.withdraw.mutationOptions());
  const when = format.instant(rating.ratedAt);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2 text-sm">
      <span className="min-w-0 flex-1 basis-52">
        <span className={isCounting ? 'font-medium' : 'text-ink-3'}>{t('earlierBy', { rating: rating.rating, max: highestRating, name: rating.raterName || t('records:unknown'), when })}</span>
        <span className="block text-ink-3">{t(`source.${rating.source}`)}</span>
        {rating.note === null ? null : (
          <span dir="auto" className="block">
            {rating.note}
          </span>
        )}
      </span>
      <Pill tone={isCounting ? 'accent' : 'neutral'}>{isCounting ? t('current') : isClientsOwnWord(indicatorId) ? t('compared') : t('superseded')}</Pill>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('withdrawOf', { rating: rating.rating, when })}
        isPending={withdraw.isPending}
        onPress={() => {
          withdraw.mutate(
            { id: rating.id },
            {
              onSuccess: () => {
                undo(t('withdrawn', { name: names.indicator(indicatorId) }), () => api.scores.reinstate({ id: rating.id }));
              },
              onError: (error) => {
                toast(errorWords(error), null, 'danger');
              },
            },
          );
        }}
      >
        {t('withdraw')}
      </Button>
    </li>
  );
}
