import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { DecimalField } from './DecimalField.tsx';
import type { InstrumentFieldsValue } from './instrument-fields.ts';
import { UnitField } from './UnitField.tsx';

type Ranges = InstrumentFieldsValue['ranges'];
type Range = Ranges[number];

const noRange: Range = { quantity: null, unit: '', lower: null, upper: null, resolution: null, toleranceLower: null, toleranceUpper: null };

interface RangeFieldsProps {
  readonly ranges: Ranges;
  readonly onChange: (ranges: Ranges) => void;
  /** A range without a unit cannot be kept. */
  readonly isChecked: boolean;
}

/** What an instrument measures: each range with its resolution and the error that it may show. */
export function RangeFields({ ranges, onChange, isChecked }: RangeFieldsProps) {
  const { t } = useTranslation('instruments');
  const change = (index: number, changes: Partial<Range>): void => {
    onChange(ranges.map((range, place) => (place === index ? { ...range, ...changes } : range)));
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t('range.title')}</legend>
      {ranges.map((range, index) => (
        <div
          // Ranges have no name but their place.
          key={`range-${String(index)}`}
          role="group"
          aria-label={t('range.nth', { number: index + 1 })}
          className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] items-start gap-3 rounded-md border border-line p-3"
        >
          <TextField label={t('range.quantity')} value={range.quantity ?? ''} onChange={(quantity) => { change(index, { quantity }); }} maxLength={500} />
          <UnitField label={t('range.unit')} isRequired value={range.unit} onChange={(unit) => { change(index, { unit }); }} error={isChecked && range.unit === '' ? t('unit.needed') : null} />
          <DecimalField label={t('range.lower')} value={range.lower ?? null} onChange={(lower) => { change(index, { lower }); }} />
          <DecimalField label={t('range.upper')} value={range.upper ?? null} onChange={(upper) => { change(index, { upper }); }} />
          <DecimalField label={t('range.resolution')} value={range.resolution ?? null} onChange={(resolution) => { change(index, { resolution }); }} />
          <DecimalField label={t('range.toleranceLower')} value={range.toleranceLower ?? null} onChange={(toleranceLower) => { change(index, { toleranceLower }); }} />
          <DecimalField label={t('range.toleranceUpper')} value={range.toleranceUpper ?? null} onChange={(toleranceUpper) => { change(index, { toleranceUpper }); }} />
          <div className="self-end justify-self-end">
            <IconButton label={t('range.remove', { number: index + 1 })} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => { onChange(ranges.filter((_, place) => place !== index)); }} />
          </div>
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus aria-hidden className="size-4" />} onPress={() => { onChange([...ranges, noRange]); }}>
          {t('range.add')}
        </Button>
      </div>
    </fieldset>
  );
}
