import type { DccColumnRole } from '#shared/domain/calibration/dcc-view.ts';
import { convertUnit, normalUnit } from '#shared/domain/calibration/units.ts';
import type { Measurand, MeasurementPoint, Verdict } from '#shared/domain/calibration/types.ts';
import { cellOf } from './alternatives.ts';
import type { Findings } from './findings.ts';
import { isDecimal, measurandOf } from './measurand.ts';
import type { Series } from './quantity.ts';
import { isOfFormula, roleOf } from './roles.ts';
import { isLimit } from './tables.ts';
import type { Column, LimitStatement, Table } from './tables.ts';
import { oneForAll } from './uncertainty.ts';

const verdicts: Readonly<Record<string, Verdict>> = {
  pass: 'pass', fail: 'fail', conditionalPass: 'conditional-pass', conditionalFail: 'conditional-fail',
  // Neither shown to pass nor to fail: what ISO 14253-1 calls its uncertainty range.
  noPass: 'indeterminate', noFail: 'indeterminate',
};

export const verdictOf = (word: string | null): Verdict | null => (word === null ? null : (verdicts[word] ?? null));

const unitsOf = (column: Column): string[] => column.quantity.series.flatMap((series) => (series.unit === null ? [] : [normalUnit(series.unit)]));

/** The unit that most columns of a table can be said in; of equals, the first. */
function commonUnit(columns: readonly Column[]): string | null {
  const counts = new Map<string, number>();
  for (const column of columns) for (const unit of new Set(unitsOf(column))) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

const inUnit = (column: Column, unit: string | null): Series | null =>
  column.quantity.series.find((series) => series.unit !== null && normalUnit(series.unit) === unit) ?? column.quantity.series[0] ?? null;

const isNumeric = (column: Column): boolean => column.quantity.series.some(({ kind }) => kind === 'numbers');
const rowsOf = (column: Column): number => column.quantity.series[0]?.cells.length ?? 0;

/** What a finding is about, for people: where a column has no name of its own, what it stands under. */
const subjectOf = (column: Column, table: Table): string => column.label || (table.heading?.text ?? table.group ?? '');

/** Whether one can be taken from the other: a thermometer's kelvins and its ohms cannot. */
const areComparable = (left: Column | null, right: Column | null): boolean =>
  left !== null && right !== null && unitsOf(left).some((from) => unitsOf(right).some((to) => convertUnit('1', from, to, 'difference') !== null));

/** Columns that together are one row of points: a channel, a run. */
interface Channel {
  readonly reference: Column | null;
  readonly measured: Column | null;
  readonly error: Column | null;
  readonly name: string | null;
}

const rowsOfChannel = ({ reference, measured, error }: Channel): number =>
  Math.max(0, ...[reference, measured, error].map((column) => (column ? rowsOf(column) : 0)));

export class PointReader {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The points of one table, row by row. */
  read(table: Table): MeasurementPoint[] {
    const numeric = table.columns.filter(isNumeric);
    const complex = table.columns.filter(({ quantity }) => quantity.series.some(({ kind }) => kind === 'complex'));
    for (const column of complex) this.#findings.add('complex-not-mapped', column.label, column.quantity.element);
    const channels = this.#channels(table, numeric);
    const words = table.columns.filter(({ quantity, role }) => quantity.series[0]?.kind === 'words' && rowsOf({ quantity, role, label: '' }) > 0 && role?.role !== 'conformity');
    const rowCount = Math.max(0, ...channels.map(rowsOfChannel));
    for (const column of [...numeric, ...words]) this.#checkLength(column, rowCount);
    // Its own rows: a single value beside a longer table is one point, not one for each of its rows.
    return channels.flatMap((channel) => this.#channelPoints(table, channel, words, rowsOfChannel(channel)));
  }

  #checkLength(column: Column, rowCount: number): void {
    const rows = rowsOf(column);
    if (rows > 1 && rowCount > 1 && rows !== rowCount) this.#findings.add('columns-of-unequal-length', column.label, column.quantity.element);
  }

  #channels(table: Table, numeric: readonly Column[]): Channel[] {
    const withRole = (role: DccColumnRole) => numeric.filter((column) => column.role?.role === role);
    const measured = withRole('measured');
    const errors = withRole('error');
    let references = withRole('reference');
    const nominal = withRole('nominal');
    if (references.length === 0 && nominal.length > 0 && (measured.length > 0 || errors.length > 0)) {
      references = nominal;
      for (const column of nominal) this.#findings.add('nominal-as-reference', column.label, column.quantity.element);
    }
    const unknown = numeric.filter((column) => column.role === null);
    if (measured.length === 0 && errors.length === 0) {
      const computed = unknown.filter(({ quantity }) => isOfFormula(quantity.refTypes));
      for (const column of computed) this.#findings.add('column-not-mapped', subjectOf(column, table), column.quantity.element);
      return this.#byStructure(table, numeric, references.length > 0 ? references : nominal, unknown.filter((column) => !computed.includes(column)));
    }
    for (const column of [...references, ...measured, ...errors]) {
      if (column.role?.by === 'name') this.#findings.add('role-by-name', column.label, column.quantity.element);
    }
    for (const { label, quantity } of unknown) {
      this.#findings.add('column-not-mapped', label, quantity.element);
      if (quantity.refTypes.length > 0 && !roleOf(quantity.refTypes, null)) this.#findings.add('unknown-ref-type', quantity.refTypes.join(' '), quantity.element);
    }
    const count = Math.max(measured.length, errors.length);
    if (count > 1) this.#findings.add('several-columns-of-one-role', [...measured, ...errors].map(({ label }) => label).join(', '), table.element);
    return Array.from({ length: count }, (_, index) => ({
      reference: oneForAll(references, index) ?? references[0] ?? null,
      measured: measured[index] ?? null,
      error: errors.length === 1 && count > 1 && index > 0 ? null : (oneForAll(errors, index) ?? null),
      name: count > 1 ? (measured[index] ?? errors[index])?.label ?? null : null,
    }));
  }

  /** No quantity says that it was measured: where one stands alone beside what it is compared with, it was. */
  #byStructure(table: Table, numeric: readonly Column[], references: readonly Column[], unknown: readonly Column[]): Channel[] {
    if (table.hasInnerTables) return this.#besideLists(table, unknown);
    for (const column of unknown) this.#findings.add('role-by-structure', subjectOf(column, table), column.quantity.element);
    if (unknown.length === 0 && references.length > 0 && numeric.some(({ quantity }) => quantity.series.some(({ cells }) => cells.some((cell) => cell.uncertainty)))) {
      // A reference value with an uncertainty is what was determined: a gauge block, a weight.
      return references.map((column) => {
        this.#findings.add('role-by-structure', column.label, column.quantity.element);
        return { reference: null, measured: column, error: null, name: references.length > 1 ? column.label : null };
      });
    }
    return unknown.map((column) => ({ reference: references[0] ?? null, measured: column, error: null, name: column.label === '' ? null : column.label }));
  }

  /** Quantities beside lists: one with an uncertainty is a result of its own, another says under what the lists were measured. */
  #besideLists(table: Table, unknown: readonly Column[]): Channel[] {
    return unknown.flatMap((column) => {
      const isResult = column.quantity.series.some(({ cells }) => cells.some((cell) => cell.uncertainty));
      this.#findings.add(isResult ? 'role-by-structure' : 'column-not-mapped', subjectOf(column, table), column.quantity.element);
      return isResult ? [{ reference: null, measured: column, error: null, name: column.label === '' ? null : column.label }] : [];
    });
  }

  #channelPoints(table: Table, channel: Channel, words: readonly Column[], rowCount: number): MeasurementPoint[] {
    const { reference, measured, error, name } = channel;
    const columns = [reference, measured, error].filter((column) => column !== null);
    const unit = commonUnit(columns);
    const errorSeries = error && inUnit(error, unit);
    const read = (column: Column | null) => column && { column, series: inUnit(column, unit) };
    const judgedColumn = error ?? measured;
    const limits = new Limits(table, channel, this.#findings, rowCount);
    const points: MeasurementPoint[] = [];
    for (let row = 0; row < rowCount; row += 1) {
      const referenceValue = this.#measurand(read(reference), row);
      const measuredValue = this.#measurand(read(measured), row);
      const errorValue = this.#measurand(error && { column: error, series: errorSeries }, row);
      if (!referenceValue && !measuredValue && !errorValue) continue;
      if (judgedColumn && ![errorValue, measuredValue, referenceValue].some((value) => value?.uncertainty)) {
        this.#findings.add('missing-uncertainty', subjectOf(judgedColumn, table), judgedColumn.quantity.element);
      }
      const judged = limits.judged;
      const judgedUnit = judged === 'error' ? (errorValue ?? measuredValue)?.unit : measuredValue?.unit;
      points.push({
        stage: table.stage ?? 'only',
        group: table.group,
        label: labelOf(table, name, words, row, [measured, error, reference]),
        reference: referenceValue, measured: measuredValue, error: errorValue, judged,
        ...limits.at(row, judgedUnit ?? null),
        fromExternalProvider: table.isExternal,
      });
    }
    return points;
  }

  #measurand(from: { readonly column: Column; readonly series: Series | null } | null, row: number): Measurand | null {
    if (!from?.series) return null;
    const { column, series } = from;
    const cell = cellOf(column.quantity, series, row);
    if (!cell) return null;
    return measurandOf(cell, cell.unit, oneForAll(column.quantity.relative, row) ?? null, {
      name: column.label, element: column.quantity.element, findings: this.#findings,
    });
  }
}

