import { z } from 'zod';
import { day, id, instant, languageSubtag, line, prose } from './common.ts';
import { channelKind } from './clients.ts';
import { procedure } from './errors.ts';

export const interactionInput = z.object({
  clientId: id,
  contactId: id.nullable(),
  channel: z.enum([...channelKind.options, 'visit', 'fair', 'videoCall']),
  direction: z.enum(['inbound', 'outbound', 'meeting']),
  occurredAt: instant,
  subject: line,
  body: prose,
  sentiment: z.enum(['good', 'neutral', 'bad']).nullable(),
  answersId: id.nullable(),
  needsAnswer: z.boolean(),
  /** The language it was held in; null: nobody said. */
  language: languageSubtag.nullable().default(null),
});
export const interaction = interactionInput.extend({ id, staffName: z.string().nullable(), answeredAt: instant.nullable() });
export type Interaction = z.output<typeof interaction>;

export const taskInput = z.object({ clientId: id, title: line, dueOn: day.nullable(), stepCode: z.string().nullable() });
export const task = taskInput.extend({ id, doneAt: instant.nullable(), staffName: z.string().nullable() });
export type Task = z.output<typeof task>;

export const interactions = {
  list: procedure.input(z.object({ clientId: id })).output(z.array(interaction)),
  save: procedure.input(interactionInput.extend({ id: id.nullable() })).output(interaction),
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
  restore: procedure.input(z.object({ id })).output(interaction),
};

export const tasks = {
  list: procedure.input(z.object({ clientId: id })).output(z.array(task)),
  save: procedure.input(taskInput.extend({ id: id.nullable() })).output(task),
  setDone: procedure.input(z.object({ id, done: z.boolean() })).output(task),
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
  restore: procedure.input(z.object({ id })).output(task),
};
