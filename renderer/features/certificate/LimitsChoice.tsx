import { useTranslation } from 'react-i18next';
import { DecimalField } from '#renderer/instruments/DecimalField.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { UnitField } from '#renderer/instruments/UnitField.tsx';
import type { LimitsFrom, TriedLimits } from './limits-on-paper.ts';

interface LimitsChoiceProps {
  readonly from: LimitsFrom;
  readonly onFrom: (from: LimitsFrom) => void;
  /** The instrument's ranges say a permissible error. */
  readonly hasTolerance: boolean;
  readonly own: TriedLimits;
  readonly onOwn: (changes: Partial<TriedLimits>) => void;
}

/** Against which limits results are judged: those of the certificate, the instrument's own tolerance, or limits tried on paper. */
export function LimitsChoice({ from, onFrom, hasTolerance, own, onOwn }: LimitsChoiceProps) {
  const { t } = useTranslation('certificates');
  const sources: readonly LimitsFrom[] = hasTolerance ? ['stated', 'instrument', 'own'] : ['stated', 'own'];
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup label={t('compare.limits')} look="segments" options={sources.map((id) => ({ id, label: t(`compare.limitsFrom.${id}`) }))} value={from} onChange={onFrom} />
      {from === 'own' ? (
        <div className="flex flex-wrap items-start gap-4">
          <div className="w-44"><DecimalField label={t('compare.lower')} value={own.lower} onChange={(lower) => { onOwn({ lower }); }} /></div>
          <div className="w-44"><DecimalField label={t('compare.upper')} value={own.upper} onChange={(upper) => { onOwn({ upper }); }} /></div>
          <div className="w-32"><UnitField label={t('compare.unit')} isRequired value={own.unit} onChange={(unit) => { onOwn({ unit }); }} /></div>
        </div>
      ) : null}
    </div>
  );
}
