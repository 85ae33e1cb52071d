import { createHash } from 'node:crypto';
import { identifySchema } from '../dcc/index.ts';
import type { SchemaFile } from '../dcc/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { dccSchemas } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import type { FileStore } from '../files.ts';

type SchemaRow = Row<typeof dccSchemas>;

const inUse = (connection: Connection): SchemaRow[] =>
  connection.all<SchemaRow>('SELECT * FROM dcc_schemas WHERE deleted_at IS NULL ORDER BY namespace, version, file_name, id');

export const listSchemas = (connection: Connection): { id: string; fileName: string; namespace: string | null; version: string | null }[] =>
  inUse(connection).map(({ id, file_name: fileName, namespace, version }) => ({ id, fileName, namespace, version }));

/** Those whose file was lost beside the database are left out: a certificate is then not checked, which is said. */
export const schemaFiles = (connection: Connection, files: FileStore): SchemaFile[] =>
  inUse(connection).flatMap(({ file_name: fileName, sha256 }) => (files.has(sha256) ? [{ fileName, text: new TextDecoder().decode(files.get(sha256)) }] : []));

/** The published ones have a tenth of it. */
const maximumSchemaBytes = 4 * 1024 * 1024;

export interface SchemaToKeep {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly namespace: string | null;
  readonly version: string | null;
}

/** What a file is a schema of, or the code of what is wrong with it. */
export async function readSchemaFile(file: File): Promise<SchemaToKeep | 'too-large' | 'not-a-schema'> {
  if (file.size > maximumSchemaBytes) return 'too-large';
  const content = new Uint8Array(await file.arrayBuffer());
  const identity = identifySchema({ fileName: file.name, text: new TextDecoder().decode(content) });
  return identity ? { fileName: file.name, content, ...identity } : 'not-a-schema';
}

/** @returns whether it is new. */
export function addSchema(tx: Transaction, files: FileStore, { fileName, content, namespace, version }: SchemaToKeep): boolean {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const known = inUse(tx);
  if (known.some((row) => row.sha256 === sha256)) return false;
  for (const row of known) if (row.namespace === namespace && row.version === version) tx.softDelete(dccSchemas, row.id);
  tx.insert(dccSchemas, {
    id: newId(), file_name: fileName, namespace, version, sha256: files.put(content), created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
  });
  return true;
}

/** @returns false where it was not removed. */
export function restoreSchema(tx: Transaction, id: string): boolean {
  const known = inUse(tx);
  if (!tx.restore(dccSchemas, id)) return false;
  const restored = inUse(tx).find((row) => row.id === id);
  for (const row of known) if (row.namespace === restored?.namespace && row.version === restored.version) tx.softDelete(dccSchemas, row.id);
  return true;
}
