import type { Database } from 'better-sqlite3';
import { newId } from './ids.ts';
import { auditedTables } from './tables.ts';
import type { Table } from './tables.ts';

/** Who writes, and which request it belongs to. One operation groups all rows that one request changed. */
export interface WriteContext {
  readonly actor: string;
  readonly operationId: string;
  readonly at: string;
}

/**
 * Puts triggers on the writing connection that record every insert, update and delete of people's work.
 * They are TEMP triggers, made from the table descriptions at each opening: no code path can forget the audit,
 * a new column is recorded without a migration, and with trusted_schema off they may still call our functions.
 */
export function installAudit(db: Database, context: () => WriteContext): void {
  db.function('audit_actor', () => context().actor);
  db.function('audit_operation', () => context().operationId);
  db.function('audit_at', () => context().at);
  db.function('new_id', () => newId());
  for (const table of auditedTables) {
    db.exec(trigger(table, 'insert'));
    db.exec(trigger(table, 'update'));
    db.exec(trigger(table, 'delete'));
  }
}

const rowAsJson = (table: Table, side: 'old' | 'new'): string =>
  `json_object(${Object.keys(table.columns).map((column) => `'${column}', ${side}."${column}"`).join(', ')})`;

/** For a bulk write, which audits by the chunk. The temporary schema takes part in the transaction: a rollback brings them back. */
export function suspendInsertAudit(db: Database): void {
  for (const { name } of auditedTables) db.exec(`DROP TRIGGER temp."audit_${name}_insert"`);
}

export function resumeInsertAudit(db: Database): void {
  for (const table of auditedTables) db.exec(trigger(table, 'insert'));
}

/**
 * The same entries that the insert trigger writes, for the rows of one chunk at once: parameters are the instant, the
 * actor, the operation, and the first and last rowid of the chunk. A trigger program per row costs three times as much.
 */
export const bulkInsertAudit = (table: Table): string => `
  INSERT INTO audit_entries (id, at, actor, operation_id, table_name, row_id, action, before, after)
  SELECT new_id(), ?, ?, ?, '${table.name}', new.id, 'insert', NULL, ${rowAsJson(table, 'new')}
  FROM ${table.name} AS new WHERE new.rowid BETWEEN ? AND ? ORDER BY new.rowid`;

function trigger(table: Table, action: 'insert' | 'update' | 'delete'): string {
  const columns = Object.keys(table.columns);
  const row = (side: 'old' | 'new') => rowAsJson(table, side);
  // An update that changes nothing is not a change: it stays out of the log.
  const when = action === 'update' ? `WHEN ${columns.map((column) => `old."${column}" IS NOT new."${column}"`).join(' OR ')}` : '';
  return `CREATE TEMP TRIGGER "audit_${table.name}_${action}" AFTER ${action.toUpperCase()} ON main."${table.name}" ${when}
    BEGIN
      INSERT INTO audit_entries (id, at, actor, operation_id, table_name, row_id, action, before, after)
      VALUES (new_id(), audit_at(), audit_actor(), audit_operation(), '${table.name}',
        ${action === 'insert' ? 'new' : 'old'}.id, '${action}',
        ${action === 'insert' ? 'NULL' : row('old')}, ${action === 'delete' ? 'NULL' : row('new')});
    END`;
}
