import { indicators, modelVersion } from '../model/index.ts';
import type { IndicatorId } from '../model/index.ts';
import { basisOf } from './explain.ts';
import { parametersOf } from './parameters.ts';
import { estimatePrior } from './priors.ts';
import type { PortfolioMember } from './priors.ts';
import { bandOf, createRollUp, defaultStageThreshold, stageOf, weakestOf } from './roll-up.ts';
import type { Estimate } from './roll-up.ts';
import { clearTally, collectCompany, createCollector, createTallies } from './tallies.ts';
import type { IndicatorTally, Tallies } from './tallies.ts';
import type { ClientRecords, ClientScore, CompanyRecords, IndicatorPrior, Priors, Weights } from './types.ts';

/** Position of the indicator, then the seven numbers of its tally. */
const entryLength = 8;

/** Tallies of many clients, indicators without events left out: some 64 bytes for each indicator that has any. */
const createTallyStore = () => {
  let entries = new Float64Array(entryLength * 1024);
  let length = 0;
  const clientIds: string[] = [];
  /** Where each client's entries end. */
  const ends: number[] = [];

  const add = (clientId: string, tallies: Tallies): void => {
    for (const [position, tally] of tallies.entries()) {
      if (tally.evidenceEvents + tally.assessmentEvents === 0) continue;
      if (length + entryLength > entries.length) {
        const larger = new Float64Array(entries.length * 2);
        larger.set(entries);
        entries = larger;
      }
      entries[length] = position;
      entries[length + 1] = tally.evidenceSum;
      entries[length + 2] = tally.evidenceWeight;
      entries[length + 3] = tally.evidenceEvents;
      entries[length + 4] = tally.assessmentSum;
      entries[length + 5] = tally.assessmentWeight;
      entries[length + 6] = tally.assessmentEvents;
      entries[length + 7] = tally.freshAssessments;
      length += entryLength;
    }
    clientIds.push(clientId);
    ends.push(length);
  };

  const at = (offset: number): number => entries[offset] ?? 0;
  const read = (offset: number, tally: IndicatorTally): void => {
    tally.evidenceSum = at(offset + 1);
    tally.evidenceWeight = at(offset + 2);
    tally.evidenceEvents = at(offset + 3);
    tally.assessmentSum = at(offset + 4);
    tally.assessmentWeight = at(offset + 5);
    tally.assessmentEvents = at(offset + 6);
    tally.freshAssessments = at(offset + 7);
  };

  const members = (): ReadonlyMap<number, readonly PortfolioMember[]> => {
    const byPosition = new Map<number, PortfolioMember[]>();
    for (let offset = 0; offset < length; offset += entryLength) {
      const member = { sum: at(offset + 1) + at(offset + 4), weight: at(offset + 2) + at(offset + 5), events: at(offset + 3) + at(offset + 6) };
      const position = at(offset);
      const known = byPosition.get(position);
      if (known === undefined) byPosition.set(position, [member]);
      else known.push(member);
    }
    return byPosition;
  };

  return { add, at, read, members, clientIds, ends };
};

interface BulkContext {
  readonly asOfDay: number;
  readonly weights: Weights;
  readonly company: CompanyRecords;
  readonly stageThreshold?: number;
}

interface BulkScorer {
  /** Takes one client's records and keeps only their sums. */
  readonly add: (records: ClientRecords) => void;
  /** The priors of all clients added so far, under the identifier with which they will be kept. */
  readonly estimatePriors: (priorsId: string) => Priors;
  /**
   * One score for each client, in the order they were added. `company`: where its facts are known only when all clients
   * have been read; else that of the context.
   */
  readonly scores: (priors: Priors, company?: CompanyRecords) => Generator<ClientScore>;
}

const scoreOrNull = (estimate: Readonly<Estimate> | undefined): number | null =>
  estimate === undefined || Number.isNaN(estimate.mean) ? null : 100 * estimate.mean;

/**
 * The scores of a whole portfolio in one pass over its records: feed the clients one at a time, then take the priors,
 * then the scores. With the same priors each score equals the explained one bit for bit.
 */
export const createBulkScorer = (context: BulkContext): BulkScorer => {
  const clientTallies = createTallies();
  const collect = createCollector(context.asOfDay, clientTallies, null);
  const store = createTallyStore();

  const add = (records: ClientRecords): void => {
    for (const tally of clientTallies) clearTally(tally);
    collect(records);
    store.add(records.clientId, clientTallies);
  };

  const estimatePriors = (priorsId: string): Priors => {
    const members = store.members();
    const estimated: Partial<Record<IndicatorId, IndicatorPrior>> = {};
    for (const [position, { id }] of indicators.entries()) {
      const prior = estimatePrior(members.get(position) ?? [], parametersOf(id));
      if (prior !== null) estimated[id] = prior;
    }
    return { id: priorsId, modelVersion, asOfDay: context.asOfDay, indicators: estimated };
  };

  const scores = function* (priors: Priors, company: CompanyRecords = context.company): Generator<ClientScore> {
    const companyTallies = createTallies();
    collectCompany(company, context.asOfDay, companyTallies, null);
    const basis = basisOf({ ...context, priors });
    const { run } = createRollUp(context.weights, priors);
    const tallies = createTallies();
    let offset = 0;
    for (const [index, clientId] of store.clientIds.entries()) {
      for (const tally of tallies) clearTally(tally);
      for (const end = store.ends[index] ?? offset; offset < end; offset += entryLength) {
        const tally = tallies[store.at(offset)];
        if (tally !== undefined) store.read(offset, tally);
      }
      const rolledUp = run(tallies, companyTallies);
      const band = bandOf(rolledUp.overall);
      const stage = stageOf(rolledUp, context.stageThreshold ?? defaultStageThreshold);
      const [brand, arousal, quality, attraction, continuity] = rolledUp.dimensions;
      yield {
        clientId,
        basis,
        overall: band?.score ?? null,
        lower: band?.lower ?? null,
        upper: band?.upper ?? null,
        coverage: rolledUp.overall.coverage,
        themeCoverage: rolledUp.themes.map(({ coverage }) => coverage),
        stage: stage.placed ? stage.stage : null,
        stageMissing: stage.placed ? null : stage.missing,
        weakestDimension: weakestOf(rolledUp),
        dimensions: {
          brand: scoreOrNull(brand), arousal: scoreOrNull(arousal), quality: scoreOrNull(quality), attraction: scoreOrNull(attraction),
          continuity: scoreOrNull(continuity),
        },
      };
    }
  };

  return { add, estimatePriors, scores };
};
