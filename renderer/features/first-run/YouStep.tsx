import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useCountryOptions } from '#renderer/components/country-options.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LogoField } from '#renderer/components/LogoField.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useSettings } from '#renderer/state/preferences.ts';

export function YouStep({ onNext, onBack }: { readonly onNext: () => void; readonly onBack: () => void }) {
  const { t } = useTranslation('firstRun');
  const errorWords = useErrorWords();
  const countries = useCountryOptions();
  const { me, organisation, logo: savedLogo } = useSettings();
  const [name, setName] = useState(me?.name ?? '');
  const [company, setCompany] = useState(organisation?.name ?? '');
  const [countryCode, setCountryCode] = useState(organisation?.countryCode ?? null);
  const [logo, setLogo] = useState(savedLogo);
  const [isChecked, setIsChecked] = useState(false);
  const missing = (text: string): string | null => (isChecked && text.trim() === '' ? t('you.needed') : null);

  const save = useMutation({
    mutationFn: async () => {
      await api.settings.setMe({ name });
      await api.settings.setOrganisation({
        address: null, phone: null, email: null, website: null,
        ...organisation,
        name: company,
        countryCode,
      });
      await api.settings.setLogo(logo);
    },
    onSuccess: onNext,
  });

  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (name.trim() !== '' && company.trim() !== '') save.mutate();
      }}
    >
      <h2 className="text-xl font-semibold">{t('you.title')}</h2>
      <TextField label={t('you.name')} description={t('you.nameWhy')} value={name} onChange={setName} error={missing(name)} isRequired autoFocus autoComplete="name" maxLength={500} />
      <TextField
        label={t('you.company')}
        description={t('you.companyWhy')}
        value={company}
        onChange={setCompany}
        error={missing(company)}
        isRequired
        autoComplete="organization"
        maxLength={500}
      />
      <ComboBox label={t('you.country')} options={countries} value={countryCode} onChange={setCountryCode} />
      <LogoField value={logo} onChange={setLogo} />
      {save.error ? (
        <Banner tone="danger" isLive>
          {errorWords(save.error)}
        </Banner>
      ) : null}
      <div className="flex justify-between gap-2">
        <Button variant="quiet" onPress={onBack}>
          {t('common:back')}
        </Button>
        <Button variant="primary" type="submit" isPending={save.isPending}>
          {t('common:next')}
        </Button>
      </div>
    </Form>
  );
}
