import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactInput } from '#shared/contract/clients.ts';
import type { Client, Contact } from '#shared/contract/clients.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useLanguageOptions } from '#renderer/components/language-options.ts';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { DraftBanner } from '#renderer/components/DraftBanner.tsx';
import { useFieldProblems } from '#renderer/records/field-problems.ts';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFocusFirst } from '#renderer/components/use-focus-first.ts';

interface ContactFormProps {
  readonly client: Client;
  /** null: a new person. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

export function ContactForm({ client, contact, onClose }: ContactFormProps) {
  const { t } = useTranslation('client');
  const errorWords = useErrorWords();
  const languages = useLanguageOptions(contact?.language ?? null);
  const save = useMutation(queries.clients.saveContact.mutationOptions());
  const [unfit, setUnfit] = useState<unknown>(null);
  const problems = useFieldProblems(unfit ?? save.error);
  const [isChecked, setIsChecked] = useState(false);
  const draft = useDraft(`contact-${contact?.id ?? `of-${client.id}`}`, {
    name: contact?.name ?? '', role: contact?.role ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '', language: contact?.language ?? null,
    isPrimary: contact?.isPrimary ?? client.contacts.length === 0, notes: contact?.notes ?? '',
  });
  const { name, role, email, phone, language, isPrimary, notes } = draft.value;
  const isNameMissing = name.trim() === '';
  const submit = () => {
    setIsChecked(true);
    const fields = { name, role, email: email.trim(), phone, language, isPrimary, notes };
    const { error } = contactInput.safeParse(fields);
    setUnfit(error ?? null);
    if (error) return;
    save.mutate(
      { clientId: client.id, id: contact?.id ?? null, ...fields },
      {
        onSuccess: () => {
          draft.clear();
          onClose();
        },
      },
    );
  };
  const formRef = useFocusFirst({ onEscape: onClose, onCommit: submit });
  const hasWords = Object.keys(problems).length > 0;
  return (
    <form
      noValidate
      ref={formRef}
      aria-label={contact === null ? t('contacts.add') : t('contacts.edit', { name: contact.name })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="my-1 flex flex-col gap-3 rounded-md border border-line bg-surface p-4"
    >
      <DraftBanner isShown={draft.isRestored} onDiscard={draft.discard} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('contacts.name')} isRequired maxLength={500} value={name} onChange={(text) => { draft.change({ name: text }); }} error={isChecked && isNameMissing ? t('records:problem.required') : problems['name']} />
        <TextField label={t('contacts.role')} maxLength={500} value={role} onChange={(text) => { draft.change({ role: text }); }} error={problems['role']} />
        <TextField label={t('contacts.email')} type="email" isLatin value={email} onChange={(text) => { draft.change({ email: text }); }} error={problems['email']} />
        <TextField label={t('contacts.phone')} type="tel" isLatin maxLength={500} value={phone} onChange={(text) => { draft.change({ phone: text }); }} error={problems['phone']} />
        <ComboBox label={t('contacts.language')} options={languages} value={language} onChange={(tag) => { draft.change({ language: tag }); }} error={problems['language']} />
      </div>
      <TextArea label={t('contacts.notes')} rows={2} maxLength={20_000} value={notes} onChange={(text) => { draft.change({ notes: text }); }} />
      <Checkbox isSelected={isPrimary} onChange={(isSelected) => { draft.change({ isPrimary: isSelected }); }}>
        {t('contacts.makePrimary')}
      </Checkbox>
      {save.error && !hasWords ? (
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
