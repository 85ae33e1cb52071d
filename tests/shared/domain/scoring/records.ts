import { isoDayToNumber, numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { emptyEntries, emptyRelationship } from '#shared/domain/relationship/index.ts';
import type { RelationshipRecords } from '#shared/domain/relationship/index.ts';
import { emptyCompanyFacts, evidenceRules, profileFieldKeys } from '#shared/domain/scoring/index.ts';
import type { AssessmentRecord, ClientRecords, CompanyRecords, InteractionRecord, Profile, ProfileFact, ScoringContext } from '#shared/domain/scoring/index.ts';
import { defaultPriors, equalWeights } from '#shared/domain/scoring/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';

export const today = isoDayToNumber('2026-03-31');

export const profileOf = (fact: (key: (typeof profileFieldKeys)[number]) => ProfileFact | null): Profile => {
  const entries = profileFieldKeys.map((key) => [key, fact(key)] as const);
  const known = new Map(entries);
  const at = (key: (typeof profileFieldKeys)[number]): ProfileFact | null => known.get(key) ?? null;
  return {
    country: at('country'), timeZone: at('timeZone'), language: at('language'), preferredChannel: at('preferredChannel'), rhythm: at('rhythm'),
    contact: at('contact'), contactRole: at('contactRole'), email: at('email'), phone: at('phone'), owner: at('owner'), segment: at('segment'),
    website: at('website'), social: at('social'),
  };
};

/** The day so many days before today, `YYYY-MM-DD`. */
export const daysAgo = (days: number): string => numberToIsoDay(today - days);

/** A client of whom nothing is recorded, to be filled in by the test. */
export const client = (given: Partial<ClientRecords> = {}): ClientRecords => ({
  clientId: 'C', lines: [], interactions: [], profile: profileOf(() => null), rhythmDays: null, assessments: [], relationship: emptyRelationship, ...given,
});

/** A client of whom only entries of a relationship are recorded. */
export const clientWith = (entries: Partial<RelationshipRecords['entries']>, given: Partial<Omit<RelationshipRecords, 'entries'>> = {}): ClientRecords =>
  client({ relationship: { ...emptyRelationship, ...given, entries: { ...emptyEntries, ...entries } } });

/** At noon so many days before today, by email and without further ado unless said otherwise. */
export const interaction = (ageDays: number, direction: InteractionRecord['direction'], given: Partial<InteractionRecord> = {}): InteractionRecord => ({
  id: `i${ageDays}${direction}`, day: today - ageDays, direction, at: `${daysAgo(ageDays)}T12:00:00.000Z`, channel: 'email', sentiment: null, language: null,
  answersId: null, needsAnswer: false, ...given,
});

export const companyOf = (given: Partial<CompanyRecords> = {}): CompanyRecords => ({ assessments: [], facts: emptyCompanyFacts, ...given });

export const context = (given: Partial<ScoringContext> = {}): ScoringContext => ({
  asOfDay: today, weights: equalWeights, priors: defaultPriors, company: companyOf(), ...given,
});

export const assessment = (indicatorId: IndicatorId, rating: number, ageDays: number, given: Partial<AssessmentRecord> = {}): AssessmentRecord => ({
  id: `${indicatorId} ${rating} ${ageDays}`, indicatorId, rating, day: today - ageDays, ratedAt: '2026-01-01T00:00:00Z', raterId: 'rater', source: 'manager', ...given,
});

export interface SeenEvent {
  readonly outcome: number;
  readonly age: number;
  readonly source: string;
  readonly reason: string;
  readonly values: readonly [number | string, number | string];
}

/** What one rule makes of one client's records, as they stand on `asOfDay`. */
export const eventsOf = (indicatorId: IndicatorId, records: ClientRecords, asOfDay: number = today): readonly SeenEvent[] => {
  const rule = evidenceRules.find((each) => each.indicatorId === indicatorId);
  if (rule === undefined) throw new RangeError(`no rule for ${indicatorId}`);
  const events: SeenEvent[] = [];
  rule.visit(records, asOfDay, (outcome, day, kind, id, reason, first, second) => {
    events.push({ outcome, age: asOfDay - day, source: `${kind}:${id}`, reason, values: [first, second] });
  });
  return events;
};
