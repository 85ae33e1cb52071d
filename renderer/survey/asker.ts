import type { Organisation } from '#shared/contract/settings.ts';

/** Whom the words of the consent name. */
export type Asker = Readonly<Record<'company' | 'contact', string>>;

/** null where the exporter has not said how it can be reached, so that nobody can be asked yet. */
export function askerOf(organisation: Organisation | null): Asker | null {
  const contact = organisation?.email ?? organisation?.phone ?? organisation?.website ?? organisation?.address ?? null;
  return organisation === null || contact === null ? null : { company: organisation.name, contact };
}
