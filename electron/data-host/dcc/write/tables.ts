import type { Measurand, MeasurementPoint, Stage, Verdict } from '#shared/domain/calibration/types.ts';
import { isDccWord, dccConformityOf } from '../verdicts.ts';

/** A point with its place on the certificate, from 1. */
export interface Row {
  readonly position: number;
  readonly point: MeasurementPoint;
}

/** Points of one kind: every column is there for all of them or for none. */
export interface Table {
  readonly rows: readonly Row[];
}

/** Tables under one heading, found or left alike. */
export interface ResultOf {
  readonly stage: Stage;
  readonly group: string | null;
  readonly tables: readonly Table[];
}

/** What a column's uncertainties must share to stand in one list. */
const measurandShape = (measurand: Measurand | null): unknown =>
  measurand && (measurand.uncertainty ? [measurand.uncertainty.kind, measurand.uncertainty.distribution] : 'exact');

function verdictShape(verdict: Verdict | null): string | null {
  if (verdict === null) return null;
  if (isDccWord(verdict)) return 'dcc';
  return dccConformityOf(verdict) === null ? 'own' : 'both';
}

function shapeOf(point: MeasurementPoint): string {
  const { statedAcceptance: acceptance } = point;
  return JSON.stringify([
    point.label === null, measurandShape(point.reference), measurandShape(point.measured), measurandShape(point.error), point.judged,
    point.lowerLimit === null, point.upperLimit === null, acceptance && [acceptance.lower === null, acceptance.upper === null],
    verdictShape(point.statedConformity), point.fromExternalProvider,
  ]);
}

function gathered<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = byKey.get(key);
    if (known) known.push(item);
    else byKey.set(key, [item]);
  }
  return [...byKey.values()];
}

/** As found apart from as left, heading by heading, in the order in which each first occurs. */
export function resultsOf(points: readonly MeasurementPoint[]): readonly ResultOf[] {
  const rows = points.map((point, index) => ({ position: index + 1, point }));
  return gathered(rows, ({ point }) => JSON.stringify([point.stage, point.group])).flatMap((ofResult) => {
    const [first] = ofResult;
    return first ? [{ stage: first.point.stage, group: first.point.group, tables: gathered(ofResult, ({ point }) => shapeOf(point)).map((ofTable) => ({ rows: ofTable })) }] : [];
  });
}

/** Whether the tables one after the other give the points in another order than the certificate's. */
export function isReordered(results: readonly ResultOf[]): boolean {
  const positions = results.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.map(({ position }) => position)));
  return positions.some((position, index) => position !== index + 1);
}
