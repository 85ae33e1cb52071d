import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { ratingSteps } from '#renderer/rating/ratings.ts';
import { indicatorsOfType } from './imagined.ts';
import type { Imagined } from './imagined.ts';

const OUTCOMES = [['good', 1], ['half', 0.5], ['bad', 0]] as const;
const MOST = 50;

interface ImaginedRowProps {
  readonly row: Imagined;
  readonly onChange: (row: Imagined) => void;
  readonly onRemove: () => void;
}

/** One imagined event or rating; the score follows each choice at once. */
export function ImaginedRow({ row, onChange, onRemove }: ImaginedRowProps) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const names = useModelNames();
  const options = indicatorsOfType(row.type).map(({ id }) => ({ id, label: names.indicator(id) }));
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-3 py-3 first:pt-0">
      <RadioGroup
        label={t('whatIf.kind')}
        look="segments"
        options={[{ id: 'event', label: t('whatIf.event') }, { id: 'rating', label: t('whatIf.rating') }]}
        value={row.type}
        onChange={(type) => {
          const known = indicatorsOfType(type);
          const first = known[0];
          onChange({ ...row, type, indicatorId: known.some(({ id }) => id === row.indicatorId) || first === undefined ? row.indicatorId : first.id });
        }}
      />
      <div className="min-w-56 flex-1">
        <ComboBox
          key={row.type}
          label={t('whatIf.indicator')}
          isRequired
          options={options}
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
      <IconButton label={t('whatIf.remove', { indicator: names.indicator(row.indicatorId) })} icon={<Trash2 aria-hidden className="size-4" />} onPress={onRemove} />
      {row.type === 'rating' ? <p className="w-full text-sm text-ink-2">{t(`assessment:${row.indicatorId}.anchor${row.rating}`)}</p> : null}
    </li>
  );
}
