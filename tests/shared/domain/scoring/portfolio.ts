import * as fc from 'fast-check';
import { indicators } from '#shared/domain/model/index.ts';
import type { DeliveryLine } from '#shared/domain/delivery/index.ts';
import { profileFieldKeys } from '#shared/domain/scoring/index.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { AssessmentRecord, ClientRecords, CompanyRecords, InteractionRecord } from '#shared/domain/scoring/index.ts';
import { line } from '../delivery/lines.ts';
import { anyRelationshipAround } from '../relationship/any-relationship.ts';
import { client, profileOf, today } from './records.ts';

const pastDay = fc.integer({ min: today - 2500, max: today + 20 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });

const anyLine: fc.Arbitrary<DeliveryLine> = fc
  .record({
    order: fc.nat(12), ordered: fc.integer({ min: 0, max: 50 }), delivered: fc.integer({ min: 0, max: 60 }), orderedDay: maybe(pastDay),
    firstPromisedDay: maybe(pastDay), lateness: maybe(fc.integer({ min: -8, max: 12 })), moved: maybe(fc.integer({ min: -5, max: 30 })),
    askedBy: fc.constantFrom('customer', 'exporter'), documentsOk: maybe(fc.boolean()), conditionOk: maybe(fc.boolean()),
    cancelledBy: fc.constantFrom(null, null, null, null, 'customer' as const, 'exporter' as const), valueMinor: maybe(fc.nat(1_000_000)),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'), productLine: fc.constantFrom(null, 'calipers', 'gauges', 'torque'),
  })
  .map(({ order, ordered, delivered, lateness, moved, askedBy, ...given }) => line({
    ...given, orderId: `O${order}`, orderedQuantity: ordered, deliveredQuantity: delivered,
    deliveredDay: lateness === null || given.firstPromisedDay === null ? null : given.firstPromisedDay + lateness,
    promises: moved === null || given.firstPromisedDay === null ? [] : [
      { promisedDay: given.firstPromisedDay + moved, madeAt: '2025-06-01T09:00:00Z', madeBy: 'rep', askedBy, reason: null },
    ],
  }));

const anyInteraction: fc.Arbitrary<InteractionRecord> = fc
  .record({
    id: fc.uuid(), day: fc.integer({ min: today - 900, max: today + 5 }), direction: fc.constantFrom('inbound', 'outbound', 'meeting'), hour: fc.nat(23),
    channel: fc.constantFrom('email', 'phone', 'fair'), sentiment: fc.constantFrom(null, 'good', 'neutral', 'bad'), language: fc.constantFrom(null, 'de', 'en'),
    needsAnswer: fc.boolean(),
  })
  .map(({ id, day, direction, hour, channel, sentiment, language, needsAnswer }) => ({
    id, day, direction, channel, sentiment, language, needsAnswer, answersId: null, at: `${numberToIsoDay(day)}T${String(hour).padStart(2, '0')}:00:00.000Z`,
  }));

/** Every third one answers the one before it in the list, whenever that was. */
const anyInteractions: fc.Arbitrary<readonly InteractionRecord[]> = fc
  .array(anyInteraction, { maxLength: 25 })
  .map((list) => list.map((each, index) => ({ ...each, answersId: index % 3 === 2 ? (list[index - 1]?.id ?? null) : null })));

const anyAssessment = (subject: 'client' | 'company'): fc.Arbitrary<AssessmentRecord> =>
  fc.record({
    id: fc.uuid(), indicatorId: fc.constantFrom(...indicators.filter((row) => row.subject === subject).map(({ id }) => id)),
    rating: fc.integer({ min: 1, max: 5 }), day: fc.integer({ min: today - 1500, max: today + 5 }), ratedAt: fc.constant('2026-01-01T00:00:00Z'),
    raterId: fc.constantFrom('ada', 'reza', 'lin'), source: fc.constantFrom('representative', 'manager', 'survey'),
  });

const anyPeriods = fc.array(fc.record({ lastDay: fc.integer({ min: today - 900, max: today + 60 }), whole: fc.nat(40), part: fc.nat(40) }), { maxLength: 12 })
  .map((periods) => periods.map(({ lastDay, whole, part }) => ({ firstOn: numberToIsoDay(lastDay - 29), lastDay, whole, part: Math.min(whole, part) })));

export const anyCompany: fc.Arbitrary<CompanyRecords> = fc
  .record({ assessments: fc.array(anyAssessment('company'), { maxLength: 25 }), months: anyPeriods, quarters: anyPeriods })
  .map(({ assessments, months, quarters }) => ({
    assessments,
    facts: {
      interactionMonths: months.map(({ firstOn, lastDay, whole, part }) => ({ firstOn, lastDay, interactions: whole, complete: part })),
      contentQuarters: quarters.map(({ firstOn, lastDay, whole, part }) => ({ firstOn, lastDay, clients: whole, reached: part })),
    },
  }));

export const anyClient: fc.Arbitrary<ClientRecords> = fc
  .record({
    clientId: fc.uuid(), lines: fc.array(anyLine, { maxLength: 40 }), interactions: anyInteractions, relationship: anyRelationshipAround(today),
    rhythmDays: maybe(fc.integer({ min: 1, max: 90 })), assessments: fc.array(anyAssessment('client'), { maxLength: 25 }), recorded: fc.array(fc.nat(2000)),
  })
  .map(({ recorded, lines, ...given }) => client({
    ...given, lines: lines.map((each, index) => ({ ...each, id: `L${index}` })),
    profile: profileOf((key) => {
      const age = recorded[profileFieldKeys.indexOf(key)];
      return age === undefined ? null : { recordedDay: today - age, source: { kind: 'client', id: 'C' } };
    }),
  }));
