import { z } from 'zod';
import { auditEntry } from '#shared/contract/clients.ts';
import { relationshipKind, relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import type { Connection } from '../db/store.ts';

type AuditEntry = z.output<typeof auditEntry>;

/** Every row that is part of the client, the bin included: what was deleted has a history as well. */
const rowsOfClient = `
  SELECT @client AS id
  UNION ALL SELECT id FROM contacts WHERE client_id = @client
  UNION ALL SELECT id FROM client_channels WHERE client_id = @client
  UNION ALL SELECT id FROM orders WHERE client_id = @client
  UNION ALL SELECT l.id FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.client_id = @client
  UNION ALL SELECT p.id FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN line_promises p ON p.order_line_id = l.id WHERE o.client_id = @client
  UNION ALL SELECT d.id FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN line_deliveries d ON d.order_line_id = l.id WHERE o.client_id = @client
  UNION ALL SELECT id FROM shipments WHERE client_id = @client
  UNION ALL SELECT m.id FROM shipments s JOIN shipment_milestones m ON m.shipment_id = s.id WHERE s.client_id = @client
  UNION ALL SELECT id FROM interactions WHERE client_id = @client
  UNION ALL SELECT id FROM tasks WHERE client_id = @client
  UNION ALL SELECT id FROM assessments WHERE client_id = @client
  UNION ALL SELECT id FROM attachments WHERE client_id = @client
  UNION ALL SELECT id FROM surveys WHERE client_id = @client
  ${relationshipKindKeys.map((kind) => `UNION ALL SELECT id FROM ${relationshipKind(kind).table} WHERE client_id = @client`).join(' ')}`;

interface StoredEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly table_name: string;
  readonly row_id: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
}

const state = z.record(z.string(), z.unknown());
/** What the entry itself says already, or what never changes. */
const untold: ReadonlySet<string> = new Set(['id', 'created_at', 'updated_at']);

/** Columns that differ between the two states; of a new or purged row, those that hold anything. */
function changesOf(before: string | null, after: string | null): AuditEntry['changes'] {
  const [old, new_] = [before, after].map((text) => (text === null ? {} : state.parse(JSON.parse(text))));
  if (!old || !new_) return [];
  return [...new Set([...Object.keys(old), ...Object.keys(new_)])]
    .filter((column) => !untold.has(column) && (old[column] ?? null) !== (new_[column] ?? null))
    .map((column) => ({ column, before: old[column] ?? null, after: new_[column] ?? null }));
}

/** The audit log of one client and of all that hangs on it, the newest change first. */
export function readHistory(
  connection: Connection,
  request: { readonly clientId: string; readonly offset: number; readonly limit: number },
): { total: number; entries: AuditEntry[] } {
  const total =
    connection.get<{ n: number }>(`SELECT count(*) AS n FROM audit_entries WHERE row_id IN (${rowsOfClient})`, { client: request.clientId })?.n ?? 0;
  const rows = connection.all<StoredEntry>(
    `SELECT id, at, actor, table_name, row_id, action, before, after FROM audit_entries WHERE row_id IN (${rowsOfClient})
     ORDER BY rowid DESC LIMIT @limit OFFSET @offset`,
    { client: request.clientId, limit: request.limit, offset: request.offset },
  );
  return {
    total,
    entries: rows.map((row) => ({
      id: row.id, at: row.at, actor: row.actor, tableName: row.table_name, rowId: row.row_id,
      action: auditEntry.shape.action.parse(row.action), changes: changesOf(row.before, row.after),
    })),
  };
}
