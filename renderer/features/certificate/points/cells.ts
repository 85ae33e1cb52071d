import { convertUnit, displayUnit, toDsiUnit } from '#shared/domain/calibration/index.ts';
import type { Measurand, MeasurementPoint, Uncertainty } from '#shared/domain/calibration/index.ts';
import { readTypedDecimal } from '#renderer/instruments/typed-decimal.ts';

/** The columns that are typed into, in their order. */
export const cellColumns = ['stage', 'group', 'label', 'reference', 'measured', 'error', 'unit', 'expanded', 'factor', 'lower', 'upper'] as const;
export type CellColumn = (typeof cellColumns)[number];

export const textColumns: ReadonlySet<CellColumn> = new Set(['group', 'label']);

/** Columns whose number is not there while it cannot be read. */
export const numberColumns: ReadonlySet<CellColumn> = new Set(['reference', 'measured', 'error', 'expanded', 'lower', 'upper']);

const noUnit = String.raw`\one`;
/** k and the coverage probability that go with it, until others are entered. */
const usualUncertainty = { kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: null } as const;

export const unitOf = ({ measured, reference, error }: MeasurementPoint): string => (measured ?? reference ?? error)?.unit ?? noUnit;
const nothingIn = (unit: string): Measurand => ({ value: null, unit, uncertainty: null });

type Holder = 'error' | 'measured' | 'reference';

/** Where the uncertainty stands that the point is judged with; where none is stated, where one belongs. */
const holderOf = (point: MeasurementPoint): Holder =>
  (['error', 'measured', 'reference'] as const).find((name) => point[name]?.uncertainty) ?? (point.error === null ? 'measured' : 'error');

export const uncertaintyOf = (point: MeasurementPoint): Uncertainty | null => point[holderOf(point)]?.uncertainty ?? null;

export function withUncertainty(point: MeasurementPoint, uncertainty: Uncertainty | null): MeasurementPoint {
  const holder = holderOf(point);
  return { ...point, [holder]: { ...(point[holder] ?? nothingIn(unitOf(point))), uncertainty } };
}

function withValue(point: MeasurementPoint, name: Holder, value: string | null): MeasurementPoint {
  const before = point[name];
  if (name !== 'error' || value !== null) return { ...point, [name]: { ...(before ?? nothingIn(unitOf(point))), value } };
  // Without a stated error it is measured − reference again; its uncertainty stays with the point.
  const rest: MeasurementPoint = { ...point, error: null };
  return before?.uncertainty && uncertaintyOf(rest) === null ? withUncertainty(rest, before.uncertainty) : rest;
}

export function withUnit(point: MeasurementPoint, unit: string): MeasurementPoint {
  const moved = (measurand: Measurand | null): Measurand | null => measurand && { ...measurand, unit };
  return { ...point, reference: moved(point.reference), measured: moved(point.measured) ?? nothingIn(unit), error: moved(point.error) };
}

const percent = String.raw`\percent`;

const writtenUncertainty = (uncertainty: Uncertainty | null): string => {
  if (uncertainty === null) return '';
  if (uncertainty.kind === 'absolute') return uncertainty.expanded;
  return `${convertUnit(uncertainty.expanded, noUnit, percent, 'difference') ?? uncertainty.expanded} %`;
};

/** Several units in one point come from files alone. */
const writtenUnit = (point: MeasurementPoint): string =>
  [...new Set([point.reference, point.measured, point.error].flatMap((measurand) => (measurand === null ? [] : [displayUnit(measurand.unit)])))].join(' · ');

/** What a cell shows, digits Latin; stages are named by their words elsewhere. */
export function readCell(point: MeasurementPoint, column: CellColumn): string {
  switch (column) {
    case 'stage':
      return point.stage;
    case 'group':
    case 'label':
      return point[column] ?? '';
    case 'reference':
    case 'measured':
    case 'error':
      return point[column]?.value ?? '';
    case 'unit':
      return writtenUnit(point);
    case 'expanded':
      return writtenUncertainty(uncertaintyOf(point));
    case 'factor':
      return uncertaintyOf(point)?.coverageFactor ?? '';
    case 'lower':
      return point.lowerLimit ?? '';
    case 'upper':
      return point.upperLimit ?? '';
    default:
      throw new RangeError(`unknown column ${String(column satisfies never)}`);
  }
}

