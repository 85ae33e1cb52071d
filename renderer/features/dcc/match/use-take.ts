import { useMutation } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import type { DccItem } from '#shared/contract/dcc.ts';
import { api } from '#renderer/api.ts';
import { askedLanguages, markTaken } from '#renderer/instruments/dcc-tray.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';
import type { TakenDcc } from '#renderer/instruments/dcc-tray.ts';

type Input = Parameters<typeof api.dcc.take>[0];

const thing = z.object({ entity: z.string(), id: z.string() });

/** Why an item could not be taken, apart from what fields of a new instrument lack. */
export type TakeObstacle =
  | { readonly kind: 'upload-gone' | 'instrument-gone' | 'number-taken' | 'of-the-replaced' | 'serial-taken' | 'fields' }
  | { readonly kind: 'taken-meanwhile'; readonly certificateId: string }
  | { readonly kind: 'other'; readonly error: unknown };

export function obstacleOf(error: unknown): TakeObstacle {
  if (error instanceof ORPCError) {
    const about = thing.safeParse(error.data);
    if (error.code === 'NOT_FOUND' && about.success) return { kind: about.data.entity === 'instrument' ? 'instrument-gone' : 'upload-gone' };
    if (error.code === 'CONFLICT' && about.success) return { kind: 'taken-meanwhile', certificateId: about.data.id };
  }
  const problems = problemsOf(error);
  const has = (field: string): boolean => problems.some((problem) => problem.field === field);
  if (has('document.number')) return { kind: 'number-taken' };
  if (has('instrument.input.serial')) return { kind: 'serial-taken' };
  if (has('instrument')) return { kind: 'of-the-replaced' };
  return problems.length > 0 ? { kind: 'fields' } : { kind: 'other', error };
}

const inputPrefix = 'instrument.input.';
/** The fields of the new instrument that do not hold, by their own names. */
export const fieldsOf = (error: unknown): readonly { readonly field: string; readonly code: string }[] =>
  problemsOf(error).flatMap(({ field, code }) => (field.startsWith(inputPrefix) ? [{ field: field.slice(inputPrefix.length), code }] : []));

interface Taking {
  /** The window's own: files that are read again are read in it. */
  readonly language: string;
  readonly key: string;
  readonly item: DccItem;
  readonly onDone: (taken: TakenDcc, next: string | null) => void;
}

export function useTake({ key, item, language, onDone }: Taking) {
  return useMutation({
    mutationFn: (input: Input) => api.dcc.take(input),
    onSuccess: ({ id, number }) => {
      const taken = { certificateId: id, number };
      onDone(taken, markTaken(key, item.item, taken, askedLanguages(language)));
    },
  });
}
