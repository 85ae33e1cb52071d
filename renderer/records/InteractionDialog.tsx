import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { interactionInput } from '#shared/contract/interactions.ts';
import type { Interaction } from '#shared/contract/interactions.ts';
import { queries } from '#renderer/api.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { useLanguageOptions } from '#renderer/components/language-options.ts';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { dayOfInstant, instantOf, readTime, timeOfInstant } from './days.ts';
import { likelyLanguage } from './spoken-language.ts';

const channels = interactionInput.shape.channel.options;
const NOBODY = 'nobody';
const NOTHING = 'nothing';
const UNSAID = 'unsaid';
const MINUTE_MS = 60_000;

interface InteractionDialogProps {
  readonly client: Client;
  /** The one to edit; null: a new one. */
  readonly interaction: Interaction | null;
  /** The message that a new one answers. */
  readonly answers?: Interaction | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface InteractionDraft {
  readonly channel: Interaction['channel'];
  readonly direction: Interaction['direction'];
  readonly subject: string;
  readonly day: string;
  readonly time: string;
  readonly contactId: string | null;
  readonly sentiment: Interaction['sentiment'];
  readonly body: string;
  readonly needsAnswer: boolean;
  readonly answersId: string | null;
  /** undefined: nobody has touched it, and what is likely is proposed. */
  readonly language: string | null | undefined;
}

const isDirection = (id: string): id is Interaction['direction'] => id === 'inbound' || id === 'outbound' || id === 'meeting';

function initialDraft({ client, interaction, answers }: Pick<InteractionDialogProps, 'client' | 'interaction' | 'answers'>): InteractionDraft {
  if (interaction) {
    const { channel, direction, subject, occurredAt, contactId, sentiment, body, needsAnswer, answersId, language } = interaction;
    return { channel, direction, subject, day: dayOfInstant(occurredAt), time: timeOfInstant(occurredAt), contactId, sentiment, body: body ?? '', needsAnswer, answersId, language };
  }
  return {
    channel: answers?.channel ?? client.preferredChannel ?? 'email',
    direction: 'outbound',
    subject: '',
    day: localToday(),
    time: timeOfInstant(new Date().toISOString()),
    contactId: answers?.contactId ?? client.contacts.find(({ isPrimary }) => isPrimary)?.id ?? null,
    sentiment: null,
    body: '',
    needsAnswer: false,
    answersId: answers?.id ?? null,
    language: undefined,
  };
}

/** Logging a call, message or visit: what about and by which way is enough; the rest is there for who wants it. */
export function InteractionDialog(props: InteractionDialogProps) {
  const { t } = useTranslation('records');
  const { client, interaction, isOpen, onClose } = props;
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={interaction ? t('interactionForm.editTitle') : t('interactionForm.newTitle', { name: client.name })}>
      <InteractionForm {...props} />
    </FormDialog>
  );
}

