import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useCountryOptions } from '#renderer/components/country-options.ts';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';

/** Fewer letters are like too many names. */
const SIMILAR_FROM = 3;

interface NewClientDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** A name is enough. */
export function NewClientDialog({ isOpen, onOpenChange }: NewClientDialogProps) {
  const { t } = useTranslation('clients');
  const close = () => {
    onOpenChange(false);
  };
  return (
    <FormDialog isOpen={isOpen} onClose={close} title={t('new.title')}>
      <NewClientForm onClose={close} />
    </FormDialog>
  );
}

interface NewClient {
  readonly name: string;
  readonly code: string;
  readonly countryCode: string | null;
  readonly segment: string;
}

const EMPTY: NewClient = { name: '', code: '', countryCode: null, segment: '' };

function NewClientForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const undo = useUndo();
  const countries = useCountryOptions();
  const draft = useDraft('new-client', EMPTY);
  const [isChecked, setIsChecked] = useState(false);
  const { name, code, countryCode, segment } = draft.value;
  const isNameMissing = name.trim() === '';
  const create = useMutation({
    mutationFn: () =>
      api.clients.create({
        name, code: code === '' ? null : code, countryCode, segment: segment === '' ? null : segment,
        language: null, timeZone: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
      }),
    onSuccess: async (client) => {
      draft.clear();
      undo(t('new.created', { name: client.name }), async () => {
        await api.clients.remove({ id: client.id });
        await navigate('/clients');
      });
      await navigate(`/clients/${client.id}`);
    },
  });
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('new.save')}
      isSaving={create.isPending}
      error={create.error}
      onSubmit={() => {
        setIsChecked(true);
        if (!isNameMissing) create.mutate();
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <TextField label={t('new.name')} value={name} onChange={(text) => { draft.change({ name: text }); }} error={isChecked && isNameMissing ? t('new.nameNeeded') : null} isRequired maxLength={500} />
      <Similar name={name} />
      <ComboBox label={t('new.country')} options={countries} value={countryCode} onChange={(id) => { draft.change({ countryCode: id }); }} />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <TextField label={t('new.code')} value={code} onChange={(text) => { draft.change({ code: text }); }} isLatin maxLength={500} />
        <TextField label={t('new.segment')} value={segment} onChange={(text) => { draft.change({ segment: text }); }} maxLength={500} />
      </div>
    </DialogForm>
  );
}

/** Who is here already under a name like this one: nobody is entered twice unseen. */
function Similar({ name }: { readonly name: string }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const asked = useDeferredValue(name.trim());
  const similar = useQuery(queries.clients.similar.queryOptions({ input: { name: asked }, enabled: asked.length >= SIMILAR_FROM, placeholderData: (previous) => previous }));
  const found = asked.length >= SIMILAR_FROM ? (similar.data ?? []) : [];
  return (
    <div role="status" className="empty:-mt-4">
      {found.length === 0 ? null : (
        <Banner tone="warn" title={t('new.similar', { count: found.length })}>
          <ul>
            {found.map(({ id, name: known, countryCode }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-2">
                <LinkButton to={`/clients/${id}`} variant="text">
                  <bdi>{known}</bdi>
                </LinkButton>
                <span className="text-sm text-ink-2">{countryCode === null ? '' : format.country(countryCode)}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
