import { useTranslation } from 'react-i18next';
import { documentLanguages } from '#shared/i18n/locale.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { Anchor } from './Anchor.tsx';
import { fieldGrid, orNull } from './section-props.ts';
import type { SectionProps } from './section-props.ts';

interface WhoSectionProps extends SectionProps {
  readonly isOwnLaboratory: boolean;
  readonly onOwnLaboratory: (isOwn: boolean) => void;
}

/** Number and title, the laboratory, and for whom. */
export function WhoSection({ document, onChange, problems, isOwnLaboratory, onOwnLaboratory }: WhoSectionProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const { laboratory, customer } = document;
  const { accreditation } = laboratory;
  const setLaboratory = (changes: Partial<typeof laboratory>): void => { onChange({ laboratory: { ...laboratory, ...changes } }); };
  const setCustomer = (changes: Partial<typeof customer>): void => { onChange({ customer: { ...customer, ...changes } }); };
  const known = documentLanguages.find((language) => language === document.language.split('-')[0]);
  const languages = [
    ...documentLanguages.map((id) => ({ id, label: format.languageName(id) })),
    ...(known === undefined ? [{ id: document.language, label: format.languageName(document.language) }] : []),
  ];
  return (
    <Section title={t('section.who')}>
      <div className="flex flex-col gap-4">
        <div className={fieldGrid}>
          <Anchor field="number">
            <TextField label={t('field.number')} isRequired isLatin value={document.number} maxLength={200} error={problems['number'] ?? null} onChange={(number) => { onChange({ number }); }} />
          </Anchor>
          <Anchor field="title">
            <TextField label={t('field.title')} isRequired value={document.title ?? ''} maxLength={500} onChange={(title) => { onChange({ title: orNull(title) }); }} />
          </Anchor>
          <Select label={t('field.language')} description={t('field.languageHow')} options={languages} value={known ?? document.language} onChange={(language) => { onChange({ language }); }} />
        </div>
        <RadioGroup
          label={t('field.whoCalibrated')}
          look="segments"
          options={[{ id: 'own', label: t('lab.own') }, { id: 'other', label: t('lab.other') }]}
          value={isOwnLaboratory ? 'own' : 'other'}
          onChange={(choice) => { onOwnLaboratory(choice === 'own'); }}
        />
        <div className={fieldGrid}>
          <Anchor field="laboratory.name">
            <TextField label={t('field.laboratory')} isRequired value={laboratory.name} maxLength={500} error={problems['laboratory.name'] ?? null} onChange={(name) => { setLaboratory({ name }); }} />
          </Anchor>
          <Anchor field="laboratory.address">
            <TextField label={t('field.address')} isRequired={isOwnLaboratory} value={laboratory.address ?? ''} maxLength={1000} onChange={(address) => { setLaboratory({ address: orNull(address) }); }} />
          </Anchor>
          <TextField label={t('field.contact')} value={laboratory.contact ?? ''} maxLength={1000} onChange={(contact) => { setLaboratory({ contact: orNull(contact) }); }} />
        </div>
        <Checkbox isSelected={accreditation !== null} onChange={(isAccredited) => { setLaboratory({ accreditation: isAccredited ? { body: '', number: '', scope: null } : null }); }}>
          {t('field.accredited')}
        </Checkbox>
        {accreditation === null ? null : (
          <div className={fieldGrid}>
            <Anchor field="laboratory.accreditation.body">
              <TextField label={t('field.accreditationBody')} isRequired value={accreditation.body} maxLength={500} error={problems['laboratory.accreditation.body'] ?? null} onChange={(body) => { setLaboratory({ accreditation: { ...accreditation, body } }); }} />
            </Anchor>
            <Anchor field="laboratory.accreditation.number">
              <TextField label={t('field.accreditationNumber')} isRequired isLatin value={accreditation.number} maxLength={200} error={problems['laboratory.accreditation.number'] ?? null} onChange={(number) => { setLaboratory({ accreditation: { ...accreditation, number } }); }} />
            </Anchor>
            <TextField label={t('field.accreditationScope')} value={accreditation.scope ?? ''} maxLength={1000} onChange={(scope) => { setLaboratory({ accreditation: { ...accreditation, scope: orNull(scope) } }); }} />
          </div>
        )}
        <div className={fieldGrid}>
          <Anchor field="customer.name">
            <TextField label={t('field.customer')} isRequired value={customer.name} maxLength={500} error={problems['customer.name'] ?? null} onChange={(name) => { setCustomer({ name }); }} />
          </Anchor>
          <TextField label={t('field.customerAddress')} value={customer.address ?? ''} maxLength={1000} onChange={(address) => { setCustomer({ address: orNull(address) }); }} />
          <Anchor field="customer.contact">
            <TextField label={t('field.customerContact')} description={t('field.customerContactHow')} value={customer.contact ?? ''} maxLength={1000} onChange={(contact) => { setCustomer({ contact: orNull(contact) }); }} />
          </Anchor>
        </div>
      </div>
    </Section>
  );
}
