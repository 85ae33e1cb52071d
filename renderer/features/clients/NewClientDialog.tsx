import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useCountryOptions } from '#renderer/components/country-options.ts';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { emptyClientDraft, useClientDraft } from './client-draft.ts';

const FORM_ID = 'new-client';
/** Fewer letters are like too many names. */
const SIMILAR_FROM = 3;

interface NewClientDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** A name is enough. Esc keeps what was typed for the next time. */
export function NewClientDialog({ isOpen, onOpenChange }: NewClientDialogProps) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const draft = useClientDraft();
  const undo = useUndo();
  const create = useMutation({
    mutationFn: () =>
      api.clients.create({
        name: draft.name, code: draft.code === '' ? null : draft.code, countryCode: draft.countryCode, segment: draft.segment === '' ? null : draft.segment,
        language: null, timeZone: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
      }),
    onSuccess: async (client) => {
      useClientDraft.setState(emptyClientDraft);
      undo(t('new.created', { name: client.name }), async () => {
        await api.clients.remove({ id: client.id });
        await navigate('/clients');
      });
      await navigate(`/clients/${client.id}`);
    },
  });
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('new.title')}
      footer={
        <>
          <Button
            variant="quiet"
            onPress={() => {
              useClientDraft.setState(emptyClientDraft);
              onOpenChange(false);
            }}
          >
            {t('common:cancel')}
          </Button>
          <Button variant="primary" type="submit" form={FORM_ID} isPending={create.isPending}>
            {t('new.save')}
          </Button>
        </>
      }
    >
      <NewClientForm
        error={create.error}
        onSubmit={() => {
          if (!create.isPending) create.mutate();
        }}
      />
    </Dialog>
  );
}

function NewClientForm({ error, onSubmit }: { readonly error: unknown; readonly onSubmit: () => void }) {
  const { t } = useTranslation('clients');
  const errorWords = useErrorWords();
  const countries = useCountryOptions();
  const draft = useClientDraft();
  const [isChecked, setIsChecked] = useState(false);
  return (
    <Form
      validationBehavior="aria"
      id={FORM_ID}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (draft.name.trim() !== '') onSubmit();
      }}
    >
      <TextField
        label={t('new.name')}
        value={draft.name}
        onChange={(name) => {
          useClientDraft.setState({ name });
        }}
        error={isChecked && draft.name.trim() === '' ? t('new.nameNeeded') : null}
        isRequired
        autoFocus
        maxLength={500}
      />
      <Similar name={draft.name} />
      <ComboBox
        label={t('new.country')}
        options={countries}
        value={draft.countryCode}
        onChange={(countryCode) => {
          useClientDraft.setState({ countryCode });
        }}
      />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <TextField
          label={t('new.code')}
          value={draft.code}
          onChange={(code) => {
            useClientDraft.setState({ code });
          }}
          isLatin
          maxLength={500}
        />
        <TextField
          label={t('new.segment')}
          value={draft.segment}
          onChange={(segment) => {
            useClientDraft.setState({ segment });
          }}
          maxLength={500}
        />
      </div>
      {error ? (
        <Banner tone="danger" isLive>
          {errorWords(error)}
        </Banner>
      ) : null}
    </Form>
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
