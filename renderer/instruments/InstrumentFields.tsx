import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { instrumentStatus, instrumentType, intervalStart } from '#shared/contract/instruments.ts';
import { defaultInterval } from '#shared/domain/calibration/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { ClientPicker } from './ClientPicker.tsx';
import type { InstrumentFieldsValue } from './instrument-fields.ts';
import { RangeFields } from './RangeFields.tsx';

interface InstrumentFieldsProps {
  readonly fields: InstrumentFieldsValue;
  readonly onChange: (changes: Partial<InstrumentFieldsValue>) => void;
  /** Words by field. */
  readonly problems: Readonly<Record<string, string>>;
  /** Saving was tried: what is missing is said. */
  readonly isChecked: boolean;
  /** An instrument that is there changes its client by being handed on, which keeps who had it. */
  readonly isHolderFixed?: boolean;
  /** Offers to change what the product brings along. */
  readonly onProductCalibration?: (productId: string) => void;
}

const grid = 'grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] items-start gap-4';

/** All that a person enters of an instrument but its serial number. */
export function InstrumentFields({ fields, onChange, problems, isChecked, isHolderFixed = false, onProductCalibration }: InstrumentFieldsProps) {
  const { t } = useTranslation('instruments');
  const products = useQuery(queries.instruments.products.queryOptions());
  const product = products.data?.find(({ id }) => id === fields.productId);
  const sites = useQuery(queries.instruments.sites.queryOptions({ input: { clientId: fields.clientId ?? '' }, enabled: fields.clientId !== null }));
  const knownSites = (sites.data ?? []).filter((site) => site !== fields.site).slice(0, 5);
  const type = fields.instrumentType ?? product?.instrumentType ?? null;
  const usual = product?.intervalMonths ?? defaultInterval(type ?? 'other').months;
  const text = (key: 'manufacturer' | 'model' | 'description' | 'assetNumber' | 'site', isLatin = false) => (
    <TextField
      label={t(`field.${key}`)}
      value={fields[key] ?? ''}
      onChange={(value) => { onChange({ [key]: value }); }}
      maxLength={500}
      isLatin={isLatin}
      error={problems[key] ?? null}
    />
  );
  const day = (key: 'deliveredOn' | 'firstUsedOn' | 'receivedOn') => (
    <DatePicker label={t(`field.${key}`)} value={fields[key] ?? null} onChange={(value) => { onChange({ [key]: value }); }} error={problems[key] ?? null} isRequired={false} />
  );
  return (
    <div className="flex flex-col gap-5">
      <div className={grid}>
        <ComboBox
          label={t('field.product')}
          options={(products.data ?? []).map(({ id, name, code }) => (code === null ? { id, label: name } : { id, label: name, description: code }))}
          value={fields.productId}
          onChange={(productId) => { onChange({ productId }); }}
          error={problems['productId'] ?? null}
        />
        {text('manufacturer')}
        {text('model', true)}
        {text('description')}
        <Select
          label={t('field.type')}
          isRequired={false}
          options={[{ id: 'none', label: product?.instrumentType ? t('field.typeOfProduct', { type: t(`type.${product.instrumentType}`) }) : t('field.typeNone') }, ...instrumentType.options.map((id) => ({ id, label: t(`type.${id}`) }))]}
          value={fields.instrumentType ?? 'none'}
          onChange={(id) => { onChange({ instrumentType: instrumentType.options.find((option) => option === id) ?? null }); }}
        />
        <Select
          label={t('field.status')}
          options={instrumentStatus.options.map((id) => ({ id, label: t(`status.${id}`) }))}
          value={fields.status}
          onChange={(status) => { onChange({ status }); }}
        />
      </div>
      <div className={grid}>
        {isHolderFixed ? null : <ClientPicker label={t('field.client')} value={fields.clientId} onChange={(clientId) => { onChange({ clientId }); }} error={problems['clientId'] ?? null} />}
        {isHolderFixed ? null : (
          <div className="flex flex-col gap-1">
            {text('site')}
            {knownSites.length === 0 ? null : (
              <div role="group" aria-label={t('field.sitesKnown')} className="flex flex-wrap gap-1">
                {knownSites.map((site) => (
                  <Button key={site} size="small" variant="quiet" onPress={() => { onChange({ site }); }}>
                    <bdi>{site}</bdi>
                  </Button>
                ))}
              </div>
            )}
          </div>
        )}
        {text('assetNumber', true)}
        {day('deliveredOn')}
      </div>
      <RangeFields ranges={fields.ranges} onChange={(ranges) => { onChange({ ranges }); }} isChecked={isChecked} />
      <fieldset className={grid}>
        <legend className="mb-1 text-sm font-medium">{t('field.interval')}</legend>
        <NumberField
          label={t('field.intervalMonths')}
          isRequired={false}
          minValue={1}
          maxValue={120}
          value={fields.intervalMonths}
          onChange={(intervalMonths) => { onChange({ intervalMonths }); }}
          description={fields.intervalMonths === null ? t(product?.intervalMonths === null || product === undefined ? 'field.intervalOfType' : 'field.intervalOfProduct', { count: usual }) : undefined}
          error={problems['intervalMonths'] ?? null}
        />
        <Select
          label={t('field.intervalStarts')}
          options={intervalStart.options.map((id) => ({ id, label: t(`intervalStart.${id}`) }))}
          value={fields.intervalStarts}
          onChange={(intervalStarts) => { onChange({ intervalStarts }); }}
        />
        {fields.intervalStarts === 'first-use' ? day('firstUsedOn') : null}
        {fields.intervalStarts === 'receipt' ? day('receivedOn') : null}
        <div className="col-span-full flex flex-wrap items-center gap-x-6 gap-y-1">
          <Checkbox isSelected={fields.intervalAgreed} onChange={(intervalAgreed) => { onChange({ intervalAgreed }); }}>
            {t('field.intervalAgreed')}
          </Checkbox>
          {product === undefined || onProductCalibration === undefined ? null : (
            <Button size="small" variant="quiet" icon={<SlidersHorizontal aria-hidden className="size-4" />} onPress={() => { onProductCalibration(product.id); }}>
              {t('products.change')}
            </Button>
          )}
          <Checkbox isSelected={fields.isStandard} onChange={(isStandard) => { onChange({ isStandard }); }}>
            {t('field.isStandard')}
          </Checkbox>
        </div>
      </fieldset>
      <TextArea label={t('field.notes')} value={fields.notes ?? ''} onChange={(notes) => { onChange({ notes }); }} rows={2} maxLength={20_000} />
    </div>
  );
}
