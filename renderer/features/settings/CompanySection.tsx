import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useCountryOptions } from '#renderer/components/country-options.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LogoField } from '#renderer/components/LogoField.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useSettings } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';

const NOBODY: Organisation = { name: '', countryCode: null, address: null, phone: null, email: null, website: null };

/** The letterhead, and the name that stands beside what is entered here. */
export function CompanySection() {
  const { t } = useTranslation('settings');
  const errorWords = useErrorWords();
  const countries = useCountryOptions();
  const { me, organisation, logo } = useSettings();
  const [changes, setChanges] = useState<Partial<Organisation>>({});
  const [myName, setMyName] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const company: Organisation = { ...(organisation ?? NOBODY), ...changes };
  const name = myName ?? me?.name ?? '';
  const needed = (text: string): string | null => (isChecked && text.trim() === '' ? t('company.needed') : null);
  const change = (key: 'address' | 'phone' | 'email' | 'website') => (text: string) => {
    setChanges({ ...changes, [key]: text === '' ? null : text });
  };
  const isChanged = Object.keys(changes).length > 0 || myName !== null;

  const save = useMutation({
    mutationFn: async () => {
      if (myName !== null) await api.settings.setMe({ name });
      await api.settings.setOrganisation(company);
    },
    onSuccess: () => {
      setChanges({});
      setMyName(null);
      toast(t('company.saved'));
    },
  });
  const saveLogo = useMutation({ mutationFn: (next: Logo | null) => api.settings.setLogo(next) });
  const error = save.error ?? saveLogo.error;

  return (
    <Section title={t('company.title')} description={t('company.why')}>
      <Form
        validationBehavior="aria"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (name.trim() !== '' && company.name.trim() !== '') save.mutate();
        }}
      >
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <TextField label={t('company.me')} value={name} onChange={setMyName} error={needed(name)} isRequired maxLength={500} />
          <TextField
            label={t('company.name')}
            value={company.name}
            onChange={(text) => {
              setChanges({ ...changes, name: text });
            }}
            error={needed(company.name)}
            isRequired
            maxLength={500}
          />
          <ComboBox
            label={t('company.country')}
            options={countries}
            value={company.countryCode}
            onChange={(countryCode) => {
              setChanges({ ...changes, countryCode });
            }}
          />
          <TextField label={t('company.phone')} type="tel" isLatin value={company.phone ?? ''} onChange={change('phone')} maxLength={500} />
          <TextField label={t('company.email')} type="email" isLatin value={company.email ?? ''} onChange={change('email')} maxLength={500} />
          <TextField label={t('company.website')} type="url" isLatin value={company.website ?? ''} onChange={change('website')} maxLength={500} />
        </div>
        <TextArea label={t('company.address')} rows={2} value={company.address ?? ''} onChange={change('address')} maxLength={500} />
        {organisation === null ? null : (
          <LogoField
            value={logo}
            onChange={(next) => {
              saveLogo.mutate(next);
            }}
          />
        )}
        {error ? (
          <Banner tone="danger" isLive>
            {errorWords(error)}
          </Banner>
        ) : null}
        <div className="flex gap-2">
          <Button variant="primary" type="submit" isPending={save.isPending} isDisabled={!isChanged}>
            {t('common:save')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
