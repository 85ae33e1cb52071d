import { useTranslation } from 'react-i18next';
import type { ScoreChange } from '#shared/domain/history/index.ts';
import { dimensions } from '#shared/domain/model/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';

interface DimensionDifferencesProps {
  readonly change: ScoreChange;
  readonly caption: string;
  readonly beforeName: string;
  readonly afterName: string;
}

const number = 'py-1 ps-3 text-end whitespace-nowrap tabular-nums';

/** The five dimensions on both sides of a change. */
export function DimensionDifferences({ change, caption, beforeName, afterName }: DimensionDifferencesProps) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const names = useModelNames();
  const read = (value: number | null) => (value === null ? <span className="text-ink-3">{t('common:score.noneShort')}</span> : format.fixed(value, 1));
  return (
    <table className="w-full max-w-2xl border-collapse text-sm">
      <caption className="pb-1 text-start font-medium text-ink-2">{caption}</caption>
      <thead className="border-b border-line text-ink-3">
        <tr>
          <th scope="col" className="pb-1 text-start font-normal">{t('common:score.axis')}</th>
          <th scope="col" className="pb-1 ps-3 text-end font-normal">{beforeName}</th>
          <th scope="col" className="pb-1 ps-3 text-end font-normal">{afterName}</th>
          <th scope="col" className="pb-1 ps-3 text-end font-normal">{t('changed.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {dimensions.map(({ id }) => {
          const { before, after, difference } = change.dimensions[id];
          const isSame = difference === null || Math.abs(difference) < 0.05;
          const tone = isSame ? 'text-ink-3' : difference > 0 ? 'font-semibold text-accent' : 'font-semibold text-danger';
          return (
            <tr key={id} className="border-b border-line/60">
              <th scope="row" className="py-1 text-start font-medium">{names.dimension(id)}</th>
              <td className={number}>{read(before)}</td>
              <td className={number}>{read(after)}</td>
              <td className={`${number} ${tone}`}>
                <bdi dir="ltr">{difference === null ? null : isSame ? format.fixed(0, 1) : difference > 0 ? `+${format.fixed(difference, 1)}` : format.fixed(difference, 1)}</bdi>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
