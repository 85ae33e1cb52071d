import { createCellReaders } from './cells.ts';
import type { CellReaders, RowContext } from './cells.ts';
import { createDeliveryReader } from './delivery-rows.ts';
import { createInstrumentReader } from './instrument-rows.ts';
import { longestCell, shorten } from './text.ts';
import type { ClientPart, ContactPart, ImportRow, RowReading } from './row-types.ts';
import type { FieldKey, HeaderColumn, ImportPlan, Problem } from './types.ts';

/** Tells a required field that is blank, once, unless its cell was told already. */
const tellBlank = (row: RowContext, readers: CellReaders, field: FieldKey): void => {
  if (row.problems.some((problem) => problem.field === field)) return;
  row.problems.push({ rowNumber: row.rowNumber, column: readers.columnOf(field), field, code: 'required-blank', value: '', params: {} });
};

/** The client of a row; null where neither code nor name stands there (told). */
const createClientReader = (readers: CellReaders): ((row: RowContext) => ClientPart | null) => {
  const code = readers.text('client.code');
  const name = readers.text('client.name');
  const country = readers.country('client.country');
  const language = readers.language('client.language');
  const segment = readers.text('client.segment');
  const email = readers.text('client.email');
  const phone = readers.text('client.phone');
  const website = readers.text('client.website');
  const fallback: FieldKey = readers.columnOf('client.code') === null ? 'client.name' : 'client.code';
  return (row) => {
    const client = {
      code: code(row),
      name: name(row),
      country: country(row),
      language: language(row),
      segment: segment(row),
      email: email(row),
      phone: phone(row),
      website: website(row),
    };
    if (client.code !== null || client.name !== null) return client;
    tellBlank(row, readers, fallback);
    return null;
  };
};

const createContactReader = (readers: CellReaders): ((row: RowContext) => ContactPart | null) => {
  const name = readers.text('contact.name');
  const role = readers.text('contact.role');
  const email = readers.text('contact.email');
  const phone = readers.text('contact.phone');
  const language = readers.language('contact.language');
  return (row) => {
    const contact = { name: name(row), role: role(row), email: email(row), phone: phone(row), language: language(row) };
    if (contact.name !== null) return { ...contact, name: contact.name };
    tellBlank(row, readers, 'contact.name');
    return null;
  };
};

const createKindReader = (plan: ImportPlan): ((row: RowContext) => ImportRow | null) => {
  const readers = createCellReaders(plan.fields, plan.importedOn);
  const clientOf = createClientReader(readers);
  switch (plan.kind) {
    case 'deliveries':
      return createDeliveryReader(plan, readers, clientOf);
    case 'clients':
      return (row) => {
        const client = clientOf(row);
        return client === null ? null : { kind: 'clients', rowNumber: row.rowNumber, client };
      };
    case 'instruments':
      return createInstrumentReader(plan, readers, clientOf);
    case 'contacts': {
      const contactOf = createContactReader(readers);
      return (row) => {
        const client = clientOf(row);
        const contact = contactOf(row);
        return client === null || contact === null ? null : { kind: 'contacts', rowNumber: row.rowNumber, client, contact };
      };
    }
    default:
      return plan.kind satisfies never;
  }
};

const isBlankCell = (cell: string): boolean => cell === '' || cell.trim() === '';

/** Cells too long to be looked at, in whatever column, and whatever stands beyond the header's last column. */
const readShape = (row: RowContext, columns: readonly HeaderColumn[]): void => {
  for (let index = 0; index < row.cells.length; index += 1) {
    const cell = row.cells[index] ?? '';
    if (cell.length > longestCell) {
      const column = columns[index]?.name ?? null;
      row.problems.push({ rowNumber: row.rowNumber, column, field: null, code: 'cell-too-long', value: shorten(cell), params: { length: cell.length, limit: longestCell } });
    }
  }
  const beyond = row.cells.length > columns.length ? row.cells.slice(columns.length).filter((cell) => !isBlankCell(cell)) : [];
  if (beyond.length > 0) {
    // More cells than headers is nearly always an unquoted delimiter, which shifts every value after it.
    const params = { count: row.cells.length, expected: columns.length };
    row.problems.push({ rowNumber: row.rowNumber, column: null, field: null, code: 'row-too-long', value: shorten(beyond.join(' ')), params });
  }
};

export interface RowReader {
  /** @param rowNumber of the record as a spreadsheet shows it: the header being row 1, the first data row is 2 */
  read: (cells: readonly string[], rowNumber: number) => RowReading;
}

const uniqueProblems = (problems: readonly Problem[]): readonly Problem[] => {
  if (problems.length < 2) return problems;
  const seen = new Set<string>();
  return problems.filter(({ code, column, field }) => {
    // A column that feeds two fields is told once.
    const key = `${code}\n${column ?? field ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Reads the records of one file under its plan. It remembers days it has read, so make one for each pass. */
export const createRowReader = (plan: ImportPlan, columns: readonly HeaderColumn[]): RowReader => {
  const readKind = createKindReader(plan);
  return {
    read: (cells, rowNumber) => {
      if (cells.every(isBlankCell)) return { outcome: 'blank' };
      const row: RowContext = { rowNumber, cells, problems: [], warnings: [] };
      readShape(row, columns);
      // Cells that are out of place or out of measure are not read on: their messages would hide the cause.
      const read = row.problems.length > 0 ? null : readKind(row);
      if (read !== null && row.problems.length === 0) return { outcome: 'read', row: read, warnings: row.warnings };
      return { outcome: 'refused', problems: uniqueProblems(row.problems), warnings: row.warnings };
    },
  };
};
