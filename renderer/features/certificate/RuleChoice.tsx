import { useTranslation } from 'react-i18next';
import type { DecisionRule } from '#shared/domain/calibration/index.ts';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { DecimalField } from '#renderer/instruments/DecimalField.tsx';
import { ruleIdOf, ruleIds, ruleOf, usualFactor } from '#renderer/instruments/decision-rules.ts';

interface RuleChoiceProps {
  readonly label: string;
  readonly rule: DecisionRule | null;
  readonly onChange: (rule: DecisionRule | null) => void;
}

/** A decision rule in plain words, or none: results alone. */
export function RuleChoice({ label, rule, onChange }: RuleChoiceProps) {
  const { t } = useTranslation('certificates');
  const factor = rule?.kind === 'guard-band' ? rule.factor : usualFactor;
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={label}
        look="cards"
        options={[
          { id: 'none', label: t('rule.none'), description: t('rule.noneWords') },
          ...ruleIds.map((id) => ({ id, label: t(`instruments:rule.${id}`), description: t(`ruleWords.${id}`) })),
        ]}
        value={rule === null ? 'none' : ruleIdOf(rule)}
        onChange={(chosen) => {
          const id = ruleIds.find((known) => known === chosen);
          onChange(id === undefined ? null : ruleOf(id, factor));
        }}
      />
      {rule?.kind === 'guard-band' ? (
        <div className="w-72 max-w-full">
          <DecimalField label={t('rule.factor')} description={t('rule.factorHow')} isRequired value={rule.factor} onChange={(text) => { onChange({ ...rule, factor: text ?? usualFactor }); }} />
        </div>
      ) : null}
    </div>
  );
}
