import type { z } from 'zod';
import { certificateDocument, maximumPoints, measurementPoint } from '#shared/contract/certificates.ts';
import type { DocumentContent } from '#shared/contract/certificates.ts';
import type { DccFinding } from '#shared/contract/dcc.ts';
import type { Certificate, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { Pace } from '../jobs.ts';
import { DccRefused } from './refused.ts';

export interface Fitted {
  readonly certificate: { readonly document: DocumentContent; readonly points: MeasurementPoint[] };
  /** What was done to make it fit; the whole of it stands in the file. */
  readonly findings: readonly DccFinding[];
}

/** Stands where a document leaves out what a certificate must have; said by what its form lacks. */
const nothing = '—';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same value with what stands at the path changed. */
function changed(value: unknown, [head, ...rest]: readonly PropertyKey[], change: (old: unknown) => unknown): unknown {
  if (head === undefined) return change(value);
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === head ? changed(each, rest, change) : each));
  return isRecord(value) ? { ...value, [String(head)]: changed(value[String(head)], rest, change) } : value;
}

interface Remedy {
  readonly code: 'shortened' | 'empty-text';
  readonly change: (old: unknown) => unknown;
}

/** What is done about one thing that does not fit a field; undefined: nothing can be. */
function remedyOf(issue: z.core.$ZodIssue): Remedy | undefined {
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum);
    const cut = (old: unknown): unknown => {
      if (typeof old === 'string') return `${old.slice(0, most - 1).trimEnd()}…`;
      return Array.isArray(old) ? old.slice(0, most) : null;
    };
    return { code: 'shortened', change: cut };
  }
  return issue.code === 'too_small' ? { code: 'empty-text', change: (old) => (typeof old === 'string' ? nothing : null) } : undefined;
}

const mostRounds = 4;

/** @throws DccRefused `unfit` where a field cannot hold what the file says, however it is cut. */
function fitted<T>(schema: z.ZodType<T>, given: unknown, path: string, findings: DccFinding[]): T {
  let value = given;
  for (let round = 0; ; round += 1) {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      const field = [path, ...issue.path.map(String)].filter((part) => part !== '').join('.');
      const remedy = remedyOf(issue);
      if (!remedy || round === mostRounds) throw new DccRefused('unfit', { field });
      value = changed(value, issue.path, remedy.change);
      findings.push({ code: remedy.code, params: { field } });
    }
  }
}

/**
 * What a file says within the bounds of our fields: a text that is too long ends in an ellipsis.
 * @throws DccRefused `too-many-points`, `unfit`
 */
export async function fit({ document, points }: Certificate, pulse: () => Promise<void>): Promise<Fitted> {
  if (points.length > maximumPoints) throw new DccRefused('too-many-points', { count: points.length, limit: maximumPoints });
  const findings: DccFinding[] = [];
  const pace = new Pace(pulse);
  const fittedPoints: MeasurementPoint[] = [];
  for (const [position, point] of points.entries()) {
    fittedPoints.push(fitted(measurementPoint, point, `points.${position}`, findings));
    if (pace.isDue) await pace.rest();
  }
  return { certificate: { document: fitted(certificateDocument, document, '', findings), points: fittedPoints }, findings };
}
