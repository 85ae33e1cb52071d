import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicators } from '#shared/domain/model/index.ts';
import { emptyRelationship, relationshipKind, relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { companyEvidenceRules, scoreClient } from '#shared/domain/scoring/index.ts';
import type { ClientRecords, ExplainedScore } from '#shared/domain/scoring/index.ts';
import { imagine } from '#shared/domain/what-if/index.ts';
import type { ImaginedChange } from '#shared/domain/what-if/index.ts';
import { anyClient, anyCompany } from './portfolio.ts';
import { companyOf, context, daysAgo, today } from './records.ts';

type Entry = (ImaginedChange & { readonly type: 'entry' })['entry'];
const id = 'new';
const on = daysAgo(0);
const longAgo = daysAgo(70);

/** Of each kind the best record there can be and the worst; null: a kind of which no record can be bad. */
const bestAndWorst: Readonly<Record<RelationshipKindKey, readonly [best: Entry, worst: Entry | null]>> = {
  offer: [
    { kind: 'offer', record: { id, offeredOn: on, fitsOwnNeed: true, answer: 'accepted' } }, { kind: 'offer', record: { id, offeredOn: on, fitsOwnNeed: false, answer: 'declined' } },
  ],
  supplyRequest: [{ kind: 'supplyRequest', record: { id, requestedOn: on, supply: 'supplied' } }, { kind: 'supplyRequest', record: { id, requestedOn: on, supply: 'could-not' } }],
  feedback: [
    { kind: 'feedback', record: { id, givenOn: on, isComplaint: true, acknowledgedOn: on, resolvedOn: on, reportedBackOn: on } },
    { kind: 'feedback', record: { id, givenOn: longAgo, isComplaint: true, acknowledgedOn: null, resolvedOn: null, reportedBackOn: null } },
  ],
  benefit: [
    { kind: 'benefit', record: { id, grantedOn: on, throughClub: true, usedOn: on } }, { kind: 'benefit', record: { id, grantedOn: daysAgo(200), throughClub: false, usedOn: null } },
  ],
  clubActivity: [{ kind: 'clubActivity', record: { id, happenedOn: on, activity: 'event' } }, null],
  testimonial: [{ kind: 'testimonial', record: { id, askedOn: on, answer: 'own-name' } }, { kind: 'testimonial', record: { id, askedOn: on, answer: 'declined' } }],
  occasion: [{ kind: 'occasion', record: { id, occursOn: on, markedOn: on } }, { kind: 'occasion', record: { id, occursOn: longAgo, markedOn: null } }],
  campaignTouch: [{ kind: 'campaignTouch', record: { id, sentOn: on, response: 'answered' } }, { kind: 'campaignTouch', record: { id, sentOn: on, response: 'not-reached' } }],
  training: [{ kind: 'training', record: { id, heldOn: on, rating: 5 } }, { kind: 'training', record: { id, heldOn: on, rating: 1 } }],
  // Even an idea that nobody answered is worth 0.2, more than a client can have whose ideas were never recorded; so none is the worst.
  idea: [{ kind: 'idea', record: { id, givenOn: on, answeredOn: on, decision: 'adopted' } }, null],
  consent: [{ kind: 'consent', record: { id, contactId: 'p1', basis: 'consent', givenOn: on, withdrawnOn: null } }, { kind: 'consent', record: { id, contactId: 'p1', basis: 'consent', givenOn: on, withdrawnOn: on } }],
  privacyRequest: [
    { kind: 'privacyRequest', record: { id, receivedOn: on, request: 'access', answeredOn: on } }, { kind: 'privacyRequest', record: { id, receivedOn: longAgo, request: 'access', answeredOn: null } },
  ],
  commitment: [{ kind: 'commitment', record: { id, dueOn: on, keptOn: on, renegotiatedOn: null } }, { kind: 'commitment', record: { id, dueOn: longAgo, keptOn: null, renegotiatedOn: null } }],
  satisfaction: [{ kind: 'satisfaction', record: { id, ratedOn: on, rating: 5, contactId: null } }, { kind: 'satisfaction', record: { id, ratedOn: on, rating: 1, contactId: null } }],
  referral: [{ kind: 'referral', record: { id, referredOn: on } }, null],
  contentShare: [{ kind: 'contentShare', record: { id, sharedOn: on, format: 'video' } }, null],
  warrantyReturn: [
    { kind: 'warrantyReturn', record: { id, openedOn: on, isRepeat: false, settledOn: on, decision: 'accepted' } },
    { kind: 'warrantyReturn', record: { id, openedOn: longAgo, isRepeat: true, settledOn: null, decision: null } },
  ],
};

/** Transparency apart: an overdue return of which the client was told in time is bad for it and yet told openly. */
const fedScores = (kind: RelationshipKindKey, score: ExplainedScore): readonly (number | null)[] =>
  relationshipKind(kind).indicators.filter((indicatorId) => indicatorId !== 'transparency').map((indicatorId) => score.indicators.find((each) => each.indicatorId === indicatorId)?.value?.score ?? null);

/** How far one more record moves each indicator of its kind that had a score already. */
const movesOf = (records: ClientRecords, entry: Entry): readonly number[] => {
  const paper = imagine(records, context(), [{ type: 'entry', entry }]);
  const before = fedScores(entry.kind, scoreClient(records, context()));
  const after = fedScores(entry.kind, scoreClient(paper.records, paper.context));
  return before.flatMap((old, index) => {
    const now = after[index] ?? null;
    return old === null || now === null ? [] : [now - old];
  });
};

const reversed = (records: ClientRecords): ClientRecords => {
  const { relationship } = records;
  const { entries } = relationship;
  return {
    ...records,
    relationship: {
      ...relationship, contactIds: relationship.contactIds.toReversed(), followUps: relationship.followUps.toReversed(),
      usefulnessAnswers: relationship.usefulnessAnswers.toReversed(), instrumentDeliveries: relationship.instrumentDeliveries.toReversed(),
      recalibrations: relationship.recalibrations.toReversed(),
      entries: {
        offer: entries.offer.toReversed(), supplyRequest: entries.supplyRequest.toReversed(), feedback: entries.feedback.toReversed(), benefit: entries.benefit.toReversed(),
        clubActivity: entries.clubActivity.toReversed(), testimonial: entries.testimonial.toReversed(), occasion: entries.occasion.toReversed(),
        campaignTouch: entries.campaignTouch.toReversed(), training: entries.training.toReversed(), idea: entries.idea.toReversed(), consent: entries.consent.toReversed(),
        privacyRequest: entries.privacyRequest.toReversed(), commitment: entries.commitment.toReversed(), satisfaction: entries.satisfaction.toReversed(),
        referral: entries.referral.toReversed(), contentShare: entries.contentShare.toReversed(), warrantyReturn: entries.warrantyReturn.toReversed(),
      },
    },
  };
};

describe('what must hold of every score', () => {
  it.each(relationshipKindKeys)('%s: the best record lowers nothing that it feeds, the worst raises nothing', (kind) => {
    const [best, worst] = bestAndWorst[kind];
    fc.assert(fc.property(anyClient, (records) => {
      for (const move of movesOf(records, best)) expect(move).toBeGreaterThanOrEqual(-1e-9);
      if (worst === null) return;
      for (const move of movesOf(records, worst)) expect(move).toBeLessThanOrEqual(1e-9);
    }), { numRuns: 15 });
  });

  it('records of a relationship count alike in any order', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const facts = { interactionMonths: company.facts.interactionMonths.toReversed(), contentQuarters: company.facts.contentQuarters.toReversed() };
      const plain = scoreClient(records, context({ company }));
      const other = scoreClient(reversed(records), context({ company: { ...company, facts } }));
      expect(other.overall).toStrictEqual(plain.overall);
      expect(other.indicators.map(({ value, evidence }) => [value, evidence])).toStrictEqual(plain.indicators.map(({ value, evidence }) => [value, evidence]));
    }), { numRuns: 60 });
  });

  it('without any assessment or survey the records alone speak, with honest coverage', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const full = scoreClient(records, context({ company }));
      const alone = scoreClient(
        { ...records, assessments: [], relationship: { ...records.relationship, usefulnessAnswers: [] } }, context({ company: { ...company, assessments: [] } }),
      );
      for (const [index, { hasEvidence }] of indicators.entries()) {
        const { value, assessment, evidence } = alone.indicators[index] ?? { value: null, assessment: { events: 1 }, evidence: { events: 1 } };
        expect(assessment.events).toBe(0);
        expect(hasEvidence || (value === null && evidence.events === 0)).toBe(true);
      }
      expect(alone.overall.coverage).toBeLessThanOrEqual(full.overall.coverage + 1e-12);
      expect(alone.overall.coverage).toBeGreaterThan(0);
    }), { numRuns: 60 });
  });

  it('without any record of events the assessments alone speak, with honest coverage', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const full = scoreClient(records, context({ company }));
      const alone = scoreClient(
        { ...records, lines: [], interactions: [], relationship: emptyRelationship }, context({ company: companyOf({ assessments: company.assessments }) }),
      );
      const evidenced = alone.indicators.filter(({ evidence }) => evidence.events > 0).map(({ indicatorId }) => indicatorId);
      expect(evidenced).toEqual(['customer-360']);
      expect(alone.overall.coverage).toBeLessThanOrEqual(full.overall.coverage + 1e-12);
    }), { numRuns: 40 });
  });

  it('nothing that lies ahead of the reading day is known to it', () => {
    const future = today + 1;
    fc.assert(fc.property(anyClient, (records) => {
      const early = scoreClient(records, context({ asOfDay: today - 300 }));
      expect(early.indicators.flatMap(({ ledger }) => ledger).filter(({ day, ageDays }) => day > today - 300 || ageDays < 0)).toEqual([]);
      const score = scoreClient(records, context({ asOfDay: future }));
      expect(score.indicators.flatMap(({ ledger }) => ledger).filter(({ day }) => day > future)).toEqual([]);
    }), { numRuns: 40 });
    expect(companyEvidenceRules.map(({ indicatorId }) => indicatorId)).toEqual(['interaction-data-storage', 'content']);
  });
});
