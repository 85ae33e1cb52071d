import { useMutation, useQuery } from '@tanstack/react-query';
import { Pencil, Reply, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { InteractionDialog } from './InteractionDialog.tsx';
import { useRecords } from './records-context.ts';
import { useUndo } from './use-undo.ts';

/** One interaction with what was said, and what can be done with it. */
export function InteractionView({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const errorWords = useErrorWords();
  const undo = useUndo();
  const { clientId } = useRecords();
  const list = useQuery(queries.interactions.list.queryOptions({ input: { clientId } }));
  const client = useQuery(queries.clients.get.queryOptions({ input: { id: clientId } }));
  const remove = useMutation(queries.interactions.remove.mutationOptions());
  const [dialog, setDialog] = useState<'edit' | 'answer' | null>(null);
  const error = list.error ?? client.error;
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([list.refetch(), client.refetch()])} />;
  if (!list.data || !client.data) return <LoadingBlock />;
  const interaction = list.data.find((entry) => entry.id === id);
  if (!interaction) return <EmptyState title={t('gone')} />;
  const contact = client.data.contacts.find((entry) => entry.id === interaction.contactId);
  const answered = list.data.find((entry) => entry.id === interaction.answersId);
  const isWaiting = interaction.needsAnswer && interaction.answeredAt === null;
  const answerWords = isWaiting ? t('interaction.waiting') : interaction.answeredAt === null ? t('interaction.noAnswer') : t('interaction.answered', { when: format.instant(interaction.answeredAt) });
  return (
    <div className="flex flex-col gap-5">
      <p dir="auto" className="text-lg font-semibold">
        {interaction.subject}
      </p>
      <KeyValueList
        items={[
          { key: 'channel', label: t('interaction.channel'), value: t(`channel.${interaction.channel}`) },
          { key: 'direction', label: t('interaction.direction'), value: t(`direction.${interaction.direction}`) },
          { key: 'when', label: t('interaction.when'), value: format.instant(interaction.occurredAt, 'full') },
          ...(contact ? [{ key: 'with', label: t('interaction.with'), value: <bdi>{contact.name}</bdi> }] : []),
          ...(interaction.language === null ? [] : [{ key: 'language', label: t('interaction.language'), value: format.languageName(interaction.language) }]),
          { key: 'by', label: t('interaction.by'), value: interaction.staffName ?? t('unknown') },
          ...(interaction.sentiment === null ? [] : [{ key: 'sentiment', label: t('interaction.sentiment'), value: t(`sentiment.${interaction.sentiment}`) }]),
          { key: 'answer', label: t('interaction.answer'), value: answerWords },
        ]}
      />
      {answered ? <p className="text-ink-2">{t('interaction.answers', { subject: answered.subject })}</p> : null}
      {interaction.body === null ? null : (
        <p dir="auto" className="whitespace-pre-wrap">
          {interaction.body}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {isWaiting ? (
          <Button variant="primary" icon={<Reply aria-hidden className="flip-rtl size-4" />} onPress={() => { setDialog('answer'); }}>
            {t('interaction.logAnswer')}
          </Button>
        ) : null}
        <Button icon={<Pencil aria-hidden className="size-4" />} onPress={() => { setDialog('edit'); }}>
          {t('interaction.edit')}
        </Button>
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden className="size-4" />}
          isPending={remove.isPending}
          onPress={() => {
            remove.mutate(
              { id },
              {
                onSuccess: () => {
                  onGone();
                  undo(t('interaction.removed'), () => api.interactions.restore({ id }));
                },
                onError: (failure) => {
                  toast(errorWords(failure), null, 'danger');
                },
              },
            );
          }}
        >
          {t('interaction.remove')}
        </Button>
      </div>
      <InteractionDialog
        client={client.data}
        interaction={dialog === 'edit' ? interaction : null}
        answers={dialog === 'answer' ? interaction : null}
        isOpen={dialog !== null}
        onClose={() => {
          setDialog(null);
        }}
      />
    </div>
  );
}
