import { z } from 'zod';
import { documentLanguage, id } from '#shared/contract/common.ts';

const sitting = z.object({
  clientId: id,
  contactId: id.nullable(),
  language: documentLanguage,
  /** The survey's own; that of a draft where one goes on. */
  surveyId: id,
  /** Typed to unlock; four digits, shown before handing over. */
  number: z.string().regex(/^\d{4}$/u),
});
/** One client in front of the locked laptop. */
export type Sitting = z.output<typeof sitting>;

/** Kept for as long as the window: loading the page again goes on locked, a new start of the app never does. */
const STORED_AS = 'peyvand:survey-sitting';

export function readSitting(): Sitting | null {
  const stored = sessionStorage.getItem(STORED_AS);
  if (stored === null) return null;
  try {
    return sitting.parse(JSON.parse(stored));
  } catch {
    // Of an older version or damaged: there is no sitting, which leaves the laptop unlocked.
    return null;
  }
}

export const keepSitting = (begun: Sitting): void => {
  sessionStorage.setItem(STORED_AS, JSON.stringify(begun));
};

export const endSitting = (): void => {
  sessionStorage.removeItem(STORED_AS);
};

/** Four digits that nobody can guess from the last ones. It is no secret worth more: it keeps an honest client on the survey. */
export const newNumber = (): string => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(value % 10_000).padStart(4, '0');
};
