import { useTranslation } from 'react-i18next';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { localToday } from '#renderer/state/today.ts';
import { Anchor } from './Anchor.tsx';
import { fieldGrid, orNull } from './section-props.ts';
import type { SectionProps } from './section-props.ts';

/** What was calibrated, in which state it came, when and where. */
export function ItemSection({ document, onChange, problems }: SectionProps) {
  const { t } = useTranslation('certificates');
  const { item, performedAt } = document;
  const setItem = (changes: Partial<typeof item>): void => { onChange({ item: { ...item, ...changes } }); };
  return (
    <>
      <Section title={t('section.item')}>
        <div className="flex flex-col gap-4">
          <div className={fieldGrid}>
            <Anchor field="item.description">
              <TextField label={t('field.description')} isRequired value={item.description} maxLength={1000} error={problems['item.description'] ?? null} onChange={(description) => { setItem({ description }); }} />
            </Anchor>
            <TextField label={t('field.manufacturer')} value={item.manufacturer ?? ''} maxLength={500} onChange={(manufacturer) => { setItem({ manufacturer: orNull(manufacturer) }); }} />
            <TextField label={t('field.model')} isLatin value={item.model ?? ''} maxLength={500} onChange={(model) => { setItem({ model: orNull(model) }); }} />
            <Anchor field="item.identification">
              <TextField label={t('field.serial')} isLatin value={item.serial ?? ''} maxLength={200} onChange={(serial) => { setItem({ serial: orNull(serial) }); }} />
            </Anchor>
            <TextField label={t('field.assetNumber')} isLatin value={item.assetNumber ?? ''} maxLength={200} onChange={(assetNumber) => { setItem({ assetNumber: orNull(assetNumber) }); }} />
          </div>
          <Anchor field="item.condition">
            <TextArea label={t('field.condition')} rows={2} value={item.condition ?? ''} maxLength={2000} onChange={(condition) => { setItem({ condition: orNull(condition) }); }} />
          </Anchor>
        </div>
      </Section>
      <Section title={t('section.dates')}>
        <div className="flex flex-col gap-4">
          <div className={fieldGrid}>
            <Anchor field="receivedOn">
              <DatePicker label={t('field.receivedOn')} isRequired={false} value={document.receivedOn} maxValue={localToday()} onChange={(receivedOn) => { onChange({ receivedOn }); }} />
            </Anchor>
            <Anchor field="calibratedOn calibratedFromOn">
              <DatePicker
                label={t('field.calibratedFromOn')}
                value={document.calibratedFromOn === '' ? null : document.calibratedFromOn}
                maxValue={localToday()}
                error={problems['calibratedFromOn'] ?? null}
                onChange={(day) => {
                  // One day for most calibrations: the last follows the first while they are the same.
                  const isOneDay = document.calibratedToOn === document.calibratedFromOn || (day !== null && document.calibratedToOn < day);
                  onChange({ calibratedFromOn: day ?? '', ...(isOneDay ? { calibratedToOn: day ?? '' } : {}) });
                }}
              />
            </Anchor>
            <Anchor field="calibratedToOn">
              <DatePicker label={t('field.calibratedToOn')} value={document.calibratedToOn === '' ? null : document.calibratedToOn} maxValue={localToday()} error={problems['calibratedToOn'] ?? null} onChange={(day) => { onChange({ calibratedToOn: day ?? '' }); }} />
            </Anchor>
          </div>
          <RadioGroup
            label={t('field.performedAt')}
            look="segments"
            options={(['laboratory', 'customer', 'other'] as const).map((id) => ({ id, label: t(`place.${id}`) }))}
            value={performedAt.kind}
            onChange={(kind) => { onChange({ performedAt: { ...performedAt, kind } }); }}
          />
          {performedAt.kind === 'laboratory' && performedAt.place === null ? null : (
            <Anchor field="performedAt.place">
              <TextField label={t('field.place')} isRequired={performedAt.kind !== 'laboratory'} value={performedAt.place ?? ''} maxLength={1000} onChange={(place) => { onChange({ performedAt: { ...performedAt, place: orNull(place) } }); }} />
            </Anchor>
          )}
        </div>
      </Section>
    </>
  );
}
