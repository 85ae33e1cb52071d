import type { Progress } from '#shared/contract/common.ts';
import { createBulkScorer } from '#shared/domain/scoring/index.ts';
import type { ClientScore } from '#shared/domain/scoring/index.ts';
import type { Connection, Store, Transaction } from '../db/store.ts';
import { Pace, pulseOf } from '../jobs.ts';
import { author } from '../procedures.ts';
import { localDayOf } from '../settings/index.ts';
import { headlineOf, readBasis, sameBasis } from './basis.ts';
import { readInForce } from './in-force.ts';
import type { InForce } from './in-force.ts';
import { CompanyTally } from './company.ts';
import { keepPriors, namePriors, readPriors } from './priors.ts';
import type { KeptPriors } from './priors.ts';
import { readAllBundles, readBundle, readCompanyAssessments, readingContext } from './records.ts';
import type { ReadingContext } from './records.ts';
import { keepMonthEnd, keepMonthEnds, keepSnapshot, readLastSnapshot, readLastSnapshots } from './snapshots.ts';
import { deleteLostSummaries, deleteSummary, entryOf, figuresOf, hasStaleSummaries, listNewClients, markAllStale, writeSummary } from './summaries.ts';
import type { Entry, Figures } from './summaries.ts';

/**
 * Scores follow records in two ways. A change of one client rescores that client within its own transaction, with the
 * priors of the last full rescoring. A full rescoring reads everything without holding up anybody, estimates the priors,
 * and writes in one short transaction; what changed while it read is scored again there.
 */

export interface RescoreOptions {
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  /** Phases: `reading`, `scoring`, `writing`; done and total count clients. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface RescoreResult {
  readonly clientCount: number;
  /** Clients with enough data for an overall score. */
  readonly scoredCount: number;
  readonly asOfOn: string;
}

/** What a full rescoring under way must know: changes of single clients, and changes that make all it has read worthless. */
interface Watch {
  readonly changed: Set<string>;
  allChanged: boolean;
}
const watches = new Set<Watch>();

/** Scores one client anew within the transaction that changed it, so that no list shows a score of records that are gone. */
export function refreshClient(tx: Transaction, clientId: string, now: Date): void {
  for (const watch of watches) watch.changed.add(clientId);
  const inForce = readInForce(tx, now);
  scoreAlone(tx, clientId, inForce, readingContext(tx, inForce.basis), localDayOf(now));
}

function scoreAlone(tx: Transaction, clientId: string, { basis, context }: InForce, reading: ReadingContext, todayOn: string): void {
  const bundle = readBundle(tx, clientId, reading);
  if (!bundle) {
    deleteSummary(tx, clientId);
    return;
  }
  keepMonthEnd(tx, clientId, todayOn);
  const scorer = createBulkScorer(context);
  scorer.add(bundle.records);
  for (const score of scorer.scores(context.priors)) {
    const entry = entryOf(bundle.client, bundle.contacts, bundle.channels);
    writeSummary(tx, entry, figuresOf(bundle, headlineOf(basis), context.asOfDay), score);
    keepSnapshot(tx, score, readLastSnapshot(tx, clientId), todayOn);
  }
}

/** The named clients with the priors of the last full rescoring, in a transaction of its own. */
export async function rescoreClients(store: Store, clientIds: readonly string[], now: Date): Promise<void> {
  await store.write(author(store), (tx) => {
    for (const clientId of clientIds) refreshClient(tx, clientId, now);
  });
}

/** A client that went to the bin leaves the lists. */
export function dropSummary(tx: Transaction, clientId: string): void {
  for (const watch of watches) watch.changed.add(clientId);
  deleteSummary(tx, clientId);
}

/**
 * For a change of many clients at once, within its transaction: new clients stand in lists at once, lost ones leave, and
 * every score counts as out of date until the next full rescoring, which the caller starts when it has committed.
 */
export function markScoresStale(tx: Transaction, now: Date): void {
  for (const watch of watches) watch.allChanged = true;
  keepMonthEnds(tx, localDayOf(now));
  deleteLostSummaries(tx);
  listNewClients(tx, readBasis(tx, now).asOfOn);
  markAllStale(tx);
}

/** Whether lists show scores of another day, of other choices or of other records than the current ones. */
export function areScoresStale(connection: Connection, now: Date): boolean {
  if (!connection.get('SELECT 1 FROM clients WHERE deleted_at IS NULL LIMIT 1')) return false;
  const kept = readPriors(connection);
  return kept === null || !sameBasis(kept.basis, readBasis(connection, now)) || hasStaleSummaries(connection);
}

interface Draft {
  readonly entry: Entry;
  readonly figures: Figures;
}

