import { useTranslation } from 'react-i18next';
import { dimensionId } from '#shared/contract/clients.ts';
import type { PortfolioOverview } from '#shared/contract/portfolio.ts';
import { changeList } from '#renderer/client-filter/list-input.ts';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { Histogram } from '#renderer/portfolio/Histogram.tsx';

interface SpreadProps {
  readonly overview: PortfolioOverview;
  /** The filter's stages. */
  readonly stages: readonly number[];
}

/** How the scores lie, where the clients stand, and the mean of each dimension. */
export function Spread({ overview, stages }: SpreadProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const most = Math.max(1, ...overview.stages.map(({ count }) => count));
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('spread.distribution')} description={t('spread.scored', { scored: overview.scoredCount, total: overview.clientCount })}>
        <Histogram bins={overview.distribution} />
      </Section>
      <div className="grid grid-cols-2 gap-x-10 gap-y-8 max-lg:grid-cols-1">
        <Section title={t('spread.stages')} description={t('spread.stagesHow')}>
          <ul className="flex flex-col gap-1">
            {overview.stages.map(({ stage, count }) => {
              // A client that cannot be placed is filtered as one on no stage.
              const filtered = stage ?? 0;
              const isOn = stages.includes(filtered);
              return (
                <li key={stage ?? 'unplaced'}>
                  <button
                    type="button"
                    aria-pressed={isOn}
                    disabled={count === 0 && !isOn}
                    onClick={() => {
                      changeList({ stages: isOn ? stages.filter((other) => other !== filtered) : [...stages, filtered] });
                    }}
                    className={`grid w-full grid-cols-[minmax(0,11rem)_minmax(0,1fr)_3rem] items-center gap-3 rounded-md px-2 py-1.5 text-start enabled:hover:bg-hover ${isOn ? 'bg-accent-soft' : ''}`}
                  >
                    <span>{stage === null ? t('common:stage.unplaced') : t(`common:stage.${stage}`)}</span>
                    <span aria-hidden className="block h-3 bg-sunken shadow-[inset_0_0_0_1px_var(--line)]">
                      <span className="block h-full bg-accent" style={{ width: `${(count / most) * 100}%` }} />
                    </span>
                    <span className="text-end tabular-nums">{format.integer(count)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </Section>
        <Section title={t('spread.means')} description={t('spread.meansHow')}>
          <dl className="flex flex-col gap-2.5">
            {(['overall', ...dimensionId.options] as const).map((id) => {
              const name = id === 'overall' ? t('column.overall') : t(`common:dimension.${id}`);
              return (
                <div key={id} className="grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)] items-center gap-3">
                  <dt className={id === 'overall' ? 'font-medium' : ''}>{name}</dt>
                  <dd>
                    <ScoreBar label={name} score={overview.means[id]} lower={null} upper={null} coverage={null} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </Section>
      </div>
    </div>
  );
}
