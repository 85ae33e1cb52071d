import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { queries } from '#renderer/api.ts';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useCountryOptions } from '#renderer/components/country-options.ts';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { useLanguageOptions } from '#renderer/components/language-options.ts';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFieldProblems } from '#renderer/records/field-problems.ts';
import { useDraft } from '#renderer/components/use-draft.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';
import { useChannelOptions, useTimeZoneOptions } from './use-options.ts';

const UNSET = 'unset';

interface ClientDialogProps {
  readonly client: Client;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All that is written down about the client itself. */
export function ClientDialog({ client, isOpen, onClose }: ClientDialogProps) {
  const { t } = useTranslation('client');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('form.editTitle', { name: client.name })}>
      <ClientForm client={client} onClose={onClose} />
    </FormDialog>
  );
}

function ClientForm({ client, onClose }: Omit<ClientDialogProps, 'isOpen'>) {
  const { t } = useTranslation('client');
  const { rhythmDays: usualRhythm } = usePreferences();
  const { data: staff = [] } = useQuery(queries.settings.staff.queryOptions());
  const countries = useCountryOptions();
  const languages = useLanguageOptions(client.language);
  const timeZones = useTimeZoneOptions(client.timeZone);
  const channels = useChannelOptions();
  const save = useMutation(queries.clients.update.mutationOptions());
  const problems = useFieldProblems(save.error);
  const [isChecked, setIsChecked] = useState(false);
  const draft = useDraft(`client-${client.id}`, {
    name: client.name, code: client.code ?? '', countryCode: client.countryCode, language: client.language, timeZone: client.timeZone, segment: client.segment ?? '',
    preferredChannel: client.preferredChannel, rhythmDays: client.rhythmDays, ownerStaffId: client.ownerStaffId, notes: client.notes ?? '',
  });
  const { name, code, countryCode, language, timeZone, segment, preferredChannel, rhythmDays, ownerStaffId, notes } = draft.value;
  const isNameMissing = name.trim() === '';
  const submit = () => {
    setIsChecked(true);
    if (isNameMissing) return;
    save.mutate(
      { id: client.id, ...draft.value },
      {
        onSuccess: (saved) => {
          draft.clear();
          toast(t('form.saved', { name: saved.name }));
          onClose();
        },
      },
    );
  };
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('action.save')}
      isSaving={save.isPending}
      error={Object.keys(problems).length === 0 ? save.error : null}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t('form.name')} isRequired maxLength={500} value={name} onChange={(text) => { draft.change({ name: text }); }} error={isChecked && isNameMissing ? t('form.needsName') : problems['name']} />
        <TextField label={t('form.code')} description={t('form.codeHint')} isLatin maxLength={500} value={code} onChange={(text) => { draft.change({ code: text }); }} error={problems['code']} />
        <ComboBox label={t('form.country')} options={countries} value={countryCode} onChange={(id) => { draft.change({ countryCode: id }); }} error={problems['countryCode']} />
        <ComboBox label={t('form.timeZone')} options={timeZones} value={timeZone} onChange={(id) => { draft.change({ timeZone: id }); }} error={problems['timeZone']} />
        <ComboBox label={t('form.language')} options={languages} value={language} onChange={(id) => { draft.change({ language: id }); }} error={problems['language']} />
        <TextField label={t('form.segment')} maxLength={500} value={segment} onChange={(text) => { draft.change({ segment: text }); }} error={problems['segment']} />
        <Select
          label={t('form.preferredChannel')}
          isRequired={false}
          options={[{ id: UNSET, label: t('form.unset') }, ...channels]}
          value={preferredChannel ?? UNSET}
          onChange={(id) => {
            draft.change({ preferredChannel: id === UNSET ? null : id });
          }}
        />
        <Select
          label={t('form.owner')}
          isRequired={false}
          options={[{ id: UNSET, label: t('form.unset') }, ...staff.map((member) => ({ id: member.id, label: member.name }))]}
          value={ownerStaffId ?? UNSET}
          onChange={(id) => {
            draft.change({ ownerStaffId: id === UNSET ? null : id });
          }}
          error={problems['ownerStaffId']}
        />
        <NumberField
          label={t('form.rhythm')}
          description={t('form.rhythmHint', { days: usualRhythm })}
          isRequired={false}
          minValue={1}
          maxValue={730}
          value={rhythmDays}
          onChange={(days) => {
            draft.change({ rhythmDays: days });
          }}
          error={problems['rhythmDays']}
        />
      </div>
      <TextArea label={t('form.notes')} maxLength={20_000} value={notes} onChange={(text) => { draft.change({ notes: text }); }} error={problems['notes']} />
    </DialogForm>
  );
}
