import type { z } from 'zod';
import type { Task, taskInput } from '#shared/contract/interactions.ts';
import { byHand } from '../db/rows.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { tasks } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type TaskInput = z.output<typeof taskInput>;
type StoredTask = Row<typeof tasks> & { readonly staff_name: string | null };

const select = `
  SELECT t.*, s.name AS staff_name FROM tasks t JOIN clients c ON c.id = t.client_id AND c.deleted_at IS NULL
  LEFT JOIN staff s ON s.id = t.staff_id`;

const toTask = (row: StoredTask): Task => ({
  id: row.id, clientId: row.client_id, title: row.title, dueOn: row.due_on, stepCode: row.step_code, doneAt: row.done_at, staffName: row.staff_name,
});

/** Open ones first, the most pressing at the top and those without a day last; then what was done, the latest first. */
export const readTasks = (connection: Connection, clientId: string): Task[] =>
  connection
    .all<StoredTask>(
      `${select} WHERE t.client_id = ? AND t.deleted_at IS NULL
       ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due_on ASC NULLS LAST, t.created_at, t.id`,
      [clientId],
    )
    .map(toTask);

export function readTask(connection: Connection, id: string, inBin = false): Task | undefined {
  const row = connection.get<StoredTask>(`${select} WHERE t.id = ? AND t.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`, [id]);
  return row && toTask(row);
}

/** @returns its identifier. `staffId` stands for who took a new one on. */
export function saveTask(tx: Transaction, id: string | null, input: TaskInput, staffId: string | null): string {
  const columns = { client_id: input.clientId, title: input.title, due_on: input.dueOn, step_code: input.stepCode };
  const start = byHand(tx);
  if (id === null) tx.insert(tasks, { ...start, ...columns, done_at: null, staff_id: staffId });
  else tx.update(tasks, id, { ...columns, updated_at: tx.context.at });
  return id ?? start.id;
}

/** Doing a done task again does not move the day it was done. */
export function setTaskDone(tx: Transaction, task: Task, done: boolean): void {
  if ((task.doneAt !== null) === done) return;
  tx.update(tasks, task.id, { done_at: done ? tx.context.at : null, updated_at: tx.context.at });
}
