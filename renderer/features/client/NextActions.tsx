import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, ListPlus, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/contract/interactions.ts';
import type { NextAction, ScoreExplanation } from '#shared/contract/scores.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { usePlaybookTitle } from '#renderer/rating/playbook-words.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { useAdvice } from './use-advice.ts';

/** As many as a person takes on before looking again. */
const SHOWN = 3;
/** Days until a task is due, by its effort 1–5: what is quickly done is done soon. */
const DUE_IN_DAYS: Readonly<Record<number, number>> = { 1: 3, 2: 7, 3: 14, 4: 30, 5: 60 };
const dueInDays = (effort: number): number => DUE_IN_DAYS[effort] ?? 14;

/** Kept with a task, so that it is known what the task came from. */
const taskKey = ({ stepCode, entryId }: NextAction): string => stepCode ?? `playbook:${entryId}`;

interface NextActionsProps {
  readonly clientId: string;
  readonly explanation: ScoreExplanation | undefined;
}

/** What of the playbook would raise this client's score most for the least effort, and how to take it on. */
export function NextActions({ clientId, explanation }: NextActionsProps) {
  const { t } = useTranslation('playbook');
  const [isAll, setIsAll] = useState(false);
  const { actions, leftOutCount, error, retry } = useAdvice(clientId, explanation);
  const tasks = useQuery(queries.tasks.list.queryOptions({ input: { clientId } }));
  const openTasks = tasks.data?.filter(({ doneAt }) => doneAt === null) ?? [];
  return (
    <Section title={t('next.title')} description={t('next.explain')} actions={<LinkButton to="/playbook" variant="text">{t('next.toPlaybook')}</LinkButton>}>
      {error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : actions === undefined ? (
        <LoadingBlock lines={3} />
      ) : actions.length === 0 ? (
        <p className="text-ink-2">{explanation?.score.overall.value === null ? t('next.noScore') : leftOutCount > 0 ? t('next.allAbove') : t('next.empty')}</p>
      ) : (
        <>
          <ol className="flex flex-col divide-y divide-line">
            {actions.slice(0, isAll ? undefined : SHOWN).map((action) => (
              <Action key={action.entryId} clientId={clientId} action={action} task={openTasks.find(({ stepCode }) => stepCode === taskKey(action))} />
            ))}
          </ol>
          {actions.length > SHOWN ? (
            <Button
              size="small"
              aria-expanded={isAll}
              onPress={() => {
                setIsAll(!isAll);
              }}
            >
              {isAll ? t('next.fewer') : t('next.all', { count: actions.length })}
            </Button>
          ) : null}
        </>
      )}
    </Section>
  );
}

function Action({ clientId, action, task }: { readonly clientId: string; readonly action: NextAction; readonly task: Task | undefined }) {
  const { t } = useTranslation(['playbook', 'scoring']);
  const format = useFormat();
  const names = useModelNames();
  const title = usePlaybookTitle()(action);
  const undo = useUndo();
  const errorWords = useErrorWords();
  const save = useMutation(queries.tasks.save.mutationOptions());
  const { effort, gain, overallBefore, overallAfter, indicatorId, reason } = action;
  const dueOn = addDays(localToday(), dueInDays(effort));
  // Of one step among many the gain is often a part of a point.
  const points = format.signed(gain, gain < 1 ? 2 : 1);
  const range = overallBefore === null || overallAfter === null ? null : { before: format.fixed(overallBefore, 1), after: format.fixed(overallAfter, 1) };
  const make = () => {
    save.mutate(
      { id: null, clientId, title, dueOn, stepCode: taskKey(action) },
      {
        onSuccess: ({ id, title: kept }) => {
          undo(t('next.done', { title: kept }), () => api.tasks.remove({ id }));
        },
        onError: (error) => {
          toast(errorWords(error), null, 'danger');
        },
      },
    );
  };
  return (
    <li className="flex flex-col gap-1.5 py-3 first:pt-0">
      <p className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <bdi className="min-w-0 flex-1 basis-48 font-medium">{title}</bdi>
        <Pill tone="accent" icon={<TrendingUp aria-hidden className="flip-rtl" />}>
          <span aria-hidden>
            <bdi>{t('next.gain', { points })}</bdi>
          </span>
          <span className="sr-only">{t('next.gainSpoken', { points })}</span>
        </Pill>
        <Pill>{t(`effort.${effort}`)}</Pill>
      </p>
      <p className="text-sm text-ink-2">
        {isIndicatorId(indicatorId) ? `${names.indicator(indicatorId)}: ` : null}
        {t(`scoring:reason.${reason.code}`, reason.params)}
        {range === null || range.before === range.after ? null : ` · ${t('next.fromTo', range)}`}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {task ? (
          <span className="inline-flex items-center gap-1 text-ink-2">
            <Check aria-hidden className="size-4 text-accent" />
            {task.dueOn === null ? t('next.madeNoDue') : t('next.made', { day: format.day(task.dueOn) })}
          </span>
        ) : (
          <Button size="small" icon={<ListPlus aria-hidden className="size-4" />} isPending={save.isPending} onPress={make}>
            {t('next.make', { day: format.day(dueOn) })}
          </Button>
        )}
        <Link to={`/clients/${clientId}/score?indicator=${indicatorId}`} className="inline-flex min-h-6 items-center text-accent underline underline-offset-3">
          {t('next.toIndicator')}
        </Link>
      </div>
    </li>
  );
}
