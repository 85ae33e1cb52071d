import { useTranslation } from 'react-i18next';
import { dimensions, isThemeId, themeById } from '#shared/domain/model/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';

interface ThemeCoverageProps {
  readonly themeIds: readonly string[];
  /** Share 0–1 of each theme, over all clients of the filter. */
  readonly means: readonly number[];
}

/** How much is known of each theme, over all clients: the fourteen with their numbers, under their dimensions. */
export function ThemeCoverage({ themeIds, means }: ThemeCoverageProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const names = useModelNames();
  const known = themeIds.flatMap((id, index) => (isThemeId(id) ? [{ theme: themeById(id), mean: means[index] ?? 0 }] : []));
  return (
    <div role="group" aria-label={t('coverage.means')} className="grid grid-cols-5 gap-x-6 gap-y-4 max-xl:grid-cols-3 max-md:grid-cols-1">
      {dimensions.map(({ id }) => (
        <div key={id}>
          <h3 className="mb-1 text-sm font-semibold">{t(`common:dimension.${id}`)}</h3>
          <ul className="flex flex-col gap-1.5">
            {known
              .filter(({ theme }) => theme.dimension === id)
              .map(({ theme, mean }) => (
                <li key={theme.id} className="text-sm">
                  <span className="flex items-baseline justify-between gap-2">
                    <span>
                      <span className="text-ink-3">{format.integer(theme.number)}.</span> {names.theme(theme.id)}
                    </span>
                    <span className="tabular-nums">{format.percent(mean)}</span>
                  </span>
                  <span aria-hidden className="mt-0.5 block h-1.5 bg-sunken shadow-[inset_0_0_0_1px_var(--line)]">
                    <span className="block h-full bg-accent" style={{ width: `${mean * 100}%` }} />
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
