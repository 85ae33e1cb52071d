import { useTranslation } from 'react-i18next';
import type { SuggestedStep } from '#shared/domain/next-steps/index.ts';

/** What to do, and why, in the words of the scoring catalogue. */
export function useStepWords(): (step: SuggestedStep) => { readonly title: string; readonly why: string } {
  const { t } = useTranslation('scoring');
  return ({ code, params }) => ({ title: t(`step.${code}.title`, params), why: t(`step.${code}.why`, params) });
}
