import type { Store } from '../db/store.ts';
import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

export interface RescoreProgress {
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
}
export interface RescoreOptions {
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RescoreProgress) => void) | undefined;
}
export interface RescoreResult {
  readonly clientCount: number;
  readonly scoredCount: number;
  readonly asOfOn: string;
}
/** Scores every client anew: priors, summaries, snapshots. */
export const rescoreAll = (_store: Store, _options: RescoreOptions): Promise<RescoreResult> => Promise.resolve(notYet());
/** Scores the named clients with the priors of the last full rescoring. */
export const rescoreClients = (_store: Store, _clientIds: readonly string[], _now: Date): Promise<void> => Promise.resolve(notYet());
/** The day that scores are read at: the person's choice, else today. */
export const readingDay = (_store: Store, _now: Date): string => notYet();

const scoresProcedures = guarded.scores;
export const scoresRouter = scoresProcedures.router({
  explain: scoresProcedures.explain.handler(notYet),
  portfolio: scoresProcedures.portfolio.handler(notYet),
  assessments: scoresProcedures.assessments.handler(notYet),
  rate: scoresProcedures.rate.handler(notYet),
  withdraw: scoresProcedures.withdraw.handler(notYet),
  reinstate: scoresProcedures.reinstate.handler(notYet),
  rescore: scoresProcedures.rescore.handler(notYet),
  snapshots: scoresProcedures.snapshots.handler(notYet),
});
