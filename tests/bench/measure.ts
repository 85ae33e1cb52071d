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

/** Milliseconds by the wall. */
const wallMs = (): number => performance.now();

/** Milliseconds of work of this process: the same on a busy machine as on a quiet one. Waiting for the disk is not in it. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function timed(job: Job, from: () => number, until: () => number, repeats = 1): Promise<number> {
  const start = from();
  for (let run = 0; run < repeats; run += 1) await job();
  return (until() - start) / repeats;
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
  /** How often the job is done in one timing, where one is too short to time; what is told is the time of one. */
  readonly repeats?: number;
  /** The moment that counts, where a job goes on after it (to clean up). Left out: its end. */
  readonly until?: () => number;
  /** In milliseconds; left out: the wall's. */
  readonly clock?: () => number;
}

/** Warms both up once, then times `pairs` pairs. `ratio` is the median of job/baseline over the pairs. */
export async function compare(
  name: string,
  jobs: Jobs,
): Promise<Comparison> {
  await jobs.job();
  await jobs.baseline();
  const clock = jobs.clock ?? wallMs;
  const until = jobs.until ?? clock;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < jobs.pairs; pair += 1) {
    ours.push(await timed(jobs.job, clock, until, jobs.repeats));
    theirs.push(await timed(jobs.baseline, clock, until));
  }
  const ratios = ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
  return { name, aim: jobs.aim, medianMs: median(ours), baselineMs: median(theirs), ratio: median(ratios), ratios, note: jobs.note };
}
