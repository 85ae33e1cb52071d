import { oc } from '@orpc/contract';
import { z } from 'zod';

/** What does not hold: `field` names the input, `code` a text of the window. */
const issue = z.object({ field: z.string(), code: z.string() });
export type Issue = Readonly<z.output<typeof issue>>;

/** Every failure a person can meet, as data: a code the window has words for, and what those words need. */
export const errorMap = {
  /** The record is not there, or it is in the bin. */
  NOT_FOUND: { status: 404, data: z.object({ entity: z.string(), id: z.string() }) },
  INVALID: { status: 422, data: z.object({ issues: z.array(issue).min(1) }) },
  /** Somebody changed the record meanwhile. */
  CONFLICT: { status: 409, data: z.object({ entity: z.string(), id: z.string() }) },
  /** The file given cannot be read as a table; `code` names the reason and the remedy. */
  FILE_REFUSED: { status: 415, data: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }) },
  /** The person stopped a long job; nothing of it was kept. */
  CANCELLED: { status: 499 },
  /** The store is not open: `system.status` says why. */
  STORE_UNAVAILABLE: { status: 503, data: z.object({ code: z.string() }) },
} as const;

/** The start of every procedure. */
export const procedure = oc.errors(errorMap);

export type ErrorCode = keyof typeof errorMap;