/** Why a cell does not take what was typed: keys of `certificates:cell`. */
export type CellProblem = 'ambiguous' | 'wrong' | 'unknown-unit' | 'no-uncertainty' | 'negative' | 'not-positive';
export type CellWritten = { readonly kind: 'written'; readonly point: MeasurementPoint } | { readonly kind: 'problem'; readonly problem: CellProblem };

const written = (point: MeasurementPoint): CellWritten => ({ kind: 'written', point });
const refused = (problem: CellProblem): CellWritten => ({ kind: 'problem', problem });

function writeUncertainty(point: MeasurementPoint, typed: string): CellWritten {
  const isRelative = /[%٪]\s*$/u.test(typed);
  const read = readTypedDecimal(typed.replace(/[%٪]\s*$/u, ''));
  if (read.kind === 'empty') return written(withUncertainty(point, null));
  if (read.kind !== 'number') return refused(read.kind);
  if (read.text.startsWith('-')) return refused('negative');
  const before = uncertaintyOf(point) ?? usualUncertainty;
  const expanded = isRelative ? (convertUnit(read.text, percent, noUnit, 'difference') ?? read.text) : read.text;
  return written(withUncertainty(point, { ...before, expanded, kind: isRelative ? 'relative' : 'absolute' }));
}

function writeFactor(point: MeasurementPoint, typed: string): CellWritten {
  const read = readTypedDecimal(typed);
  const uncertainty = uncertaintyOf(point);
  if (read.kind === 'empty') return uncertainty === null ? written(point) : refused('not-positive');
  if (read.kind !== 'number') return refused(read.kind);
  if (read.text.startsWith('-') || /^\+?[0.]+(?:e|$)/iu.test(read.text)) return refused('not-positive');
  return uncertainty === null ? refused('no-uncertainty') : written(withUncertainty(point, { ...uncertainty, coverageFactor: read.text }));
}

/** What a person typed into a cell: digits of any script, a point or a comma as decimal sign, units by their symbols. */
export function writeCell(point: MeasurementPoint, column: CellColumn, typed: string): CellWritten {
  switch (column) {
    case 'stage':
      return written(point);
    case 'group':
    case 'label':
      return written({ ...point, [column]: typed.trim() === '' ? null : typed });
    case 'unit': {
      const unit = toDsiUnit(typed);
      return unit === null ? refused('unknown-unit') : written(withUnit(point, unit));
    }
    case 'expanded':
      return writeUncertainty(point, typed);
    case 'factor':
      return writeFactor(point, typed);
    case 'reference':
    case 'measured':
    case 'error':
    case 'lower':
    case 'upper': {
      const read = readTypedDecimal(typed);
      if (read.kind !== 'number' && read.kind !== 'empty') return refused(read.kind);
      const text = read.kind === 'number' ? read.text : null;
      if (column === 'lower') return written({ ...point, lowerLimit: text });
      if (column === 'upper') return written({ ...point, upperLimit: text });
      return written(withValue(point, column, text));
    }
    default:
      throw new RangeError(`unknown column ${String(column satisfies never)}`);
  }
}

const emptied = (measurand: Measurand | null): Measurand | null => measurand && { ...measurand, value: null };

/** A further point like this one, with nothing read yet. */
export const nextLike = (point: MeasurementPoint | undefined): MeasurementPoint => {
  if (point === undefined) {
    return { stage: 'only', group: null, label: null, reference: nothingIn(noUnit), measured: nothingIn(noUnit), error: null, judged: 'error', lowerLimit: null, upperLimit: null, statedAcceptance: null, statedConformity: null, fromExternalProvider: false };
  }
  return { ...point, label: null, reference: emptied(point.reference), measured: emptied(point.measured), error: emptied(point.error), statedAcceptance: null, statedConformity: null };
};
