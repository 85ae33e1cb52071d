import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepState } from './use-keeping.ts';

const CODES: ReadonlySet<string> = new Set(['taken', 'before-start', 'calibrated-by-itself', 'not-a-standard', 'named-twice', 'not-of-instrument']);

const none: Readonly<Record<string, string>> = {};

/** Words by field, from what keeps the draft from being kept. */
export function useFieldProblemWords(state: KeepState): Readonly<Record<string, string>> {
  const { t } = useTranslation('certificates');
  return useMemo(() => {
    if (state.kind === 'not-yet') return Object.fromEntries(state.fields.map((field) => [field, t('problem.needed')]));
    if (state.kind !== 'refused') return none;
    return Object.fromEntries(state.problems.map(({ field, code }) => [field.replace(/^document\./u, ''), t(`problem.${CODES.has(code) ? code : 'other'}`)]));
  }, [state, t]);
}
