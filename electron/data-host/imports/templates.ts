import { z } from 'zod';
import { importKind } from '#shared/contract/imports.ts';
import { builtInTemplates, dayOrders, fieldKeys } from '#shared/domain/importing/index.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { importTemplates } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

const headerName = z.string().max(500);
const byHeader = <T extends z.ZodType>(value: T) => z.record(headerName, value);
const byField = z.partialRecord(z.enum(fieldKeys), headerName);

/** A template as it comes from the window or from an older app: every part checked and bounded. */
const templateSchema = z.object({
  id: z.string().max(100),
  name: z.string().max(500),
  kind: importKind,
  headerFingerprint: z.string().max(100),
  columns: byField,
  dayRules: byHeader(z.object({ order: z.enum(dayOrders), shortYears: z.enum(['gregorian', 'jalali']), serials: z.boolean() })),
  numberRules: byHeader(z.object({ decimal: z.enum(['.', ',']) })),
  missingWords: byHeader(z.array(z.string().max(200)).max(100)),
  constants: byField,
  deliveredQuantity: z.enum(['column', 'as-ordered']),
});

/** Fields that are present with `undefined` are left out: a record of the domain has a value or has none. */
const withoutGaps = <K extends string>(record: Partial<Record<K, string | undefined>>): Partial<Record<K, string>> => {
  const whole: Partial<Record<K, string>> = {};
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) whole[key] = value;
  }
  return whole;
};

/** @returns null where the value is no template. */
export function parseTemplate(value: unknown): Template | null {
  const { data } = templateSchema.safeParse(value);
  return data ? { ...data, columns: withoutGaps(data.columns), constants: withoutGaps(data.constants) } : null;
}

/** Remembered templates, the one used last at the end; one that no longer reads is passed over, its row stays. */
const rememberedTemplates = (connection: Connection): readonly Template[] =>
  connection
    .all<Pick<Row<typeof importTemplates>, 'template'>>('SELECT template FROM import_templates WHERE deleted_at IS NULL ORDER BY updated_at, id')
    .flatMap(({ template }) => parseTemplate(JSON.parse(template)) ?? []);

export const allTemplates = (connection: Connection): readonly Template[] => [...builtInTemplates, ...rememberedTemplates(connection)];

/** Remembers the template under a name; the same name again replaces it. @returns whether anything changed. */
export function rememberTemplate(tx: Transaction, template: Template, name: string): boolean {
  const known = tx.get<Pick<Row<typeof importTemplates>, 'id' | 'template'>>(
    'SELECT id, template FROM import_templates WHERE name = ? AND kind = ? AND deleted_at IS NULL ORDER BY id LIMIT 1',
    [name, template.kind],
  );
  const id = known?.id ?? newId();
  const remembered = { name, kind: template.kind, fingerprint: template.headerFingerprint, template: JSON.stringify({ ...template, id, name }) };
  if (known?.template === remembered.template) return false;
  const { at } = tx.context;
  if (known) tx.update(importTemplates, id, { ...remembered, updated_at: at });
  else tx.insert(importTemplates, { ...remembered, id, created_at: at, updated_at: at, deleted_at: null });
  return true;
}
