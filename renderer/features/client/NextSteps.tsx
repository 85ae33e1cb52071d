import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/contract/interactions.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import type { StepUrgency, SuggestedStep } from '#shared/domain/next-steps/index.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import type { PillTone } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecords } from '#renderer/records/records-context.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { useStepWords } from '#renderer/rating/step-words.ts';
import { localToday } from '#renderer/state/today.ts';
import { NumberLink } from './Figures.tsx';
import { useAdvice } from './use-advice.ts';

/** Days until a step made into a task is due. */
const DUE_IN_DAYS: Readonly<Record<StepUrgency, number>> = { now: 1, soon: 7, plan: 30 };
/** The most pressing ones; more would be a list that nobody works off. */
const SHOWN = 5;
const TONES: Readonly<Record<StepUrgency, PillTone>> = { now: 'danger', soon: 'warn', plan: 'neutral' };

interface NextStepsProps {
  readonly clientId: string;
  readonly explanation: ScoreExplanation | undefined;
}

/** What stands open or goes wrong by the records, why, and how to take it on. */
export function NextSteps({ clientId, explanation }: NextStepsProps) {
  const { t } = useTranslation('client');
  const { steps } = useAdvice(clientId, explanation);
  const tasks = useQuery(queries.tasks.list.queryOptions({ input: { clientId } }));
  const [isAll, setIsAll] = useState(false);
  const openTasks = tasks.data?.filter(({ doneAt }) => doneAt === null) ?? [];
  return (
    <Section title={t('steps.title')} description={t('steps.explain')}>
      {steps === undefined ? (
        <LoadingBlock lines={3} />
      ) : steps.length === 0 ? (
        <p className="text-ink-2">{t('steps.empty')}</p>
      ) : (
        <>
          <ol className="flex flex-col divide-y divide-line">
            {steps.slice(0, isAll ? undefined : SHOWN).map((step) => (
              <Step key={`${step.code}-${step.dimensionId}-${step.indicatorId ?? ''}`} clientId={clientId} step={step} task={openTasks.find(({ stepCode }) => stepCode === stepKey(step))} />
            ))}
          </ol>
          {steps.length > SHOWN ? (
            <Button
              size="small"
              aria-expanded={isAll}
              onPress={() => {
                setIsAll(!isAll);
              }}
            >
              {isAll ? t('steps.fewer') : t('steps.all', { count: steps.length })}
            </Button>
          ) : null}
        </>
      )}
    </Section>
  );
}

/** One step can be suggested for several dimensions; as a task it is one for each. */
const stepKey = ({ code, dimensionId, indicatorId }: SuggestedStep): string => (indicatorId === null ? `${code}:${dimensionId}` : code);

function Step({ clientId, step, task }: { readonly clientId: string; readonly step: SuggestedStep; readonly task: Task | undefined }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const words = useStepWords()(step);
  const { open } = useRecords();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const save = useMutation(queries.tasks.save.mutationOptions());
  const dueOn = addDays(localToday(), DUE_IN_DAYS[step.urgency]);
  const make = () => {
    save.mutate(
      { id: null, clientId, title: words.title, dueOn, stepCode: stepKey(step) },
      {
        onSuccess: ({ id, title }) => {
          undo(t('steps.done', { title }), () => api.tasks.remove({ id }));
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
        <span className="min-w-0 flex-1 basis-48 font-medium">{words.title}</span>
        <Pill tone={TONES[step.urgency]}>{t(`steps.urgency.${step.urgency}`)}</Pill>
      </p>
      <p className="text-sm text-ink-2">{words.why}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {task ? (
          <span className="inline-flex items-center gap-1 text-ink-2">
            <Check aria-hidden className="size-4 text-accent" />
            {task.dueOn === null ? t('steps.madeNoDue') : t('steps.made', { day: format.day(task.dueOn) })}
          </span>
        ) : step.code === 'finish-overdue-tasks' ? null : (
          <Button size="small" icon={<ListPlus aria-hidden className="size-4" />} isPending={save.isPending} onPress={make}>
            {t('steps.make', { day: format.day(dueOn) })}
          </Button>
        )}
        {step.sources.length === 0 ? null : (
          <NumberLink
            onPress={() => {
              open({ kind: 'records', title: words.title, refs: step.sources });
            }}
          >
            {t('steps.sources', { count: step.sources.length })}
          </NumberLink>
        )}
        {step.indicatorId === null ? null : (
          <Link to={`/clients/${clientId}/score?indicator=${step.indicatorId}`} className="inline-flex min-h-6 items-center text-accent underline underline-offset-3">
            {t('steps.toIndicator')}
          </Link>
        )}
      </div>
    </li>
  );
}
