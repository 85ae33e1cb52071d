import { z } from 'zod';
import { documentLanguages, languages } from '../domain/language/index.ts';

export const id = z.uuid();
/** Calendar day, ISO 8601 `YYYY-MM-DD`. */
export const day = z.iso.date();
/** Instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/u);
/** BCP 47 language tag. */
export const languageTag = z.string().min(2).max(35);
/** BCP 47 primary language subtag: `fa`, not `fa-IR`. */
export const languageSubtag = z.string().regex(/^[a-z]{2,3}$/u);
/** What the window is written in. */
export const windowLanguage = z.enum(languages);
/** What anything made for a client comes in. */
export const documentLanguage = z.enum(documentLanguages);
/** One line that a person typed: trimmed, never empty, bounded. */
export const line = z.string().trim().min(1).max(500);
export const optionalLine = z.string().trim().max(500).nullable().transform((text) => (text === '' ? null : text));
export const prose = z.string().trim().max(20_000).nullable().transform((text) => (text === '' ? null : text));

/** A number as written: `-0.030`, `1e-3`; a point as decimal sign. The window turns what a person types into it. */
export const decimalText = z.string().max(60).regex(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/u);

/** Amount in minor units of `currency` (ISO 4217). */
export const money = z.object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/u) });

/** A window of a list: rows `offset … offset + limit − 1`. */
export const window = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

export const progress = z.object({
  phase: z.string(),
  done: z.int().min(0),
  total: z.int().min(0),
});
export type Progress = z.output<typeof progress>;

/** What a long job tells while it runs, and at its end. */
export const jobEvent = <T extends z.ZodType>(result: T) =>
  z.discriminatedUnion('type', [progress.extend({ type: z.literal('progress') }), z.object({ type: z.literal('done'), result })]);
