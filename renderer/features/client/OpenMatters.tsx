import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleCheck, ClockAlert, Reply } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Interaction, Task } from '#shared/contract/interactions.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecords } from '#renderer/records/records-context.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { NumberLink } from './Figures.tsx';

interface OpenMattersProps {
  readonly clientId: string;
  readonly onAnswer: (interaction: Interaction) => void;
  readonly onEditTask: (task: Task) => void;
}

/** What waits for somebody: overdue lines, messages without an answer, tasks. */
export function OpenMatters({ clientId, onAnswer, onEditTask }: OpenMattersProps) {
  const { t } = useTranslation('client');
  const { open } = useRecords();
  const input = { clientId };
  const late = useQuery(queries.orders.lines.queryOptions({ input: { ...input, outcomes: ['open-late'], limit: 1 } }));
  const interactions = useQuery(queries.interactions.list.queryOptions({ input }));
  const tasks = useQuery(queries.tasks.list.queryOptions({ input }));
  const error = late.error ?? interactions.error ?? tasks.error;
  if (error) {
    return (
      <Section title={t('open.title')}>
        <ErrorState error={error} onRetry={() => void Promise.all([late.refetch(), interactions.refetch(), tasks.refetch()])} />
      </Section>
    );
  }
  if (!late.data || !interactions.data || !tasks.data) {
    return (
      <Section title={t('open.title')}>
        <LoadingBlock lines={3} />
      </Section>
    );
  }
  const waiting = interactions.data.filter(({ needsAnswer, answeredAt }) => needsAnswer && answeredAt === null);
  const openTasks = tasks.data.filter(({ doneAt }) => doneAt === null);
  const isEmpty = late.data.total === 0 && waiting.length === 0 && openTasks.length === 0;
  return (
    <Section title={t('open.title')}>
      {isEmpty ? (
        <p className="flex items-center gap-2 text-ink-2">
          <CircleCheck aria-hidden className="size-4.5 text-accent" />
          {t('open.empty')}
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {late.data.total === 0 ? null : (
            <li className="flex items-start gap-2.5 py-2">
              <ClockAlert aria-hidden className="mt-1 size-4 shrink-0 text-danger" />
              <span>
                <NumberLink
                  onPress={() => {
                    open({ kind: 'lines', title: t('open.late', { count: late.data.total }), query: { clientId, outcomes: ['open-late'] } });
                  }}
                >
                  {t('open.late', { count: late.data.total })}
                </NumberLink>
                <span className="block text-sm text-ink-3">{t('open.lateHint')}</span>
              </span>
            </li>
          )}
          {waiting.map((interaction) => (
            <Waiting key={interaction.id} interaction={interaction} onAnswer={onAnswer} />
          ))}
          {openTasks.map((task) => (
            <OpenTask key={task.id} task={task} onEdit={onEditTask} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Waiting({ interaction, onAnswer }: { readonly interaction: Interaction; readonly onAnswer: (interaction: Interaction) => void }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { open } = useRecords();
  return (
    <li className="flex flex-wrap items-start gap-x-2.5 gap-y-1 py-2">
      <Reply aria-hidden className="flip-rtl mt-1 size-4 shrink-0 text-warn" />
      <span className="min-w-0 flex-1 basis-40">
        <NumberLink
          onPress={() => {
            open({ kind: 'record', ref: { kind: 'interaction', id: interaction.id }, title: t('records:interaction.title') });
          }}
        >
          <bdi>{interaction.subject}</bdi>
        </NumberLink>
        <span className="block text-sm text-ink-3">{t('open.waitingFor', { when: format.relative(interaction.occurredAt, localToday()) })}</span>
      </span>
      <Button
        size="small"
        onPress={() => {
          onAnswer(interaction);
        }}
      >
        {t('open.answer')}
      </Button>
    </li>
  );
}

function OpenTask({ task, onEdit }: { readonly task: Task; readonly onEdit: (task: Task) => void }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const setDone = useMutation(queries.tasks.setDone.mutationOptions());
  const today = localToday();
  const isOverdue = task.dueOn !== null && task.dueOn < today;
  const due = task.dueOn === null ? t('open.taskNoDue') : t(isOverdue ? 'open.taskOverdue' : 'open.taskDue', { when: `${format.day(task.dueOn)} (${format.relative(task.dueOn, today)})` });
  return (
    <li className="flex items-start gap-2 py-2">
      <Checkbox
        aria-label={t('open.finish', { title: task.title })}
        isSelected={setDone.isPending}
        isDisabled={setDone.isPending}
        onChange={() => {
          setDone.mutate(
            { id: task.id, done: true },
            {
              onSuccess: () => {
                undo(t('open.finished', { title: task.title }), () => api.tasks.setDone({ id: task.id, done: false }));
              },
              onError: (error) => {
                toast(errorWords(error), null, 'danger');
              },
            },
          );
        }}
      />
      <span className="min-w-0 pt-0.5">
        <NumberLink
          onPress={() => {
            onEdit(task);
          }}
        >
          <bdi>{task.title}</bdi>
        </NumberLink>
        <span className={isOverdue ? 'block text-sm font-medium text-danger' : 'block text-sm text-ink-3'}>{due}</span>
      </span>
    </li>
  );
}
