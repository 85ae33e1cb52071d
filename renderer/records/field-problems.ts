import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const issues = z.object({ issues: z.array(z.object({ field: z.string(), code: z.string() })) });
/** How the contract's own check (before any handler runs) names what does not hold. */
const inputIssues = z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string().optional() })) });

function problemsOf(error: unknown): readonly { readonly field: string; readonly code: string }[] {
  if (!(error instanceof ORPCError)) return [];
  if (error.defined) {
    const read = issues.safeParse(error.data);
    return read.success ? read.data.issues : [];
  }
  const read = inputIssues.safeParse(error.data);
  return read.success ? read.data.issues.map(({ path, code }) => ({ field: String(path[0] ?? ''), code: code ?? 'other' })) : [];
}

const CODES = new Set(['required', 'too-long', 'too_big', 'too_small', 'invalid_format', 'invalid_value', 'taken', 'unknown-time-zone', 'unknown-language', 'unknown-colleague']);

/** Words per field for what the data host found wrong with a form; an empty object where the error is of another kind. */
export function useFieldProblems(error: unknown): Readonly<Record<string, string>> {
  const { t } = useTranslation('records');
  return Object.fromEntries(problemsOf(error).map(({ field, code }) => [field, t(`problem.${CODES.has(code) ? code : 'other'}`)]));
}
