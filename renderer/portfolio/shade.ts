/**
 * Shades of a heat map: one colour from pale to full, because a score runs in one direction (Brewer, sequential schemes). Each is the
 * accent mixed into the surface, so that both themes and paper have their own; the ink on it keeps 4.5:1.
 */
const ACCENT_PER_CENT = [5, 16, 26, 36, 46] as const;

/** Where each shade begins, 0–100. */
export const shadeSteps: readonly number[] = [0, 20, 40, 60, 80];

/** The place of a score (0–100) in `shadeSteps`. */
export const shadeOf = (score: number): number => Math.max(0, shadeSteps.findLastIndex((lower) => score >= lower));

export const shadeColour = (step: number): string => `color-mix(in srgb, var(--accent) ${ACCENT_PER_CENT[step] ?? 0}%, var(--surface))`;
