import { z } from 'zod';
import { id, optionalLine } from './common.ts';
import { procedure } from './errors.ts';

export const playbookEntryInput = z.object({
  /** One of the app's own steps (its words are in the catalogue), or null with a title of one's own. */
  stepCode: z.string().max(60).nullable(),
  title: optionalLine,
  indicatorId: z.string(),
  /** 1 (an hour or less) … 5 (weeks of work). */
  effort: z.int().min(1).max(5),
  /** How many events of the indicator the step is expected to bring; 0 only for a delivered entry that mends open records instead. */
  eventCount: z.int().min(0).max(20),
  /** Their outcome, 0–1, where it lies in the exporter's own hands; null: the client decides, and what is usual is expected. */
  outcome: z.number().min(0).max(1).nullable(),
});
export type PlaybookEntryInput = z.output<typeof playbookEntryInput>;

export const playbookEntry = playbookEntryInput.extend({
  id: z.string(),
  title: z.string().nullable(),
  /** The app's own entry, as delivered or changed. */
  isDefault: z.boolean(),
  isChanged: z.boolean(),
});
export type PlaybookEntry = z.output<typeof playbookEntry>;

/** An entry as a reset found it; own ones are never changed by a reset, but only put into the bin. */
export const replacedEntry = playbookEntryInput.extend({ id, isRemoved: z.boolean() });
export type ReplacedEntry = z.output<typeof replacedEntry>;

/** What can be done for a client, as this exporter does it: what the next best actions are chosen from. */
export const playbook = {
  list: procedure.output(z.array(playbookEntry)),
  /** INVALID: `indicatorId` unknown-indicator, `stepCode` unknown-step, `title` required (where there is no stepCode), `eventCount` required. */
  save: procedure.input(playbookEntryInput.extend({ id: z.string().nullable() })).output(playbookEntry),
  remove: procedure.input(z.object({ id: z.string() })).output(z.object({ id: z.string() })),
  restore: procedure.input(z.object({ id: z.string() })).output(playbookEntry),
  /** The entries as delivered; own ones go to the bin. @returns the list, and what `putBack` needs to undo it */
  resetToDefault: procedure.output(z.object({ entries: z.array(playbookEntry), replaced: z.array(replacedEntry) })),
  /** Undoes a reset; what came after it stays. INVALID as `save`. @returns the list */
  putBack: procedure.input(z.object({ replaced: z.array(replacedEntry).max(2000) })).output(z.array(playbookEntry)),
};
