import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import { relationshipKind, relationshipProblems } from '#shared/domain/relationship/index.ts';
import type { FieldProblem, FieldValue, RelationshipKindKey, UncheckedValues } from '#shared/domain/relationship/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { relationshipTables } from '../db/tables.ts';
import type { Table } from '../db/tables.ts';
import { valuesOf } from '../scores/index.ts';
import type { EntryRow } from '../scores/index.ts';

/** @throws RangeError for a kind without a table: a descriptor that no migration followed. */
export function tableOf(kind: RelationshipKindKey): Table {
  const table = relationshipTables.get(kind);
  if (!table) throw new RangeError(`no table for "${kind}"`);
  return table;
}

type StoredEntry = EntryRow & { readonly created_at: string; readonly contact_name: string | null };

const columnOf = (kind: RelationshipKindKey, key: string): string | undefined => relationshipKind(kind).fields.find((field) => field.key === key)?.column;

/** Of clients that are not in the bin. */
function select(kind: RelationshipKindKey): string {
  const contact = relationshipKind(kind).fields.find(({ type }) => type === 'contact')?.column;
  const name = contact === undefined ? 'NULL' : `(SELECT p.name FROM contacts p WHERE p.id = e.${contact})`;
  return `SELECT e.*, ${name} AS contact_name FROM ${tableOf(kind).name} e JOIN clients c ON c.id = e.client_id AND c.deleted_at IS NULL`;
}

function toEntry(kind: RelationshipKindKey, row: StoredEntry): RelationshipEntry {
  const values = valuesOf(kind, row);
  return {
    id: row.id, kind, clientId: row.client_id, values, on: String(values[relationshipKind(kind).datedBy] ?? ''), contactName: row.contact_name,
    createdAt: row.created_at,
  };
}

/** Newest first. */
export function readEntries(connection: Connection, clientId: string, kind: RelationshipKindKey): RelationshipEntry[] {
  const dated = columnOf(kind, relationshipKind(kind).datedBy) ?? 'id';
  return connection
    .all<StoredEntry>(`${select(kind)} WHERE e.client_id = ? AND e.deleted_at IS NULL ORDER BY e.${dated} DESC, e.id DESC`, [clientId])
    .map((row) => toEntry(kind, row));
}

export function readEntry(connection: Connection, kind: RelationshipKindKey, id: string, inBin = false): RelationshipEntry | undefined {
  const row = connection.get<StoredEntry>(`${select(kind)} WHERE e.id = ? AND e.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`, [id]);
  return row && toEntry(kind, row);
}

/** All fields of the kind: texts without blanks at their ends, nothing for an empty one; what is not named is not known. */
export function wholeValues(kind: RelationshipKindKey, given: UncheckedValues): UncheckedValues {
  const { fields } = relationshipKind(kind);
  const whole: Record<string, FieldValue> = { ...given };
  for (const { key, type } of fields) {
    const value = given[key] ?? (type === 'flag' ? false : null);
    const text = typeof value === 'string' ? value.trim() : value;
    whole[key] = text === '' ? null : text;
  }
  return whole;
}

/** What does not hold, the client's own people included. */
export function findProblems(
  connection: Connection, kind: RelationshipKindKey, clientId: string, values: UncheckedValues, todayOn: string,
): readonly Pick<FieldProblem, 'field' | 'code'>[] {
  const problems = relationshipProblems(kind, values, todayOn).map(({ field, code }) => ({ field, code }));
  for (const { key, type } of relationshipKind(kind).fields) {
    const value = values[key] ?? null;
    if (type !== 'contact' || value === null || problems.some(({ field }) => field === key)) continue;
    if (!connection.get('SELECT 1 FROM contacts WHERE id = ? AND client_id = ? AND deleted_at IS NULL', [value, clientId])) {
      problems.push({ field: key, code: 'contact' });
    }
  }
  return problems;
}

const cellOf = (value: FieldValue): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

/** @returns its identifier. */
export function saveEntry(tx: Transaction, kind: RelationshipKindKey, clientId: string, id: string | null, values: UncheckedValues): string {
  const columns = Object.fromEntries(relationshipKind(kind).fields.map(({ key, column }) => [column, cellOf(values[key] ?? null)]));
  const { at } = tx.context;
  if (id !== null) {
    tx.update(tableOf(kind), id, { ...columns, updated_at: at });
    return id;
  }
  const fresh = newId();
  tx.insert(tableOf(kind), { id: fresh, client_id: clientId, ...columns, created_at: at, updated_at: at, deleted_at: null });
  return fresh;
}
