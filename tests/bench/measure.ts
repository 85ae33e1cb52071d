/** Times two jobs in turn, A B A B …, and compares pair by pair: a ratio inside one run holds on a machine whose speed drifts. */
export interface Comparison {
  readonly name: string;
  readonly aim: number;
  readonly medianMs: number;
  readonly baselineMs: number;
  readonly ratio: number;
  readonly ratios: readonly number[];
  readonly note: string;
}

export type Job = () => unknown;

async function timed(job: Job, until: () => number): Promise<number> {
  const start = performance.now();
  await job();
  return until() - start;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

interface Jobs {
  readonly job: Job;
  readonly baseline: Job;
  readonly pairs: number;
  readonly aim: number;
  readonly note: string;
  /** The moment that counts, where a job goes on after it (to clean up). Left out: its end. */
  readonly until?: () => number;
}

/** Warms both up once, then times `pairs` pairs. `ratio` is the median of job/baseline over the pairs. */
export async function compare(
  name: string,
  jobs: Jobs,
): Promise<Comparison> {
  await jobs.job();
  await jobs.baseline();
  const until = jobs.until ?? (() => performance.now());
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < jobs.pairs; pair += 1) {
    ours.push(await timed(jobs.job, until));
    theirs.push(await timed(jobs.baseline, until));
  }
  const ratios = ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
  return { name, aim: jobs.aim, medianMs: median(ours), baselineMs: median(theirs), ratio: median(ratios), ratios, note: jobs.note };
}
