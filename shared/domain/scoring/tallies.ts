import { indicatorById, indicators } from '../model/index.ts';
import type { IndicatorId, IndicatorSubject } from '../model/index.ts';
import { companyEvidenceRules } from './company-evidence/index.ts';
import { currentAssessments, ratingToOutcome } from './assessments.ts';
import { evidenceRules } from './evidence/index.ts';
import type { Emit, RuleReasons } from './evidence/rule.ts';
import { decayWeights, weightedOutcome } from './formula.ts';
import { assessmentHalfLifeDays, parametersOf } from './parameters.ts';
import type { AssessmentRecord, ClientRecords, CompanyRecords, ImaginedEvent, SourceKind } from './types.ts';

/** The sums of one indicator. S and N of evidence and of assessments are kept apart, because they are shown apart. */
export interface IndicatorTally {
  evidenceSum: number;
  evidenceWeight: number;
  evidenceEvents: number;
  assessmentSum: number;
  assessmentWeight: number;
  assessmentEvents: number;
  /** Assessments younger than their half-life. */
  freshAssessments: number;
}

/** One tally an indicator, in the order of the model. */
export type Tallies = readonly IndicatorTally[];

const emptyTally = (): IndicatorTally => ({
  evidenceSum: 0, evidenceWeight: 0, evidenceEvents: 0, assessmentSum: 0, assessmentWeight: 0, assessmentEvents: 0, freshAssessments: 0,
});

export const createTallies = (): Tallies => indicators.map(emptyTally);

export const clearTally = (tally: IndicatorTally): void => {
  tally.evidenceSum = 0;
  tally.evidenceWeight = 0;
  tally.evidenceEvents = 0;
  tally.assessmentSum = 0;
  tally.assessmentWeight = 0;
  tally.assessmentEvents = 0;
  tally.freshAssessments = 0;
};

const positions: ReadonlyMap<IndicatorId, number> = new Map(indicators.map(({ id }, index) => [id, index]));

/** Place of an indicator in the model's order. */
export const positionOf = (id: IndicatorId): number => {
  const position = positions.get(id);
  if (position === undefined) throw new RangeError(`no indicator "${id}"`);
  return position;
};

const tallyAt = (tallies: Tallies, id: IndicatorId): IndicatorTally => {
  const tally = tallies[positionOf(id)];
  if (tally === undefined) throw new RangeError(`no tally of "${id}"`);
  return tally;
};

/**
 * Enough to speak of: N of evidence and assessments together reaches 1, or somebody rated within the half-life of
 * ratings. The second is this product's reading: by N alone a single rating would fall silent on the day after it was given.
 */
export const hasEnoughData = (tally: IndicatorTally): boolean => tally.evidenceWeight + tally.assessmentWeight >= 1 || tally.freshAssessments > 0;

/** Sees every event that entered a tally; the explained path makes the ledger of it. */
export interface Witness {
  readonly evidence: (
    rule: RuleReasons, outcome: number, weight: number, weighted: number, day: number, sourceKind: SourceKind, sourceId: string, reason: string,
    first: number | string, second: number | string,
  ) => void;
  readonly assessment: (assessment: AssessmentRecord, outcome: number, weight: number, weighted: number) => void;
}

/** Adds current assessments of one subject to the tallies. */
const tallyAssessments = (
  assessments: readonly AssessmentRecord[],
  subject: IndicatorSubject,
  asOfDay: number,
  tallies: Tallies,
  witness: Witness | null,
): void => {
  const weights = decayWeights(assessmentHalfLifeDays);
  for (const assessment of currentAssessments(assessments, subject, asOfDay)) {
    const age = asOfDay - assessment.day;
    const weight = weights[age] ?? 0;
    if (weight === 0) continue;
    const outcome = ratingToOutcome(assessment.rating);
    const weighted = weightedOutcome(weight, outcome);
    const tally = tallyAt(tallies, assessment.indicatorId);
    tally.assessmentSum += weighted;
    tally.assessmentWeight += weight;
    tally.assessmentEvents += 1;
    if (age < assessmentHalfLifeDays) tally.freshAssessments += 1;
    witness?.assessment(assessment, outcome, weight, weighted);
  }
};

/** Takes events of one rule into its tally; nothing is allocated for an event. */
const emitterOf = (rule: RuleReasons, asOfDay: number, tallies: Tallies, witness: Witness | null): Emit => {
  const tally = tallyAt(tallies, rule.indicatorId);
  const weights = decayWeights(parametersOf(rule.indicatorId).halfLifeDays);
  return (outcome, day, sourceKind, sourceId, reason, first, second) => {
    const weight = day > asOfDay ? 0 : (weights[asOfDay - day] ?? 0);
    if (weight === 0) return;
    const weighted = weightedOutcome(weight, outcome);
    tally.evidenceSum += weighted;
    tally.evidenceWeight += weight;
    tally.evidenceEvents += 1;
    witness?.evidence(rule, outcome, weight, weighted, day, sourceKind, sourceId, reason, first, second);
  };
};

/**
 * The one place where records become sums: `collect` runs every rule over one client's records and adds to the tallies.
 * Made once and used for any number of clients.
 */
export const createCollector = (asOfDay: number, tallies: Tallies, witness: Witness | null): ((records: ClientRecords) => void) => {
  const runs = evidenceRules.map((rule) => ({ rule, emit: emitterOf(rule, asOfDay, tallies, witness) }));
  return (records) => {
    for (const { rule, emit } of runs) rule.visit(records, asOfDay, emit);
    tallyAssessments(records.assessments, 'client', asOfDay, tallies, witness);
  };
};

/** The same for the exporter itself, once for all clients. */
export const collectCompany = (company: CompanyRecords, asOfDay: number, tallies: Tallies, witness: Witness | null): void => {
  for (const rule of companyEvidenceRules) rule.visit(company, asOfDay, emitterOf(rule, asOfDay, tallies, witness));
  tallyAssessments(company.assessments, 'company', asOfDay, tallies, witness);
};

export type ImaginedWitness = (event: ImaginedEvent, weight: number, weighted: number, number: number) => void;

/** Events that were only asked about, into the tallies of those they are about; numbered from 1. */
export const tallyImagined = (
  events: readonly ImaginedEvent[],
  asOfDay: number,
  clientTallies: Tallies,
  companyTallies: Tallies,
  witness: ImaginedWitness,
): void => {
  for (const [index, event] of events.entries()) {
    const { id, subject } = indicatorById(event.indicatorId);
    const weight = event.day > asOfDay ? 0 : (decayWeights(parametersOf(id).halfLifeDays)[asOfDay - event.day] ?? 0);
    if (weight === 0) continue;
    const weighted = weightedOutcome(weight, event.outcome);
    const tally = tallyAt(subject === 'company' ? companyTallies : clientTallies, id);
    tally.evidenceSum += weighted;
    tally.evidenceWeight += weight;
    tally.evidenceEvents += 1;
    witness(event, weight, weighted, index + 1);
  }
};
