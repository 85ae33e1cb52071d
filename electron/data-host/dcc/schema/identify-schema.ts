import type { SchemaFile } from '../types.ts';
import { readSchema } from './schema-set.ts';

/** What a file is a schema of; null: it is none. A schema may name neither a namespace nor a version. */
export function identifySchema(file: SchemaFile): { readonly namespace: string | null; readonly version: string | null } | null {
  const schema = readSchema(file);
  return 'detail' in schema ? null : { namespace: schema.namespace || null, version: schema.version || null };
}
