import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions, indicators } from '#shared/domain/model/index.ts';
import { relationshipKind, relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import type { RelationshipField } from '#shared/domain/relationship/index.ts';
import { createBulkScorer } from '#shared/domain/scoring/index.ts';
import { surveyConsentVersion, surveyQuestions } from '#shared/domain/survey/index.ts';
import { readInForce } from '#electron/data-host/scores/in-force.ts';
import { readAllBundles, readingContext } from '#electron/data-host/scores/records.ts';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import { certify, instrumentFields } from '#tests/data-host/instruments/support.ts';
import { drain, openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-11-22T09:00:00Z');
const pastDay = fc.integer({ min: 0, max: 900 }).map((age) => new Date(now.getTime() - (age + 1) * 86_400_000).toISOString().slice(0, 10));
const pick = fc.nat();

const fieldValue = (field: RelationshipField): fc.Arbitrary<string | number | boolean> => {
  if (field.type === 'day') return pastDay;
  if (field.type === 'choice') return fc.constantFrom(...field.choices);
  if (field.type === 'rating') return fc.integer({ min: 1, max: 5 });
  if (field.type === 'flag') return fc.boolean();
  return fc.constant(field.type === 'contact' ? 'contact' : 'words');
};

const entry = fc.constantFrom(...relationshipKindKeys).chain((kind) =>
  fc
    .tuple(...relationshipKind(kind).fields.map((field) => fieldValue(field).chain((value) => (field.asked === 'later' ? fc.constantFrom(null, value) : fc.constant(value)))))
    .map((values) => ({ type: 'entry' as const, kind, values: Object.fromEntries(relationshipKind(kind).fields.map(({ key }, index) => [key, values[index] ?? null])) })),
);

/** What people do, by the real procedures; `client` and `nth` choose among what is there. */
const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('entry' as const), client: pick, what: entry }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('drop-entry' as const), client: pick, nth: pick, isBack: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('interaction' as const), client: pick, on: pastDay, channel: fc.constantFrom('email' as const, 'phone' as const, 'visit' as const),
      direction: fc.constantFrom('inbound' as const, 'outbound' as const, 'meeting' as const), sentiment: fc.constantFrom('good' as const, 'bad' as const, null),
      needsAnswer: fc.boolean(), language: fc.constantFrom('en', 'fa', null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('task' as const), client: pick, on: pastDay, isDone: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('rate' as const), client: pick, nth: pick, rating: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('survey' as const), client: pick, answer: fc.integer({ min: 1, max: 5 }), isWithdrawn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('order' as const), client: pick, on: pastDay, late: fc.integer({ min: -9, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('instrument' as const), client: pick, delivered: pastDay, used: pastDay, months: fc.integer({ min: 1, max: 24 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('certificate' as const), nth: pick, on: pastDay, isComplete: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('due' as const), nth: pick, on: pastDay, status: fc.constantFrom('in-use' as const, 'lost' as const, 'retired' as const), months: fc.integer({ min: 1, max: 24 }),
      what: fc.constantFrom('status' as const, 'interval' as const, 'bin' as const, 'extend' as const, 'delivered' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('transfer' as const), nth: pick, client: pick, on: pastDay }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('profile' as const), client: pick, language: fc.constantFrom('en', 'fa', null) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('bin' as const), client: pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('weights' as const), ratio: fc.constantFrom(1 / 5, 1, 3, 9) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('answer-time' as const), hours: fc.constantFrom(1, 8, 48) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('rescore' as const) }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

interface Party {
  readonly clientId: string;
  readonly contactId: string;
}

const clientIndicators = indicators.filter(({ subject }) => subject === 'client');

const ifInvalid = (error: unknown): void => {
  if (!(error instanceof ORPCError && error.code === 'INVALID')) throw error;
};

function nthInstrument(test: TestHost, nth: number): string | undefined {
  const ids = storeOf(test).read.all<{ id: string }>('SELECT id FROM instruments WHERE deleted_at IS NULL ORDER BY id');
  return ids[nth % Math.max(1, ids.length)]?.id;
}

async function editInstrument(test: TestHost, change: Extract<Edit, { readonly type: 'certificate' | 'due' }>): Promise<void> {
  const { instruments } = test.call;
  const id = nthInstrument(test, change.nth);
  if (id === undefined) return;
  if (change.type === 'certificate') {
    await certify(test, { instrumentId: id, calibratedOn: change.on, issuedOn: change.on, isComplete: change.isComplete });
    return;
  }
  switch (change.what) {
    case 'status':
      await instruments.update({ id, fields: { status: change.status } });
      break;
    case 'interval':
      await instruments.decideInterval({ id, method: 'own', months: change.months, reason: null });
      break;
    case 'bin':
      await instruments.remove({ ids: [id] });
      if (change.status !== 'lost') await instruments.restore({ ids: [id] });
      break;
    case 'extend':
      await test.call.recall.extend({ instrumentId: id, untilOn: '2027-06-01', reason: 'At sea' }).catch(ifInvalid);
      break;
    case 'delivered':
      await instruments.update({ id, fields: { deliveredOn: change.on } });
      break;
  }
}

async function apply(test: TestHost, parties: readonly Party[], change: Edit, step: number): Promise<void> {
  const { call } = test;
  if (change.type === 'rescore') {
    await drain(call.scores.rescore());
    return;
  }
  if (change.type === 'weights') {
    const [left, right] = dimensions;
    await call.weights.save({ level: 'dimensions', judgements: [{ left: left.id, right: right.id, ratio: change.ratio }] });
    // A change that touches everybody takes a full rescoring, as the data host starts one by itself.
    await drain(call.scores.rescore());
    return;
  }
  if (change.type === 'answer-time') {
    await call.settings.setPreferences({ answerWithinHours: change.hours });
    await drain(call.scores.rescore());
    return;
  }
  if (change.type === 'certificate' || change.type === 'due') {
    await editInstrument(test, change);
    return;
  }
  const party = parties[change.client % parties.length];
  if (!party) throw new RangeError('no clients');
  const { clientId, contactId } = party;
  switch (change.type) {
    case 'entry': {
      const values = Object.fromEntries(Object.entries(change.what.values).map(([key, value]) => [key, value === 'contact' ? contactId : value]));
      // Days of one entry drawn at random may contradict each other: what is refused changes nothing, which is part of the claim.
      await call.relationship.save({ kind: change.what.kind, clientId, id: null, values }).catch(ifInvalid);
      break;
    }
    case 'drop-entry': {
      const entries = await call.relationship.list({ clientId, kind: null });
      const chosen = entries[change.nth % Math.max(1, entries.length)];
      if (!chosen) break;
      await call.relationship.remove({ kind: chosen.kind, id: chosen.id });
      if (change.isBack) await call.relationship.restore({ kind: chosen.kind, id: chosen.id });
      break;
    }
    case 'interaction':
      await call.interactions.save({
        id: null, clientId, contactId, channel: change.channel, direction: change.direction, occurredAt: `${change.on}T08:00:00.000Z`, subject: 'Word', body: null,
        sentiment: change.sentiment, answersId: null, needsAnswer: change.needsAnswer, language: change.language,
      });
      break;
    case 'task': {
      const task = await call.tasks.save({ id: null, clientId, title: 'To do', dueOn: change.on, stepCode: null });
      if (change.isDone) await call.tasks.setDone({ id: task.id, done: true });
      break;
    }
    case 'rate':
      await call.scores.rate({
        clientId, ratings: [{ indicatorId: clientIndicators[change.nth % clientIndicators.length]?.id ?? '', rating: change.rating, note: null }],
      });
      break;
    case 'survey': {
      const consent = { accepted: true, wordingVersion: surveyConsentVersion, at: '2026-11-20T10:30:00.000Z' };
      const answers = surveyQuestions.map(({ indicatorId }) => ({ indicatorId, answer: change.answer }));
      const survey = await call.surveys.submit({ clientId, contactId, language: 'en', mode: 'stand', consent, answers });
      if (change.isWithdrawn) await call.surveys.withdraw({ id: survey.id });
      break;
    }
    case 'order': {
      const deliveredOn = new Date(Date.parse(change.on) + change.late * 86_400_000).toISOString().slice(0, 10);
      await addOrder(test, clientId, `N-${step}`, change.on, [{ number: '1', ordered: 5, firstPromisedOn: change.on, parts: [[deliveredOn, 5]] }]);
      break;
    }
    case 'instrument':
      await call.instruments.create({
        serials: [`S-${step}`],
        fields: instrumentFields({ clientId, deliveredOn: change.delivered, firstUsedOn: change.used, intervalStarts: 'first-use', intervalMonths: change.months }),
      });
      break;
    case 'transfer': {
      const id = nthInstrument(test, change.nth);
      // A day before the present holder's first is refused, and changes nothing.
      if (id !== undefined) await call.instruments.transfer({ id, clientId, site: `Hall ${step}`, on: change.on, note: null }).catch(ifInvalid);
      break;
    }
    case 'profile':
      await call.clients.update({ id: clientId, language: change.language });
      break;
    case 'bin':
      await call.clients.remove({ id: clientId });
      await call.clients.restore({ id: clientId });
      break;
  }
}

const scoreColumns = 'id, overall, overall_lower, overall_upper, coverage, stage, weakest_dimension, brand, arousal, quality, attraction, continuity, as_of_on, weights_id, theme_coverage, priors_id';

/** Every client read and scored anew in one pass, with the priors and facts in force. */
function scoreAll(test: TestHost) {
  const { read } = storeOf(test);
  const { basis, context } = readInForce(read, now);
  const scorer = createBulkScorer(context);
  for (const bundles of readAllBundles(read, readingContext(read, basis))) for (const { records } of bundles) scorer.add(records);
  return [...scorer.scores(context.priors)].map((score) => ({
    id: score.clientId, overall: score.overall, overall_lower: score.lower, overall_upper: score.upper, coverage: score.coverage, stage: score.stage,
    weakest_dimension: score.weakestDimension, brand: score.dimensions.brand, arousal: score.dimensions.arousal, quality: score.dimensions.quality,
    attraction: score.dimensions.attraction, continuity: score.dimensions.continuity, as_of_on: basis.asOfOn, weights_id: score.basis.weightsId,
    theme_coverage: JSON.stringify(score.themeCoverage), priors_id: score.basis.priorsId,
  }));
}

describe('incremental rescoring', () => {
  it('equals a full one, bit for bit, after any sequence of edits by the real procedures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 25 }), async (edits) => {
        const test = openTestHost({ now: () => now });
        const parties: Party[] = [];
        for (const name of ['First', 'Second', 'Third']) {
          const { id: clientId } = await test.call.clients.create(clientInput(name));
          const contact = { id: null, clientId, name: 'Anna', role: null, email: null, phone: null, language: null, isPrimary: true, notes: null };
          parties.push({ clientId, contactId: (await test.call.clients.saveContact(contact)).id });
        }
        await drain(test.call.scores.rescore());
        for (const [step, change] of edits.entries()) await apply(test, parties, change, step);
        const incremental = storeOf(test).read.all(`SELECT ${scoreColumns} FROM client_summaries ORDER BY id`);
        expect(incremental).toEqual(scoreAll(test).toSorted((left, right) => (left.id < right.id ? -1 : 1)));
        // And the ledger says the same number.
        for (const { clientId } of parties) {
          const { score } = await test.call.scores.explain({ clientId });
          const listed = storeOf(test).read.get<{ overall: number | null }>('SELECT overall FROM client_summaries WHERE id = ?', [clientId]);
          expect(score.overall.value?.score ?? null).toBe(listed?.overall);
        }
        await test.host.close();
      }),
      { numRuns: 50 },
    );
  }, 240_000);
});
