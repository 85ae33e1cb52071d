import { z } from 'zod';
import { instant } from './common.ts';
import { procedure } from './errors.ts';

export const backup = z.object({ name: z.string(), madeAt: instant, sizeBytes: z.int() });

/** `refused`: the store could not be opened; the code is one of the data host's store errors. */
export const storeStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready'), appVersion: z.string(), file: z.string(), cloudFolder: z.string().nullable() }),
  z.object({
    state: z.literal('refused'),
    appVersion: z.string(),
    file: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    backups: z.array(backup),
  }),
]);
export type StoreStatus = z.output<typeof storeStatus>;

export const system = {
  status: procedure.output(storeStatus),
  /** Sets the unreadable file aside (never deletes it) and opens the named backup in its place. */
  restoreBackup: procedure.input(z.object({ name: z.string() })).output(storeStatus),
};
