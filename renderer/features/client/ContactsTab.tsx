import { useMutation } from '@tanstack/react-query';
import { Pencil, Plus, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client, Contact } from '#shared/contract/clients.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { Channels } from './Channels.tsx';
import { ContactForm } from './ContactForm.tsx';

const NEW = 'new';

/** The people there, and the ways to reach them. */
export function ContactsTab({ client }: { readonly client: Client }) {
  const { t } = useTranslation('client');
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => {
    setEditing(null);
  };
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Section
        title={t('contacts.title')}
        actions={
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-4" />}
            onPress={() => {
              setEditing(NEW);
            }}
          >
            {t('contacts.add')}
          </Button>
        }
      >
        {editing === NEW ? <ContactForm client={client} contact={null} onClose={close} /> : null}
        {client.contacts.length === 0 && editing !== NEW ? (
          <EmptyState icon={<UserRound aria-hidden />} title={t('contacts.empty')}>
            {t('contacts.emptyBody')}
          </EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {client.contacts
              .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
              .map((contact) => (
                <li key={contact.id} className="py-3">
                  {editing === contact.id ? (
                    <ContactForm client={client} contact={contact} onClose={close} />
                  ) : (
                    <ContactCard
                      contact={contact}
                      onEdit={() => {
                        setEditing(contact.id);
                      }}
                    />
                  )}
                </li>
              ))}
          </ul>
        )}
      </Section>
      <Channels client={client} />
    </div>
  );
}

function ContactCard({ contact, onEdit }: { readonly contact: Contact; readonly onEdit: () => void }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const remove = useMutation(queries.clients.removeContact.mutationOptions());
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <bdi className="font-medium">{contact.name}</bdi>
          {contact.isPrimary ? <Pill tone="accent">{t('contacts.primary')}</Pill> : null}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-2">
          {contact.role === null ? null : <bdi>{contact.role}</bdi>}
          {contact.email === null ? null : <Isolate>{contact.email}</Isolate>}
          {contact.phone === null ? null : <Isolate>{contact.phone}</Isolate>}
          {contact.language === null ? null : <span>{format.languageName(contact.language)}</span>}
        </p>
        {contact.notes === null ? null : (
          <p dir="auto" className="mt-1 text-sm whitespace-pre-wrap">
            {contact.notes}
          </p>
        )}
      </div>
      <IconButton label={t('contacts.edit', { name: contact.name })} size="small" icon={<Pencil aria-hidden className="size-4" />} onPress={onEdit} />
      <IconButton
        label={t('contacts.remove', { name: contact.name })}
        size="small"
        isDisabled={remove.isPending}
        icon={<Trash2 aria-hidden className="size-4" />}
        onPress={() => {
          remove.mutate(
            { id: contact.id },
            {
              onSuccess: () => {
                undo(t('contacts.removed', { name: contact.name }), () => api.clients.restoreContact({ id: contact.id }));
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
