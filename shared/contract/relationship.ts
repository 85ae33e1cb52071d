import { z } from 'zod';
import { relationshipKindKeys } from '../domain/relationship/index.ts';
import { id, instant } from './common.ts';
import { procedure } from './errors.ts';

export const relationshipKindKey = z.enum(relationshipKindKeys);
/** By field key of the kind's descriptor: days as `YYYY-MM-DD`, contacts by identifier, what is not known null. */
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const relationshipEntry = z.object({
  id,
  kind: relationshipKindKey,
  clientId: id,
  values,
  /** The day that dates it, by its descriptor. */
  on: z.string(),
  /** Of the contact that the entry names, where its kind has one. */
  contactName: z.string().nullable(),
  createdAt: instant,
});
export type RelationshipEntry = z.output<typeof relationshipEntry>;

export const relationship = {
  /** Newest first; kind null: all of them. */
  list: procedure.input(z.object({ clientId: id, kind: relationshipKindKey.nullable() })).output(z.array(relationshipEntry)),
  /**
   * A new entry (id null) or a changed one, all its fields; a field that is not named is null, a flag false. What does not hold
   * comes back as INVALID: field key and the code of the domain's check.
   */
  save: procedure.input(z.object({ kind: relationshipKindKey, clientId: id, id: id.nullable(), values })).output(relationshipEntry),
  /** To the bin; `restore` undoes it. */
  remove: procedure.input(z.object({ kind: relationshipKindKey, id })).output(z.object({ id })),
  restore: procedure.input(z.object({ kind: relationshipKindKey, id })).output(relationshipEntry),
};
