import { useTranslation } from 'react-i18next';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { ratingSteps } from '#renderer/rating/ratings.ts';
import { indicatorsOfType } from './imagined.ts';
import type { Imagined, ImaginedOf } from './imagined.ts';

const OUTCOMES = [['good', 1], ['half', 0.5], ['bad', 0]] as const;
const MOST = 50;

interface ImaginedIndicatorProps {
  readonly row: ImaginedOf<'event'> | ImaginedOf<'rating'>;
  readonly onChange: (row: Imagined) => void;
}

/** Events of an indicator, or a rating of it. */
export function ImaginedIndicator({ row, onChange }: ImaginedIndicatorProps) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const names = useModelNames();
  return (
    <>
      <div className="min-w-56 flex-1">
        <ComboBox
          key={row.type}
          label={t('whatIf.indicator')}
          isRequired
          options={indicatorsOfType(row.type).map(({ id }) => ({ id, label: names.indicator(id) }))}
          value={row.indicatorId}
          onChange={(indicatorId) => {
            if (indicatorId !== null) onChange({ ...row, indicatorId });
          }}
        />
      </div>
      {row.type === 'event' ? (
        <>
          <RadioGroup
            label={t('whatIf.outcome')}
            look="segments"
            options={OUTCOMES.map(([id]) => ({ id, label: t(`whatIf.${id}`) }))}
            value={OUTCOMES.find(([, outcome]) => outcome === row.outcome)?.[0] ?? null}
            onChange={(id) => {
              onChange({ ...row, outcome: OUTCOMES.find(([name]) => name === id)?.[1] ?? row.outcome });
            }}
          />
          <div className="w-28">
            <NumberField
              label={t('whatIf.count')}
              minValue={1}
              maxValue={MOST}
              value={row.count}
              onChange={(count) => {
                if (count !== null) onChange({ ...row, count });
              }}
            />
          </div>
        </>
      ) : (
        <RadioGroup
          label={t('whatIf.rate')}
          look="segments"
          options={ratingSteps.map((step) => ({ id: String(step), label: format.integer(step) }))}
          value={String(row.rating)}
          onChange={(id) => {
            onChange({ ...row, rating: Number(id) });
          }}
        />
      )}
      {row.type === 'rating' ? <p className="w-full text-sm text-ink-2">{t(`assessment:${row.indicatorId}.anchor${row.rating}`)}</p> : null}
    </>
  );
}
