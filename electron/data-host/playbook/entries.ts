import type { Issue } from '#shared/contract/errors.ts';
import type { PlaybookEntry, PlaybookEntryInput, ReplacedEntry } from '#shared/contract/playbook.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { stepCodes } from '#shared/domain/next-steps/index.ts';
import { defaultPlaybook, playbookProblems } from '#shared/domain/playbook/index.ts';
import type { PlaybookEntry as DomainEntry } from '#shared/domain/playbook/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { playbookEntries } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type EntryRow = Row<typeof playbookEntries>;

const efforts = [1, 2, 3, 4, 5] as const;
const byId: ReadonlyMap<string, DomainEntry> = new Map(defaultPlaybook.map((entry) => [entry.id, entry]));

/**
 * What the rules read: a delivered entry that was changed keeps what else it does and when it is called for; one's own has
 * neither. Rows of indicators or steps that this version does not know say nothing.
 */
function toDomain(row: EntryRow): DomainEntry | null {
  const known = row.default_key === null ? undefined : byId.get(row.default_key);
  const effort = efforts.find((each) => each === row.effort);
  if (effort === undefined || !isIndicatorId(row.indicator_id)) return null;
  const entry = {
    id: known?.id ?? row.id, stepCode: stepCodes.find((code) => code === row.step_code) ?? null, title: row.title, indicatorId: row.indicator_id, effort,
    eventCount: row.event_count, outcome: row.outcome, also: known?.also ?? [], repairs: known?.repairs ?? [], when: known?.when ?? 'always',
  } as const;
  return playbookProblems(entry).length === 0 ? entry : null;
}

const toContract = (entry: DomainEntry): PlaybookEntry => {
  const delivered = byId.get(entry.id);
  const { id, stepCode, title, indicatorId, effort, eventCount, outcome } = entry;
  return {
    id, stepCode, title, indicatorId, effort, eventCount, outcome, isDefault: delivered !== undefined,
    isChanged:
      delivered !== undefined &&
      (delivered.stepCode !== stepCode || delivered.title !== title || delivered.indicatorId !== indicatorId || delivered.effort !== effort ||
        delivered.eventCount !== eventCount || delivered.outcome !== outcome),
  };
};

const rows = (connection: Connection): readonly EntryRow[] => connection.all('SELECT * FROM playbook_entries ORDER BY created_at, id');
const rowOf = (connection: Connection, id: string): EntryRow | undefined =>
  connection.get('SELECT * FROM playbook_entries WHERE id = @id OR default_key = @id ORDER BY created_at, id LIMIT 1', { id });

/** As this exporter does it: the delivered entries in their order, changed where they were, then one's own. */
export function readPlaybook(connection: Connection): readonly DomainEntry[] {
  const kept = rows(connection);
  const touched = new Map(kept.flatMap((row) => (row.default_key === null ? [] : [[row.default_key, row] as const])));
  const delivered = defaultPlaybook.flatMap((entry) => {
    const row = touched.get(entry.id);
    if (!row) return [entry];
    return row.deleted_at === null ? [toDomain(row) ?? entry] : [];
  });
  return [...delivered, ...kept.flatMap((row) => (row.default_key === null && row.deleted_at === null ? (toDomain(row) ?? []) : []))];
}

export const listPlaybook = (connection: Connection): PlaybookEntry[] => readPlaybook(connection).map(toContract);

export const findEntry = (connection: Connection, id: string): PlaybookEntry | undefined => listPlaybook(connection).find((entry) => entry.id === id);

export function findIssues(id: string | null, input: PlaybookEntryInput): Issue[] {
  const issues: Issue[] = [];
  if (!isIndicatorId(input.indicatorId)) issues.push({ field: 'indicatorId', code: 'unknown-indicator' });
  if (input.stepCode !== null && !stepCodes.some((code) => code === input.stepCode)) issues.push({ field: 'stepCode', code: 'unknown-step' });
  if (input.stepCode === null && input.title === null) issues.push({ field: 'title', code: 'required' });
  const repairs = id === null ? [] : (byId.get(id)?.repairs ?? []);
  if (input.eventCount === 0 && repairs.length === 0) issues.push({ field: 'eventCount', code: 'required' });
  return issues;
}

const columnsOf = ({ stepCode, title, indicatorId, effort, eventCount, outcome }: Omit<PlaybookEntryInput, 'title'> & { readonly title: string | null }) => ({
  step_code: stepCode, title, indicator_id: indicatorId, effort, event_count: eventCount, outcome,
});

function insertRow(tx: Transaction, defaultKey: string | null, input: Parameters<typeof columnsOf>[0]): string {
  const id = newId();
  const { at } = tx.context;
  tx.insert(playbookEntries, { id, default_key: defaultKey, ...columnsOf(input), created_at: at, updated_at: at, deleted_at: null });
  return id;
}

/** @returns its identifier. */
export function saveEntry(tx: Transaction, id: string | null, input: PlaybookEntryInput): string {
  if (id === null) return insertRow(tx, null, input);
  const row = rowOf(tx, id);
  if (row) tx.update(playbookEntries, row.id, { ...columnsOf(input), updated_at: tx.context.at });
  else insertRow(tx, id, input);
  return id;
}

/** A delivered entry that nobody has changed gets a row, so that it can lie in the bin. */
export function removeEntry(tx: Transaction, entry: PlaybookEntry): void {
  const rowId = rowOf(tx, entry.id)?.id ?? insertRow(tx, entry.id, entry);
  tx.softDelete(playbookEntries, rowId);
}

/** @returns whether there was one in the bin. */
export function restoreEntry(tx: Transaction, id: string): boolean {
  const row = rowOf(tx, id);
  return row !== undefined && tx.restore(playbookEntries, row.id);
}

/** Delivered entries as delivered, those that were taken out among them; one's own to the bin. @returns how they were. */
export function resetPlaybook(tx: Transaction): ReplacedEntry[] {
  const replaced: ReplacedEntry[] = [];
  for (const row of rows(tx)) {
    const delivered = row.default_key === null ? undefined : byId.get(row.default_key);
    const { id, step_code: stepCode, title, indicator_id: indicatorId, effort, event_count: eventCount, outcome } = row;
    const isRemoved = row.deleted_at !== null;
    if (delivered) {
      tx.update(playbookEntries, id, { ...columnsOf(delivered), updated_at: tx.context.at });
      tx.restore(playbookEntries, id);
    } else if (!tx.softDelete(playbookEntries, id)) continue;
    replaced.push({ id, stepCode, title, indicatorId, effort, eventCount, outcome, isRemoved });
  }
  return replaced;
}

/** As they were before a reset. @returns what is wrong with them; empty: they are back. */
export function putBackEntries(tx: Transaction, replaced: readonly ReplacedEntry[]): Issue[] {
  const issues: Issue[] = [];
  for (const [index, { id, isRemoved, ...entry }] of replaced.entries()) {
    const row = tx.get<EntryRow>('SELECT * FROM playbook_entries WHERE id = ?', [id]);
    const found = row ? findIssues(row.default_key, entry) : [{ field: 'id', code: 'unknown-entry' }];
    issues.push(...found.map(({ field, code }) => ({ field: `replaced.${index}.${field}`, code })));
    if (!row || found.length > 0) continue;
    if (row.default_key !== null) tx.update(playbookEntries, id, { ...columnsOf(entry), updated_at: tx.context.at });
    if (isRemoved) tx.softDelete(playbookEntries, id);
    else tx.restore(playbookEntries, id);
  }
  return issues;
}
