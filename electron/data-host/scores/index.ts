import { assessments } from '../db/tables.ts';
import { CancelledError } from '../db/errors.ts';
import type { Transaction } from '../db/store.ts';
import { streamJob } from '../jobs.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { readMe } from '../settings/index.ts';
import { readAgreement, readRaters } from './agreement.ts';
import { findRatingIssues, readAssessment, readAssessments, saveRatings } from './assessments.ts';
import { explainScore } from './explain.ts';
import { readPortfolio } from './portfolio.ts';
import { markScoresStale, refreshClient, rescoreAll } from './rescoring.ts';
import { explainChange, imagineScore, readActions } from './questions.ts';
import { readSnapshots } from './snapshots.ts';

export { startBackgroundRescoring } from './background.ts';
export type { BackgroundRescoring } from './background.ts';
export { explainScore } from './explain.ts';
export { readLines, readLinesById, readProductLines } from './lines.ts';
export { dropSummary, markScoresStale, refreshClient, rescoreAll, rescoreClients } from './rescoring.ts';
export { headlineOf, readBasis } from './basis.ts';
export { valuesOf } from './relationship.ts';
export type { EntryRow } from './relationship.ts';
export { currentWeightVersion, readJudgements, readWeightVersions } from './weights.ts';

const os = guarded.scores;

/** A rating of the exporter itself moves every client's score: that takes a full rescoring. */
function follow(tx: Transaction, clientId: string | null, now: Date): void {
  if (clientId === null) markScoresStale(tx, now);
  else refreshClient(tx, clientId, now);
}

const isThere = (tx: Transaction, clientId: string): boolean =>
  tx.get('SELECT 1 FROM clients WHERE id = ? AND deleted_at IS NULL', [clientId]) !== undefined;

export const scoresRouter = os.router({
  explain: os.explain.handler(({ context: { store, now }, input, errors }) => {
    const explanation = explainScore(store.read, input.clientId, now());
    if (!explanation) throw errors.NOT_FOUND(missing('client', input.clientId));
    return explanation;
  }),
  portfolio: os.portfolio.handler(({ context: { store, now } }) => readPortfolio(store.read, now())),
  assessments: os.assessments.handler(({ context: { store }, input }) => readAssessments(store.read, input.clientId)),
  rate: os.rate.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { clientId, ratings } = input;
      if (clientId !== null && !isThere(tx, clientId)) throw errors.NOT_FOUND(missing('client', clientId));
      const issues = findRatingIssues(clientId, ratings);
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      saveRatings(tx, clientId, ratings, readMe(tx)?.id ?? null);
      follow(tx, clientId, now());
      return readAssessments(tx, clientId);
    }),
  ),
  withdraw: os.withdraw.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const rating = readAssessment(tx, input.id, false);
      if (!rating) throw errors.NOT_FOUND(missing('assessment', input.id));
      tx.softDelete(assessments, input.id);
      follow(tx, rating.clientId, now());
      return input;
    }),
  ),
  reinstate: os.reinstate.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const rating = readAssessment(tx, input.id, true);
      if (!rating) throw errors.NOT_FOUND(missing('assessment', input.id));
      tx.restore(assessments, input.id);
      follow(tx, rating.clientId, now());
      return rating;
    }),
  ),
  rescore: os.rescore.handler(async function* ({ context: { store, now }, signal, errors }) {
    try {
      yield* streamJob(signal, (report, jobSignal) => rescoreAll(store, { now: now(), signal: jobSignal, onProgress: report }));
    } catch (error) {
      if (error instanceof CancelledError) throw errors.CANCELLED();
      throw error;
    }
  }),
  raters: os.raters.handler(({ context: { store } }) => readRaters(store.read)),
  agreement: os.agreement.handler(({ context: { store }, input, errors }) => {
    const agreement = readAgreement(store.read, input);
    if (!agreement) throw errors.NOT_FOUND(missing('rater', input.raterA ?? input.raterB ?? ''));
    return agreement;
  }),
  history: os.history.handler(({ context: { store }, input }) => readSnapshots(store.read, input.clientId)),
  changed: os.changed.handler(({ context: { store, now }, input, errors }) => {
    const change = explainChange(store.read, input.clientId, input.sinceOn, now());
    if (change === undefined) throw errors.NOT_FOUND(missing('client', input.clientId));
    if (change === 'not-before') throw errors.INVALID(invalid({ field: 'sinceOn', code: 'not-before-reading-day' }));
    return change;
  }),
  whatIf: os.whatIf.handler(({ context: { store, now }, input, errors }) => {
    const imagined = imagineScore(store.read, input.clientId, input.changes, now());
    if (imagined === undefined) throw errors.NOT_FOUND(missing('client', input.clientId));
    if ('issues' in imagined) throw errors.INVALID(invalid(...imagined.issues));
    return imagined;
  }),
  actions: os.actions.handler(({ context: { store, now }, input, errors }) => {
    const actions = readActions(store.read, input.clientId, now());
    if (!actions) throw errors.NOT_FOUND(missing('client', input.clientId));
    return actions;
  }),
  snapshots: os.snapshots.handler(({ context: { store }, input }) => readSnapshots(store.read, input.clientId)),
});