interface Reading {
  readonly inForce: InForce;
  readonly kept: KeptPriors;
  readonly drafts: readonly Draft[];
  readonly scores: readonly ClientScore[];
}

async function readAll(store: Store, options: RescoreOptions): Promise<Reading> {
  const { read } = store;
  const pace = new Pace(pulseOf(options.signal ?? new AbortController().signal));
  const before = readInForce(read, options.now);
  const { basis } = before;
  const total = read.get<{ n: number }>('SELECT count(*) AS n FROM clients WHERE deleted_at IS NULL')?.n ?? 0;
  const scorer = createBulkScorer(before.context);
  const tally = new CompanyTally();
  const measure = headlineOf(basis);
  const drafts: Draft[] = [];
  for (const bundles of readAllBundles(read, readingContext(read, basis))) {
    for (const bundle of bundles) {
      scorer.add(bundle.records);
      tally.add(bundle);
      drafts.push({ entry: entryOf(bundle.client, bundle.contacts, bundle.channels), figures: figuresOf(bundle, measure, before.context.asOfDay) });
    }
    options.onProgress?.({ phase: 'reading', done: Math.min(drafts.length, total), total });
    if (pace.isDue) await pace.rest();
  }
  const kept = namePriors(read, (id) => scorer.estimatePriors(id), basis, tally.facts());
  const company = { assessments: readCompanyAssessments(read), facts: kept.facts };
  const scores: ClientScore[] = [];
  for (const score of scorer.scores(kept.priors, company)) {
    scores.push(score);
    if (pace.isDue) {
      options.onProgress?.({ phase: 'scoring', done: scores.length, total: drafts.length });
      await pace.rest();
    }
  }
  return { inForce: { basis, context: { ...before.context, priors: kept.priors, company } }, kept, drafts, scores };
}

/** @returns false where something else changed that all of the reading depends on: it must be read again. */
async function writeAll(store: Store, options: RescoreOptions, reading: Reading, watch: Watch): Promise<boolean> {
  return store.writeLong(author(store), options.signal, async (tx, pulse) => {
    if (watch.allChanged || !sameBasis(reading.inForce.basis, readBasis(tx, options.now))) return false;
    const { inForce, kept, drafts, scores } = reading;
    const pace = new Pace(pulse);
    const todayOn = localDayOf(options.now);
    keepMonthEnds(tx, todayOn);
    keepPriors(tx, kept);
    const last = readLastSnapshots(tx);
    for (const [index, draft] of drafts.entries()) {
      const score = scores[index];
      if (score === undefined || watch.changed.has(score.clientId)) continue;
      writeSummary(tx, draft.entry, draft.figures, score);
      keepSnapshot(tx, score, last.get(score.clientId), todayOn);
      if (pace.isDue) {
        options.onProgress?.({ phase: 'writing', done: index, total: drafts.length });
        await pace.rest();
      }
    }
    // Their kinds of records may be ones that nobody had when the reading began.
    const fresh = readingContext(tx, inForce.basis);
    for (const clientId of watch.changed) scoreAlone(tx, clientId, inForce, fresh, todayOn);
    deleteLostSummaries(tx);
    return true;
  });
}

/** One full rescoring a store at a time: two would only undo each other's priors. */
const turns = new WeakMap<Store, Promise<unknown>>();

/**
 * Scores every client anew: priors, list summaries, snapshots. Reading and saving go on meanwhile.
 * @throws CancelledError where the signal aborts; lists keep the scores they had.
 */
export const rescoreAll = (store: Store, options: RescoreOptions): Promise<RescoreResult> => inTurn(store, () => rescoreOnce(store, options));

/** The same, unless somebody else has done it by the time it is its turn. */
export const rescoreIfStale = (store: Store, options: RescoreOptions): Promise<RescoreResult | null> =>
  inTurn(store, () => (areScoresStale(store.read, options.now) ? rescoreOnce(store, options) : Promise.resolve(null)));

function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(work);
  turns.set(store, turn.catch(() => undefined));
  return turn;
}

async function rescoreOnce(store: Store, options: RescoreOptions): Promise<RescoreResult> {
  for (;;) {
    const watch: Watch = { changed: new Set(), allChanged: false };
    watches.add(watch);
    try {
      // Writes that began before the watch end first: what is read below is then either theirs or watched.
      await store.write(author(store), () => undefined);
      const reading = await readAll(store, options);
      if (await writeAll(store, options, reading, watch)) {
        return {
          clientCount: reading.scores.length, scoredCount: reading.scores.filter(({ overall }) => overall !== null).length,
          asOfOn: reading.inForce.basis.asOfOn,
        };
      }
    } finally {
      watches.delete(watch);
    }
  }
}
