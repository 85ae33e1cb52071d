import { ORPCError } from '@orpc/client';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dayParams, fileProblemCodes, findingValues, planProblemValues } from '#shared/domain/importing/index.ts';
import type { FieldKey, FileProblem, PlanProblem, Problem, Warning } from '#shared/domain/importing/index.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** What is wrong and what to do about it. */
export interface Words {
  readonly message: string;
  readonly remedy: string;
}

export type Finding = { readonly sort: 'problem'; readonly finding: Problem } | { readonly sort: 'warning'; readonly finding: Warning };

export function useFieldName(): (key: FieldKey) => string {
  const { t } = useTranslation('importing');
  return useCallback((key) => t(`fields.${key}`), [t]);
}

/** Words for what stands wrong or odd in a row. */
export function useFindingWords(): (finding: Finding) => Words {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const fieldName = useFieldName();
  return useCallback(
    ({ sort, finding }) => {
      const values: Record<string, string | number> = { ...findingValues(finding, finding.field === null ? '' : fieldName(finding.field)) };
      for (const key of dayParams) {
        const day = values[key];
        if (typeof day === 'string') values[key] = format.day(day);
      }
      return sort === 'problem'
        ? { message: t(`problems.${finding.code}.message`, values), remedy: t(`problems.${finding.code}.remedy`, values) }
        : { message: t(`warnings.${finding.code}.message`, values), remedy: t(`warnings.${finding.code}.remedy`, values) };
    },
    [t, format, fieldName],
  );
}

/** Words for what keeps a mapping from being used. */
export function usePlanWords(): (problem: PlanProblem) => Words {
  const { t } = useTranslation('importing');
  const fieldName = useFieldName();
  return useCallback(
    (problem) => {
      const values = planProblemValues(problem, problem.field === null ? '' : fieldName(problem.field));
      return { message: t(`plans.${problem.code}.message`, values), remedy: t(`plans.${problem.code}.remedy`, values) };
    },
    [t, fieldName],
  );
}

function fileProblemOf(error: unknown): FileProblem | null {
  if (!(error instanceof ORPCError) || error.code !== 'FILE_REFUSED') return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('code' in data) || !('params' in data)) return null;
  const code = fileProblemCodes.find((known) => known === data.code);
  if (code === undefined || typeof data.params !== 'object' || data.params === null) return null;
  const params = Object.entries(data.params).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number');
  return { code, params: Object.fromEntries(params) };
}

/** Words for what went wrong with the file that is being imported: its own reason where there is one. */
export function useImportErrorWords(): (error: unknown) => Words {
  const { t } = useTranslation('importing');
  const errorWords = useErrorWords();
  return useCallback(
    (error) => {
      const problem = fileProblemOf(error);
      if (problem !== null) return { message: t(`files.${problem.code}.message`, problem.params), remedy: t(`files.${problem.code}.remedy`, problem.params) };
      if (errorKind(error) === 'NOT_FOUND') return { message: t('importWizard:gone.message'), remedy: t('importWizard:gone.remedy') };
      return { message: errorWords(error), remedy: '' };
    },
    [t, errorWords],
  );
}
