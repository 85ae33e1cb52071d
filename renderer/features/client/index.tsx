import { useMutation, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { id as idSchema } from '#shared/contract/common.ts';
import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import type { Interaction, Task } from '#shared/contract/interactions.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { api, queries } from '#renderer/api.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { InteractionDialog } from '#renderer/records/InteractionDialog.tsx';
import { RecordsProvider } from '#renderer/records/RecordsProvider.tsx';
import { RelationshipDialog } from '#renderer/records/RelationshipDialog.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { useCommand } from '#renderer/state/commands.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { ClientDialog } from './ClientDialog.tsx';
import { ClientHeader } from './ClientHeader.tsx';
import type { ClientActions } from './ClientHeader.tsx';
import { ContactsTab } from './ContactsTab.tsx';
import { Figures } from './Figures.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { InstrumentsTab } from './InstrumentsTab.tsx';
import { NextActions } from './NextActions.tsx';
import { NextSteps } from './NextSteps.tsx';
import { NotesTab } from './NotesTab.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import { OrdersTab } from './OrdersTab.tsx';
import { ReadingDay } from './ReadingDay.tsx';
import { RelationshipTab } from './RelationshipTab.tsx';
import { RecentInteractions } from './RecentInteractions.tsx';
import { ScoreTab } from './ScoreTab.tsx';
import { useSingleKeyActions } from './single-keys.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { Timeline } from './Timeline.tsx';

const VIEWS = ['overview', 'timeline', 'relationship', 'contacts', 'orders', 'instruments', 'score', 'notes', 'history'] as const;
type View = (typeof VIEWS)[number];

type OpenDialog = { readonly kind: 'log'; readonly answers: Interaction | null } | { readonly kind: 'task'; readonly task: Task | null } | { readonly kind: 'record'; readonly entry: RelationshipEntry | null } | { readonly kind: 'edit' };

/** The 360° view of one client. */
export function ClientPage() {
  const { t } = useTranslation('client');
  const { id = '' } = useParams();
  const isId = idSchema.safeParse(id).success;
  const { data: client, error, refetch } = useQuery(queries.clients.get.queryOptions({ input: { id }, enabled: isId }));
  if (!isId || (error && errorKind(error) === 'NOT_FOUND')) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t('notFound.title')} actions={<LinkButton to="/clients">{t('notFound.toList')}</LinkButton>}>
        {t('notFound.body')}
      </EmptyState>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!client) return <LoadingBlock lines={10} />;
  // A key per client: what was opened or typed for one never shows for another.
  return (
    <RecordsProvider key={client.id} clientId={client.id}>
      <ClientView client={client} />
    </RecordsProvider>
  );
}

function ClientView({ client }: { readonly client: Client }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const navigate = useNavigate();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'overview';
  const show = (next: View) => {
    setParams(next === 'overview' ? {} : { view: next }, { replace: true });
  };
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = () => {
    setDialog(null);
  };
  const explain = useQuery(queries.scores.explain.queryOptions({ input: { clientId: client.id } }));
  const remove = useMutation(queries.clients.remove.mutationOptions());
  const actions: ClientActions = {
    log: () => {
      setDialog({ kind: 'log', answers: null });
    },
    addTask: () => {
      setDialog({ kind: 'task', task: null });
    },
    addRecord: () => {
      setDialog({ kind: 'record', entry: null });
    },
    edit: () => {
      setDialog({ kind: 'edit' });
    },
    report: () => void navigate(`/clients/${client.id}/report`),
    rate: () => void navigate(`/clients/${client.id}/score?rate=1`),
    survey: () => void navigate(`/clients/${client.id}/surveys`),
    bin: () => {
      remove.mutate(
        { id: client.id },
        {
          onSuccess: () => {
            void navigate('/clients');
            undo(t('binned', { name: client.name }), () => api.clients.restore({ id: client.id }), t('restored', { name: client.name }));
          },
          onError: (failure) => {
            toast(errorWords(failure), null, 'danger');
          },
        },
      );
    },
  };
  useCommand('log-interaction', actions.log);
  useCommand('print', actions.report);
  useSingleKeyActions({ l: actions.log, t: actions.addTask, a: actions.addRecord, e: actions.edit, p: actions.report, r: actions.rate });
  const asOfOn = explain.data === undefined ? null : numberToIsoDay(explain.data.score.basis.asOfDay);
  return (
    <div className="flex w-full max-w-6xl flex-col gap-5">
      <ClientHeader client={client} explanation={explain.data} actions={actions} />
      {explain.error ? <ErrorState error={explain.error} onRetry={() => void explain.refetch()} /> : null}
      {asOfOn === null || asOfOn === localToday() ? null : <ReadingDay asOfOn={asOfOn} />}
      <Tabs
        label={t('header.sections')}
        selected={view}
        onSelect={show}
        tabs={[
          {
            id: 'overview', label: t('tab.overview'),
            content: (
              <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
                <div className="flex min-w-0 flex-col gap-8">
                  <NextSteps clientId={client.id} explanation={explain.data} />
                  <NextActions clientId={client.id} explanation={explain.data} />
                  <Figures clientId={client.id} />
                </div>
                <div className="flex min-w-0 flex-col gap-8">
                  <OpenMatters
                    clientId={client.id}
                    onAnswer={(answers) => {
                      setDialog({ kind: 'log', answers });
                    }}
                    onEditTask={(task) => {
                      setDialog({ kind: 'task', task });
                    }}
                  />
                  <RecentInteractions
                    clientId={client.id}
                    onLog={actions.log}
                    onShowAll={() => {
                      show('timeline');
                    }}
                  />
                </div>
              </div>
            ),
          },
          { id: 'timeline', label: t('tab.timeline'), content: <Timeline clientId={client.id} /> },
          {
            id: 'relationship', label: t('tab.relationship'),
            content: (
              <RelationshipTab
                client={client}
                onAdd={actions.addRecord}
                onEdit={(entry) => {
                  setDialog({ kind: 'record', entry });
                }}
              />
            ),
          },
          { id: 'contacts', label: t('tab.contacts'), count: client.contacts.length === 0 ? undefined : format.integer(client.contacts.length), content: <ContactsTab client={client} /> },
          { id: 'orders', label: t('tab.orders'), content: <OrdersTab clientId={client.id} /> },
          { id: 'instruments', label: t('tab.instruments'), content: <InstrumentsTab clientId={client.id} /> },
          { id: 'score', label: t('tab.score'), content: <ScoreTab clientId={client.id} clientName={client.name} explanation={explain.data} /> },
          { id: 'notes', label: t('tab.notes'), content: <NotesTab client={client} /> },
          { id: 'history', label: t('tab.history'), content: <HistoryTab clientId={client.id} /> },
        ]}
      />
      <InteractionDialog client={client} interaction={null} answers={dialog?.kind === 'log' ? dialog.answers : null} isOpen={dialog?.kind === 'log'} onClose={close} />
      <TaskDialog client={client} task={dialog?.kind === 'task' ? dialog.task : null} isOpen={dialog?.kind === 'task'} onClose={close} />
      <RelationshipDialog client={client} entry={dialog?.kind === 'record' ? dialog.entry : null} isOpen={dialog?.kind === 'record'} onClose={close} />
      <ClientDialog client={client} isOpen={dialog?.kind === 'edit'} onClose={close} />
    </div>
  );
}
