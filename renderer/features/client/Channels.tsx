import { useMutation } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { DraftBanner } from '#renderer/components/DraftBanner.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFocusFirst } from '#renderer/components/use-focus-first.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { useChannelOptions } from './use-options.ts';

type Channel = Client['channels'][number];
const NEW = 'new';
const COMPANY = 'company';

/** Where the company and its people can be reached, social networks included. */
export function Channels({ client }: { readonly client: Client }) {
  const { t } = useTranslation('client');
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => {
    setEditing(null);
  };
  return (
    <Section
      title={t('channels.title')}
      actions={
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          onPress={() => {
            setEditing(NEW);
          }}
        >
          {t('channels.add')}
        </Button>
      }
    >
      {editing === NEW ? <ChannelForm client={client} channel={null} onClose={close} /> : null}
      {client.channels.length === 0 && editing !== NEW ? (
        <p className="text-ink-2">{t('channels.empty')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {client.channels.map((channel) => (
            <li key={channel.id} className="py-2">
              {editing === channel.id ? (
                <ChannelForm client={client} channel={channel} onClose={close} />
              ) : (
                <ChannelRow
                  client={client}
                  channel={channel}
                  onEdit={() => {
                    setEditing(channel.id);
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ChannelRow({ client, channel, onEdit }: { readonly client: Client; readonly channel: Channel; readonly onEdit: () => void }) {
  const { t } = useTranslation('client');
  const undo = useUndo();
  const errorWords = useErrorWords();
  const remove = useMutation(queries.clients.removeChannel.mutationOptions());
  const kind = t(`records:channel.${channel.kind}`);
  const owner = client.contacts.find(({ id }) => id === channel.contactId);
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="text-sm text-ink-3">
          {kind}
          {owner ? (
            <>
              {' · '}
              <bdi>{owner.name}</bdi>
            </>
          ) : null}
        </p>
        <p>
          <Isolate>{channel.handle}</Isolate>
        </p>
      </div>
      <IconButton label={t('channels.edit', { kind, handle: channel.handle })} size="small" icon={<Pencil aria-hidden className="size-4" />} onPress={onEdit} />
      <IconButton
        label={t('channels.remove', { kind, handle: channel.handle })}
        size="small"
        isDisabled={remove.isPending}
        icon={<Trash2 aria-hidden className="size-4" />}
        onPress={() => {
          remove.mutate(
            { id: channel.id },
            {
              onSuccess: () => {
                undo(t('channels.removed', { kind }), () => api.clients.restoreChannel({ id: channel.id }));
              },
              onError: (error) => {
                toast(errorWords(error), null, 'danger');
              },
            },
          );
        }}
      />
    </div>
  );
}

function ChannelForm({ client, channel, onClose }: { readonly client: Client; readonly channel: Channel | null; readonly onClose: () => void }) {
  const { t } = useTranslation('client');
  const errorWords = useErrorWords();
  const kinds = useChannelOptions();
  const save = useMutation(queries.clients.saveChannel.mutationOptions());
  const [isChecked, setIsChecked] = useState(false);
  const draft = useDraft(`channel-${channel?.id ?? `of-${client.id}`}`, { kind: channel?.kind ?? 'whatsapp', handle: channel?.handle ?? '', contactId: channel?.contactId ?? null });
  const { kind, handle, contactId } = draft.value;
  const isMissing = handle.trim() === '';
  const submit = () => {
    setIsChecked(true);
    if (isMissing) return;
    save.mutate(
      { clientId: client.id, id: channel?.id ?? null, contactId, kind, handle },
      {
        onSuccess: () => {
          draft.clear();
          onClose();
        },
      },
    );
  };
  const formRef = useFocusFirst({ onEscape: onClose, onCommit: submit });
  return (
    <form
      noValidate
      ref={formRef}
      aria-label={channel === null ? t('channels.add') : t('channels.edit', { kind: t(`records:channel.${channel.kind}`), handle: channel.handle })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="my-1 flex flex-col gap-3 rounded-md border border-line bg-surface p-4"
    >
      <DraftBanner isShown={draft.isRestored} onDiscard={draft.discard} />
      <TextField label={t('channels.handle')} isRequired isLatin maxLength={500} value={handle} onChange={(text) => { draft.change({ handle: text }); }} error={isChecked && isMissing ? t('records:problem.required') : null} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select label={t('channels.kind')} options={kinds} value={kind} onChange={(id) => { draft.change({ kind: id }); }} />
        <Select
          label={t('channels.whose')}
          options={[{ id: COMPANY, label: t('channels.company') }, ...client.contacts.map(({ id, name }) => ({ id, label: name }))]}
          value={contactId ?? COMPANY}
          onChange={(id) => {
            draft.change({ contactId: id === COMPANY ? null : id });
          }}
        />
      </div>
      {save.error ? (
        <Banner tone="danger" isLive>
          {errorWords(save.error)}
        </Banner>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onPress={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
