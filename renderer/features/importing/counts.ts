import type { ImportCounts } from '#shared/contract/imports.ts';

export const countedEntities = ['clients', 'contacts', 'products', 'orders', 'lines', 'shipments'] as const satisfies readonly (keyof ImportCounts)[];

/** Whether anything would be, or was, new or changed. */
export const bringsAnything = (counts: ImportCounts): boolean => countedEntities.some((entity) => counts[entity].created + counts[entity].changed > 0);

/** The entities that the file speaks of at all. */
export const toldEntities = (counts: ImportCounts) =>
  countedEntities.filter((entity) => counts[entity].created + counts[entity].changed + counts[entity].unchanged > 0);
