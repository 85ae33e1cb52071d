import { useMutation, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#shared/contract/scores.ts';
import { isClientsOwnWord } from '#shared/domain/model/index.ts';
import type { Indicator } from '#shared/domain/model/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { useModelNames } from './model-names.ts';
import { Question } from './Question.tsx';
import { QuestionList } from './QuestionList.tsx';
import { highestRating, indicatorsFor, nextUnrated, ratingsOf } from './ratings.ts';
import type { RatingStep } from './ratings.ts';

interface RatingSittingProps {
  /** null: the exporter itself. */
  readonly clientId: string | null;
  /** Where to begin; absent: with the first unanswered question. */
  readonly start?: string | undefined;
  readonly onClose: () => void;
}

/** A whole assessment, one question at a time, every answer kept at once. */
export function RatingSitting({ clientId, start, onClose }: RatingSittingProps) {
  const { data, error, refetch } = useQuery(queries.scores.assessments.queryOptions({ input: { clientId } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={6} />;
  return <Sitting clientId={clientId} assessments={data} start={start} onClose={onClose} />;
}

function Sitting({ clientId, assessments, start, onClose }: RatingSittingProps & { readonly assessments: readonly Assessment[] }) {
  const { t } = useTranslation('rating');
  const names = useModelNames();
  const errorWords = useErrorWords();
  const order = indicatorsFor(clientId === null ? 'company' : 'client');
  const [current, setCurrent] = useState<number | null>(() => {
    const asked = order.findIndex(({ id }) => id === start);
    return asked >= 0 ? asked : nextUnrated(order, assessments, 0);
  });
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState('');
  const save = useMutation(queries.scores.rate.mutationOptions());
  const rated = order.filter(({ id }) => ratingsOf(assessments, id).length > 0);
  const ratedCount = rated.length;
  const countingCount = rated.filter(({ id }) => !isClientsOwnWord(id)).length;

  const rate = (indicator: Indicator, index: number, rating: RatingStep) => {
    if (save.isPending) return;
    const note = notes[indicator.id]?.trim() ?? '';
    save.mutate(
      { clientId, ratings: [{ indicatorId: indicator.id, rating, note }] },
      {
        onSuccess: (all) => {
          setNotes(({ [indicator.id]: _kept, ...others }) => others);
          setSaid(t('saved', { name: names.indicator(indicator.id), rating, max: highestRating }));
          // The sitting goes on with what nobody has answered; in a second look, with the next question.
          const isSecondLook = ratingsOf(assessments, indicator.id).length > 0;
          setCurrent(isSecondLook ? (index + 1 < order.length ? index + 1 : null) : nextUnrated(order, [...assessments, ...all], index + 1));
        },
        onError: (error) => {
          toast(`${t('notSaved', { name: names.indicator(indicator.id) })} ${errorWords(error)}`, null, 'danger');
        },
      },
    );
  };

  const indicator = current === null ? undefined : order[current];
  return (
    <div className="grid gap-6 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <QuestionList order={order} assessments={assessments} current={current} onGo={setCurrent} />
      <div className="flex min-w-0 flex-col gap-4">
        <Progress done={ratedCount} total={order.length} />
        <p role="status" className="sr-only">
          {said}
        </p>
        {indicator === undefined || current === null ? (
          <Finished
            countingCount={countingCount}
            openCount={order.length - ratedCount}
            onAgain={() => {
              setCurrent(0);
            }}
            onClose={onClose}
          />
        ) : (
          <Question
            key={indicator.id}
            indicator={indicator}
            index={current}
            total={order.length}
            ratings={ratingsOf(assessments, indicator.id)}
            note={notes[indicator.id] ?? ''}
            isSaving={save.isPending}
            onNote={(note) => {
              setNotes({ ...notes, [indicator.id]: note });
            }}
            onRate={(rating) => {
              rate(indicator, current, rating);
            }}
            onBack={
              current === 0
                ? null
                : () => {
                    setCurrent(current - 1);
                  }
            }
            onSkip={() => {
              setCurrent(current + 1 < order.length ? current + 1 : null);
            }}
          />
        )}
      </div>
    </div>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation('rating');
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ inlineSize: `${(done / total) * 100}%` }} />
      </div>
      <span className="text-sm text-ink-2">{t('progress', { done, total })}</span>
    </div>
  );
}

function Finished({ countingCount, openCount, onAgain, onClose }: { readonly countingCount: number; readonly openCount: number; readonly onAgain: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('rating');
  return (
    <EmptyState
      icon={<Check aria-hidden />}
      title={openCount === 0 ? t('doneTitle') : t('pauseTitle')}
      actions={
        <>
          <Button onPress={onAgain}>{t('startOver')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('finish')}
          </Button>
        </>
      }
    >
      {t('doneBody', { count: countingCount })} {openCount === 0 ? null : t('doneSkipped', { count: openCount })}
    </EmptyState>
  );
}
