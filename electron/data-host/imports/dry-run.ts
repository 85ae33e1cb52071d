import { problemLimit } from '#shared/contract/imports.ts';
import type { DryRun } from '#shared/contract/imports.ts';
import type { ImportPlan, Problem, Warning } from '#shared/domain/importing/index.ts';
import type { Connection } from '../db/store.ts';
import { countChanges } from './changes.ts';
import { Gathering } from './gather.ts';
import { Pace, pulseOf } from '../jobs.ts';
import type { Report } from '../jobs.ts';
import { match } from './match.ts';
import { readRows } from './read-rows.ts';
import type { RowTotals } from './read-rows.ts';
import type { Upload } from './uploads.ts';

/** Lists the first findings and counts all of them. */
class Findings<T> {
  readonly list: T[] = [];
  total = 0;

  add(findings: readonly T[]): void {
    this.total += findings.length;
    for (const finding of findings) if (this.list.length < problemLimit) this.list.push(finding);
  }
}

export interface GatheredFile {
  readonly gathering: Gathering;
  readonly totals: RowTotals;
  readonly problems: Findings<Problem>;
  readonly warnings: Findings<Warning>;
}

/** The first phase of a dry run and of a commit: reads the whole file. Holds no transaction. */
export async function gatherFile(upload: Upload, path: string, plan: ImportPlan, report: Report, signal: AbortSignal): Promise<GatheredFile> {
  const gathering = new Gathering(plan);
  const problems = new Findings<Problem>();
  const warnings = new Findings<Warning>();
  const visitor = {
    accepted: gathering.add.bind(gathering),
    refused: (_record: readonly string[], found: readonly Problem[]) => problems.add(found),
    warned: (found: readonly Warning[]) => warnings.add(found),
  };
  const totals = await readRows(upload, path, plan, visitor, report, pulseOf(signal));
  return { gathering, totals, problems, warnings };
}

/** What a commit of the file would do to the store as it is now. */
export async function dryRun(
  connection: Connection,
  upload: Upload,
  path: string,
  plan: ImportPlan,
  report: Report,
  signal: AbortSignal,
): Promise<DryRun> {
  const { gathering, totals, problems, warnings } = await gatherFile(upload, path, plan, report, signal);
  const total = gathering.entityCount;
  let done = 0;
  const changes = await match(connection, gathering, new Pace(pulseOf(signal)), () => {
    done += 1;
    report({ phase: 'matching', done: Math.min(done, total), total });
  });
  warnings.add(changes.warnings);
  return {
    ...totals,
    counts: countChanges(gathering),
    countryCount: gathering.countryCount,
    values: [...gathering.values].map(([currency, minor]) => ({ minor, currency })),
    newestOn: gathering.newestOn,
    oldestOn: gathering.oldestOn,
    problems: problems.list,
    problemTotal: problems.total,
    warnings: warnings.list,
    warningTotal: warnings.total,
  };
}