function InteractionForm({ client, interaction, answers = null, onClose }: InteractionDialogProps) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { data: earlier } = useQuery(queries.interactions.list.queryOptions({ input: { clientId: client.id } }));
  const [opened] = useState(() => initialDraft({ client, interaction, answers }));
  const draft = useDraft(interaction ? `interaction-${interaction.id}` : `interaction-of-${client.id}-${answers?.id ?? 'new'}`, opened);
  const [isChecked, setIsChecked] = useState(false);
  const [isFuture, setIsFuture] = useState(false);
  const save = useMutation(queries.interactions.save.mutationOptions());
  const { channel, direction, subject, day, time, contactId, sentiment, body, needsAnswer, answersId } = draft.value;
  const language = draft.value.language === undefined ? likelyLanguage({ client, contactId, answers, earlier: earlier ?? [] }) : draft.value.language;
  const languages = useLanguageOptions(language);
  const at = readTime(time);
  const occurredAt = at === null || day === '' ? null : instantOf(day, at);
  const isSubjectMissing = subject.trim() === '';
  const answerable = (earlier ?? []).filter((entry) => entry.direction === 'inbound' && entry.id !== interaction?.id && ((entry.needsAnswer && entry.answeredAt === null) || entry.id === answersId));

  const submit = () => {
    const liesAhead = occurredAt !== null && Date.parse(occurredAt) > Date.now() + MINUTE_MS;
    setIsChecked(true);
    setIsFuture(liesAhead);
    if (isSubjectMissing || occurredAt === null || liesAhead) return;
    save.mutate(
      {
        id: interaction?.id ?? null, clientId: client.id, contactId, channel, direction, occurredAt, subject, body, sentiment,
        answersId: direction === 'inbound' ? null : answersId, needsAnswer: direction === 'inbound' && needsAnswer, language,
      },
      {
        onSuccess: () => {
          draft.clear();
          toast(interaction ? t('interactionForm.updated') : t('interactionForm.saved', { subject: subject.trim() }));
          onClose();
        },
      },
    );
  };
  return (
    <DialogForm
      draft={draft}
      saveLabel={interaction ? t('save') : t('interactionForm.save')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <TextField label={t('interactionForm.subject')} isRequired maxLength={500} value={subject} onChange={(text) => { draft.change({ subject: text }); }} error={isChecked && isSubjectMissing ? t('interactionForm.needsSubject') : null} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t('interactionForm.channel')} options={channels.map((id) => ({ id, label: t(`channel.${id}`) }))} value={channel} onChange={(id) => { draft.change({ channel: id }); }} />
        <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-3">
          <DatePicker label={t('interactionForm.when')} value={day === '' ? null : day} maxValue={localToday()} onChange={(on) => { draft.change({ day: on ?? '' }); }} error={isChecked && isFuture ? t('interactionForm.future') : null} />
          <TextField label={t('interactionForm.time')} isRequired isLatin value={time} onChange={(text) => { draft.change({ time: text }); }} error={isChecked && at === null ? t('interactionForm.badTime') : null} />
        </div>
      </div>
      <RadioGroup
        label={t('interactionForm.direction')}
        look="segments"
        options={(['outbound', 'inbound', 'meeting'] as const).map((id) => ({ id, label: t(`direction.${id}`) }))}
        value={direction}
        onChange={(id) => {
          if (isDirection(id)) draft.change({ direction: id });
        }}
      />
      {direction === 'inbound' ? (
        <Checkbox isSelected={needsAnswer} onChange={(isSelected) => { draft.change({ needsAnswer: isSelected }); }}>
          {t('interactionForm.needsAnswer')}
        </Checkbox>
      ) : answerable.length > 0 ? (
        <Select
          label={t('interactionForm.answers')}
          options={[{ id: NOTHING, label: t('interactionForm.answersNone') }, ...answerable.map((entry) => ({ id: entry.id, label: entry.subject, description: format.instant(entry.occurredAt) }))]}
          value={answersId ?? NOTHING}
          onChange={(id) => {
            draft.change({ answersId: id === NOTHING ? null : id });
          }}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t('interactionForm.contact')}
          options={[{ id: NOBODY, label: t('interactionForm.anyone') }, ...client.contacts.map((entry) => ({ id: entry.id, label: entry.name, ...(entry.role === null ? {} : { description: entry.role }) }))]}
          value={contactId ?? NOBODY}
          onChange={(id) => {
            draft.change({ contactId: id === NOBODY ? null : id });
          }}
        />
        <ComboBox label={t('interactionForm.language')} options={languages} value={language} onChange={(id) => { draft.change({ language: id }); }} />
        <Select
          label={t('interactionForm.sentiment')}
          options={[{ id: UNSAID, label: t('interactionForm.noSentiment') }, ...(['good', 'neutral', 'bad'] as const).map((id) => ({ id, label: t(`sentiment.${id}`) }))]}
          value={sentiment ?? UNSAID}
          onChange={(id) => {
            draft.change({ sentiment: id === 'good' || id === 'neutral' || id === 'bad' ? id : null });
          }}
        />
      </div>
      <TextArea label={t('interactionForm.body')} rows={3} maxLength={20_000} value={body} onChange={(text) => { draft.change({ body: text }); }} />
    </DialogForm>
  );
}
