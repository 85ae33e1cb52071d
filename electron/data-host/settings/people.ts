import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { staff } from '../db/tables.ts';
import { writeSetting } from './preferences.ts';

interface StaffMember {
  readonly id: string;
  readonly name: string;
}

/** The setting that names the person at this computer; procedures.ts reads it for the audit log. */
const me = 'me';

export const readStaff = (connection: Connection): StaffMember[] =>
  connection.all<StaffMember>('SELECT id, name FROM staff WHERE deleted_at IS NULL ORDER BY name, id');

export const readMe = (connection: Connection): StaffMember | null =>
  connection.get<StaffMember>(
    `SELECT staff.id, staff.name FROM settings JOIN staff ON staff.id = json_extract(settings.value, '$')
     WHERE settings.id = ? AND staff.deleted_at IS NULL`,
    [me],
  ) ?? null;

/**
 * Who works at this computer from now on. A name that is known is that person; another one is somebody else. Ratings and
 * the audit log keep the name they were made under.
 */
export function becomeMe(tx: Transaction, name: string): StaffMember {
  const known = tx.get<StaffMember>('SELECT id, name FROM staff WHERE name = ? AND deleted_at IS NULL ORDER BY created_at LIMIT 1', [name]);
  const member = known ?? { id: newId(), name };
  if (!known) tx.insert(staff, { ...member, role: null, email: null, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null });
  writeSetting(tx, me, member.id);
  return member;
}
