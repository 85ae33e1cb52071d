import type { ImportCounts } from '#shared/contract/imports.ts';

export const countedEntities = ['instruments', 'clients', 'contacts', 'products', 'orders', 'lines', 'shipments'] as const satisfies readonly (keyof ImportCounts)[];
type CountedEntity = (typeof countedEntities)[number];

/** Counts of one kind of record; none where the file speaks of none. */
export const countsOf = (counts: ImportCounts, entity: CountedEntity): NonNullable<ImportCounts[CountedEntity]> =>
  counts[entity] ?? { created: 0, changed: 0, unchanged: 0 };

/** Whether anything would be, or was, new or changed. */
export const bringsAnything = (counts: ImportCounts): boolean =>
  countedEntities.some((entity) => countsOf(counts, entity).created + countsOf(counts, entity).changed > 0);

/** The entities that the file speaks of at all. */
export const toldEntities = (counts: ImportCounts) =>
  countedEntities.filter((entity) => {
    const { created, changed, unchanged } = countsOf(counts, entity);
    return created + changed + unchanged > 0;
  });
