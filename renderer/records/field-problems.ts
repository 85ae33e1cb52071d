import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const issues = z.object({ issues: z.array(z.object({ field: z.string(), code: z.string() })) });

/** What is wrong with which field, as the contract's own shape or the data host found it; empty where the error is of another kind. */
export function problemsOf(error: unknown): readonly { readonly field: string; readonly code: string }[] {
  if (error instanceof z.ZodError) return error.issues.map(({ path, code }) => ({ field: String(path[0] ?? ''), code }));
  if (!(error instanceof ORPCError && error.defined)) return [];
  const read = issues.safeParse(error.data);
  return read.success ? read.data.issues : [];
}

const CODES = new Set([
  'required', 'too-long', 'too_big', 'too_small', 'invalid_format', 'invalid_value', 'taken', 'unknown-time-zone', 'unknown-language',
  'unknown-colleague', 'unknown-contact', 'unknown-interaction', 'in-the-future',
]);

/**
 * Words per field for what is wrong with a form: what the contract's own shape found before it was sent (a ZodError), or what the data
 * host found. An empty object where the error is of another kind.
 */
export function useFieldProblems(error: unknown): Readonly<Record<string, string>> {
  const { t } = useTranslation('records');
  return Object.fromEntries(problemsOf(error).map(({ field, code }) => [field, t(`problem.${CODES.has(code) ? code : 'other'}`)]));
}
