import { readCountry } from './countries.ts';
import { readCurrency } from './currencies.ts';
import { createDayReader } from './dates.ts';
import { readIncoterm } from './incoterms.ts';
import type { IncotermWithPlace } from './incoterms.ts';
import { readLanguage } from './languages.ts';
import { readMode } from './modes.ts';
import { foldWords, hasWord } from './normalise.ts';
import { readDecimal, readDecimalText, readQuantity } from './numbers.ts';
import type { Decimal } from './numbers.ts';
import { cellProblem, cleanCode, cleanText, fromSafeCell, longestCell, shorten } from './text.ts';
import type { CountryRead, ModeRead } from './row-types.ts';
import type { FieldKey, FieldPlan, MessageParams, Problem, ProblemCode, Warning, WarningCode } from './types.ts';

/** Where the readers of one row's cells tell what they found. */
export interface RowContext {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly problems: Problem[];
  readonly warnings: Warning[];
}

/** Reads one field of a row: null where nothing stands there, or where a problem was told. */
type CellReader<T> = (row: RowContext) => T | null;

/** The readers of a plan's fields, by what they give. A field that the plan lacks reads as null. */
export interface CellReaders {
  readonly text: (field: FieldKey) => CellReader<string>;
  readonly quantity: (field: FieldKey) => CellReader<number>;
  readonly decimal: (field: FieldKey) => CellReader<Decimal>;
  /** The number as written, with a point as decimal sign: `0.010` keeps its zeros, `±0,03` is 0.03. */
  readonly decimalText: (field: FieldKey) => CellReader<string>;
  readonly currency: (field: FieldKey) => CellReader<string>;
  readonly day: (field: FieldKey) => CellReader<string>;
  readonly country: (field: FieldKey) => CellReader<CountryRead>;
  readonly language: (field: FieldKey) => CellReader<string>;
  readonly mode: (field: FieldKey) => CellReader<ModeRead>;
  readonly incoterm: (field: FieldKey) => CellReader<IncotermWithPlace>;
  readonly columnOf: (field: FieldKey) => string | null;
}

const looksSpreadsheetCut = /^\d(?:[.,]\d+)?E\+\d{2,}$/iu;
const emailLike = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u;
const enoughDigits = /(?:[\d\u0660-\u0669\u06F0-\u06F9]\D*){5}/u;

interface CellDoubt {
  readonly code: WarningCode;
}

const doubtOf = (type: FieldPlan['type'], value: string): CellDoubt | null => {
  if (type === 'code' && looksSpreadsheetCut.test(value)) return { code: 'code-cut-by-spreadsheet' };
  if (type === 'email' && !emailLike.test(value)) return { code: 'email-odd' };
  return type === 'phone' && !enoughDigits.test(value) ? { code: 'phone-odd' } : null;
};

const paramsOf = (code: ProblemCode, cell: string): MessageParams =>
  code === 'cell-too-long' ? { length: cell.length, limit: longestCell } : {};

export const createCellReaders = (fields: readonly FieldPlan[], importedOn: string): CellReaders => {
  const byField = new Map(fields.map((plan) => [plan.field, plan]));
  const importYear = Number(importedOn.slice(0, 4));

  const columnOf = (field: FieldKey): string | null => {
    const source = byField.get(field)?.source;
    return source?.from === 'column' ? source.column : null;
  };

  const tell = (row: RowContext, plan: FieldPlan, code: ProblemCode, value: string, params: MessageParams): null => {
    row.problems.push({ rowNumber: row.rowNumber, column: columnOf(plan.field), field: plan.field, code, value: shorten(value), params });
    return null;
  };
  const doubt = (row: RowContext, plan: FieldPlan, code: WarningCode, value: string, params: MessageParams = {}): void => {
    row.warnings.push({ rowNumber: row.rowNumber, column: columnOf(plan.field), field: plan.field, code, value: shorten(value), params });
  };

  /** The cell, cleaned; null where it is blank, a declared missing word, or no cell at all (told). */
  const cellReader = (plan: FieldPlan): CellReader<string> => {
    const { source } = plan;
    if (source.from === 'constant') return () => source.value;
    const clean = plan.type === 'code' ? cleanCode : cleanText;
    const missing = new Set(plan.missingWords);
    return (row) => {
      const raw = row.cells[source.index] ?? '';
      if (raw === '') return null;
      const broken = cellProblem(raw);
      if (broken !== null) return tell(row, plan, broken, raw, paramsOf(broken, raw));
      const cell = clean(fromSafeCell(raw));
      return cell === '' || (missing.size > 0 && missing.has(foldWords(cell))) ? null : cell;
    };
  };

  const reader =
    <T>(read: (plan: FieldPlan) => (cell: string, row: RowContext) => T | null) =>
    (field: FieldKey): CellReader<T> => {
      const plan = byField.get(field);
      if (plan === undefined) return () => null;
      const cellOf = cellReader(plan);
      const valueOf = read(plan);
      return (row) => {
        const cell = cellOf(row);
        return cell === null ? null : valueOf(cell, row);
      };
    };

  return {
    columnOf,
    text: reader((plan) => (cell, row) => {
      if (plan.type === 'code' && !hasWord(cell)) return tell(row, plan, 'code-without-letters', cell, {});
      const odd = doubtOf(plan.type, cell);
      if (odd !== null) doubt(row, plan, odd.code, cell);
      return cell;
    }),
    quantity: reader((plan) => (cell, row) => {
      const reading = readQuantity(cell, plan.numberRule);
      return reading.ok ? reading.value : tell(row, plan, reading.code, cell, reading.params);
    }),
    decimal: reader((plan) => (cell, row) => {
      const reading = readDecimal(cell, plan.numberRule);
      return reading.ok ? reading.value : tell(row, plan, reading.code, cell, reading.params);
    }),
    decimalText: reader((plan) => (cell, row) => {
      const reading = readDecimalText(cell, plan.numberRule);
      return reading.ok ? reading.value : tell(row, plan, reading.code, cell, reading.params);
    }),
    currency: reader((plan) => (cell, row) => readCurrency(cell) ?? tell(row, plan, 'currency-unreadable', cell, {})),
    day: reader((plan) => {
      const readDay = createDayReader(plan.dayRule, importYear);
      return (cell, row) => {
        const reading = readDay(cell);
        return reading.ok ? reading.iso : tell(row, plan, reading.code, cell, reading.params);
      };
    }),
    country: reader((plan) => (cell, row) => {
      const reading = readCountry(cell);
      if (reading.code === null) {
        if (!hasWord(cell)) return tell(row, plan, 'code-without-letters', cell, {});
        doubt(row, plan, 'country-unknown', cell);
      }
      return reading;
    }),
    language: reader((plan) => (cell, row) => {
      const tag = readLanguage(cell);
      if (tag === null) doubt(row, plan, 'language-unknown', cell);
      return tag;
    }),
    mode: reader((plan) => (cell, row) => {
      const reading = readMode(cell);
      if (reading.status === 'unknown') doubt(row, plan, 'mode-unknown', cell);
      return reading;
    }),
    incoterm: reader((plan) => (cell, row) => {
      const reading = readIncoterm(cell);
      const { status, code } = reading.incoterm;
      if (status === 'retired') doubt(row, plan, 'incoterm-retired', cell, { rule: code ?? '' });
      else if (status === 'unknown') doubt(row, plan, 'incoterm-unknown', cell);
      return reading;
    }),
  };
};
