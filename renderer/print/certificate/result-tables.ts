import { displayUnit, stages } from '#shared/domain/calibration/index.ts';
import type { DecisionRule, MeasurementPoint, Stage } from '#shared/domain/calibration/index.ts';
import { shownPoint } from '#renderer/instruments/shown-point.ts';
import type { ShownPoint } from '#renderer/instruments/shown-point.ts';

export interface ResultRow extends ShownPoint {
  readonly index: number;
  readonly label: string | null;
  readonly lowerLimit: string | null;
  readonly upperLimit: string | null;
  readonly isExternal: boolean;
}

/** Results that share stage, heading and units, and so one table. Units as symbols. */
export interface ResultTable {
  readonly stage: Stage;
  readonly group: string | null;
  readonly referenceUnit: string;
  readonly measuredUnit: string;
  /** Of the error, U and the limits. */
  readonly unit: string;
  readonly rows: readonly ResultRow[];
}

/** In their order, found before left. */
export function resultTables(points: readonly MeasurementPoint[], rule: DecisionRule | null): readonly ResultTable[] {
  const tables = new Map<string, ResultTable & { readonly rows: ResultRow[] }>();
  for (const stage of stages) {
    for (const [index, point] of points.entries()) {
      if (point.stage !== stage) continue;
      const shown = shownPoint(point, rule);
      const units = { referenceUnit: displayUnit(point.reference?.unit ?? ''), measuredUnit: displayUnit(point.measured?.unit ?? ''), unit: displayUnit(shown.unit) };
      const key = JSON.stringify([stage, point.group, units]);
      const table = tables.get(key) ?? { stage, group: point.group, ...units, rows: [] };
      table.rows.push({ ...shown, index, label: point.label, lowerLimit: point.lowerLimit, upperLimit: point.upperLimit, isExternal: point.fromExternalProvider });
      tables.set(key, table);
    }
  }
  return [...tables.values()];
}
