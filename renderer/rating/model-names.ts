import { useMemo } from 'react';
import { dimensionById, indicatorById, themeById } from '#shared/domain/model/index.ts';
import type { DimensionId, IndicatorId, ThemeId } from '#shared/domain/model/index.ts';
import { windowLanguageOf } from '#shared/i18n/locale.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

export interface ModelNames {
  readonly dimension: (id: DimensionId) => string;
  readonly theme: (id: ThemeId) => string;
  readonly indicator: (id: IndicatorId) => string;
  /** Name of a stage, 1–5. */
  readonly stage: (dimension: DimensionId) => string;
}

/** Names of the model's parts in the window's language: the model itself is the catalogue for them. */
export function useModelNames(): ModelNames {
  const language = windowLanguageOf(useFormat().choice.language);
  return useMemo(
    () => ({
      dimension: (id) => dimensionById(id)[language],
      theme: (id) => themeById(id)[language],
      indicator: (id) => indicatorById(id)[language],
      stage: (dimension) => dimensionById(dimension).stage[language],
    }),
    [language],
  );
}