/** Words of the row: the list's name, the channel, columns of words, labels of values. */
function labelOf(table: Table, channel: string | null, words: readonly Column[], row: number, columns: readonly (Column | null)[]): string | null {
  const cellLabel = columns.map((column) => (column?.quantity.series[0] ? oneForAll(column.quantity.series[0].cells, row)?.label : null)).find((label) => label);
  const parts = [
    oneForAll(table.rowLabels, row) ?? null,
    channel,
    ...words.map((column) => oneForAll(column.quantity.series[0]?.cells ?? [], row)?.text ?? null),
    cellLabel ?? null,
  ].filter((part) => part !== null && part !== '');
  return parts.length > 0 ? [...new Set(parts)].join(' · ') : null;
}

type Side = 'tolerance-lower' | 'tolerance-upper' | 'acceptance-lower' | 'acceptance-upper';

/** The limits and the verdict that are stated of a channel. */
class Limits {
  readonly judged: 'error' | 'value';
  readonly #statements: readonly LimitStatement[];
  readonly #columns: readonly Column[];
  readonly #conformity: readonly string[];
  readonly #findings: Findings;

  constructor(table: Table, channel: Channel, findings: Findings, rowCount: number) {
    this.#findings = findings;
    const owners = new Set<DccColumnRole | null>([null, ...[channel.error, channel.measured].map((column) => column?.role?.role ?? null)]);
    this.#statements = table.limits.filter(({ owner }) => owners.has(owner));
    const beside = table.columns.filter(({ role }) => isLimit(role?.role));
    this.#columns = [...this.#statements.flatMap(({ columns }) => columns), ...beside];
    const stated = this.#statements.map(({ conformity }) => conformity).find((list) => list.length > 0);
    const column = table.columns.find(({ role }) => role?.role === 'conformity');
    this.#conformity = stated ?? column?.quantity.series[0]?.cells.map(({ text }) => text) ?? [];
    if (this.#conformity.length > 1 && this.#conformity.length !== rowCount) findings.add('conformity-count', String(this.#conformity.length), table.element);
    this.judged = this.#judgedBy(table, channel, beside);
  }

  #judgedBy(table: Table, channel: Channel, beside: readonly Column[]): 'error' | 'value' {
    const owner = this.#statements.find(({ columns }) => columns.length > 0)?.owner;
    if (owner === 'error') return 'error';
    if (owner === 'measured') return 'value';
    const assumed = channel.error || areComparable(channel.reference, channel.measured) ? 'error' : 'value';
    if ((owner === null || beside.length > 0) && this.#columns.length > 0) {
      this.#findings.add('limits-basis-assumed', this.#columns.map(({ label }) => label).join(', '), table.element);
      // A limit stands where the values are: an error of a few hundredths is not held to limits of a hundred.
      return channel.error ? 'error' : 'value';
    }
    return assumed;
  }

