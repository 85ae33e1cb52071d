import type { z } from 'zod';
import type { Issue } from '#shared/contract/errors.ts';
import type { ChangeSince, ExplainedChange, ImaginedScore, NextAction, imaginedChange } from '#shared/contract/scores.ts';
import { addDays, trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import { groupChanges, whatChanged } from '#shared/domain/history/index.ts';
import type { ScoreChange } from '#shared/domain/history/index.ts';
import { dimensionOfIndicator } from '#shared/domain/model/index.ts';
import { nextBestActions } from '#shared/domain/playbook/index.ts';
import { scoreClient } from '#shared/domain/scoring/index.ts';
import type { ExplainedScore, RecordRef } from '#shared/domain/scoring/index.ts';
import { whatIf } from '#shared/domain/what-if/index.ts';
import type { Connection } from '../db/store.ts';
import { readPlaybook } from '../playbook/index.ts';
import { readInForce } from './in-force.ts';
import type { InForce } from './in-force.ts';
import { readFacts } from './facts.ts';
import { toImaginedChanges } from './imagined.ts';
import { keptInForce, readPriorsAt } from './priors.ts';
import { readBundle, readingContext } from './records.ts';
import type { ClientBundle } from './records.ts';
import { readSnapshotAt } from './snapshots.ts';
import { weightsAt } from './weights.ts';

interface Opened extends InForce {
  readonly bundle: ClientBundle;
}

function open(connection: Connection, clientId: string, now: Date): Opened | undefined {
  const inForce = readInForce(connection, now);
  const bundle = readBundle(connection, clientId, readingContext(connection, inForce.basis));
  return bundle && { ...inForce, bundle };
}

const refsOf = (scores: readonly ExplainedScore[]): readonly RecordRef[] =>
  scores.flatMap(({ indicators }) => indicators.flatMap(({ ledger }) => ledger.map(({ source }) => source)));

const explained = (connection: Connection, change: ScoreChange, scores: readonly ExplainedScore[]): ExplainedChange => ({
  change, groups: groupChanges(change.parts), facts: readFacts(connection, refsOf(scores)),
});

/** The last instant of a calendar day where this computer stands. */
const endOfDay = (on: string): string => new Date(new Date(`${addDays(on, 1)}T00:00:00`).getTime() - 1).toISOString();

/**
 * The score at the end of an earlier day and now, and what lies between them. The earlier one reads the records of today at
 * that day, so that what happened in between is told and not what was typed in between, with the priors, facts and weights
 * that were in force then; before the first rescoring, those of now. Undefined where there is no such client, 'not-before'
 * where the day is not before the reading day.
 */
export function explainChange(connection: Connection, clientId: string, sinceOn: string, now: Date): ChangeSince | 'not-before' | undefined {
  const opened = open(connection, clientId, now);
  if (!opened) return undefined;
  const { basis, context, bundle } = opened;
  if (sinceOn >= basis.asOfOn) return 'not-before';
  const then = endOfDay(sinceOn);
  const kept = readPriorsAt(connection, then) ?? keptInForce(connection);
  const before = scoreClient(bundle.records, {
    ...context, asOfDay: trustedIsoDayToNumber(sinceOn), priors: kept.priors, weights: weightsAt(connection, then),
    company: { ...context.company, facts: kept.facts },
  });
  const after = scoreClient(bundle.records, context);
  return {
    ...explained(connection, whatChanged(before, after), [before, after]), sinceOn, asOfOn: basis.asOfOn, before, after,
    shownThen: readSnapshotAt(connection, clientId, sinceOn),
  };
}

/** On paper alone: nothing is written. */
export function imagineScore(
  connection: Connection, clientId: string, given: readonly z.output<typeof imaginedChange>[], now: Date,
): ImaginedScore | { readonly issues: readonly Issue[] } | undefined {
  const opened = open(connection, clientId, now);
  if (!opened) return undefined;
  const { changes, issues } = toImaginedChanges(given, opened.bundle.records, opened.context);
  if (issues.length > 0) return { issues };
  const { before, after, change } = whatIf(opened.bundle.records, opened.context, changes);
  return { ...explained(connection, change, [before, after]), before, after };
}

/** What of the playbook would raise this client's overall score, the most per effort first. */
export function readActions(connection: Connection, clientId: string, now: Date): readonly NextAction[] | undefined {
  const opened = open(connection, clientId, now);
  if (!opened) return undefined;
  return nextBestActions(opened.bundle.records, opened.context, readPlaybook(connection)).map(({ entry, indicatorId, reason, gain, gainPerEffort, overallBefore, overallAfter }) => ({
    entryId: entry.id, stepCode: entry.stepCode, title: entry.title, indicatorId,
    dimensionId: dimensionOfIndicator(indicatorId), effort: entry.effort, gain, gainPerEffort, overallBefore, overallAfter, reason,
  }));
}