  at(row: number, unit: string | null): Pick<MeasurementPoint, 'lowerLimit' | 'upperLimit' | 'statedAcceptance' | 'statedConformity'> {
    const lower = this.#limit('acceptance-lower', row, unit);
    const upper = this.#limit('acceptance-upper', row, unit);
    const word = oneForAll(this.#conformity, row) ?? null;
    const verdict = verdictOf(word);
    const [statement] = this.#statements;
    if (word !== null && verdict === null && statement) this.#findings.add('unknown-conformity', word, statement.element);
    return {
      lowerLimit: this.#limit('tolerance-lower', row, unit),
      upperLimit: this.#limit('tolerance-upper', row, unit),
      statedAcceptance: lower === null && upper === null ? null : { lower, upper },
      statedConformity: verdict,
    };
  }

  #limit(side: Side, row: number, unit: string | null): string | null {
    const column = this.#columns.find(({ role }) => role?.role === side);
    if (!column) return null;
    const stated = column.quantity.series.flatMap((series) => {
      const cell = oneForAll(series.cells, row);
      return cell && isDecimal(cell.text) ? [{ text: cell.text, unit: cell.unit ?? series.unit ?? '\\one' }] : [];
    });
    if (stated.length === 0 || unit === null) return null;
    const same = stated.find((limit) => normalUnit(limit.unit) === normalUnit(unit));
    if (same) return same.text;
    // µm beside mm, and K beside °C where a difference is judged, are exact.
    const kind = this.judged === 'error' ? 'difference' : 'value';
    const converted = stated.map((limit) => convertUnit(limit.text, limit.unit, unit, kind)).find((text) => text !== null) ?? null;
    if (converted === null) this.#findings.add('limit-in-another-unit', column.label, column.quantity.element);
    return converted;
  }
}
