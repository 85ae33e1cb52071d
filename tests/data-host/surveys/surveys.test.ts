import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { surveyConsentVersion, surveyQuestions } from '#shared/domain/survey/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-11-22T09:00:00Z');
const consent = { accepted: true, wordingVersion: surveyConsentVersion, at: '2026-11-20T10:30:00.000Z' };
const answers = surveyQuestions.map(({ indicatorId, scale }) => ({ indicatorId, answer: scale === 'agreement7' ? 6 : 4 }));

async function submitted(): Promise<TestHost & { readonly clientId: string; readonly surveyId: string }> {
  const test = openTestHost({ now: () => now });
  const { id: clientId } = await test.call.clients.create(clientInput('Rheintal Werkzeug'));
  const survey = await test.call.surveys.submit({ clientId, contactId: null, language: 'ar', mode: 'stand', consent, answers });
  return { ...test, clientId, surveyId: survey.id };
}

const surveySources = async ({ call }: TestHost, clientId: string) =>
  (await call.scores.explain({ clientId })).score.indicators.flatMap(({ ledger }) => ledger).filter(({ source }) => source.kind === 'assessment' || source.kind === 'survey-answer');

describe('a client survey', () => {
  it('alone gives all five dimensions a score, with its consent kept in words, language and instant', async () => {
    const test = await submitted();
    const { score, facts } = await test.call.scores.explain({ clientId: test.clientId });
    expect(score.dimensions.every(({ value }) => value !== null)).toBe(true);
    expect(score.overall.value).not.toBeNull();
    const sources = await surveySources(test, test.clientId);
    expect(sources).toHaveLength(surveyQuestions.length);
    for (const { source } of sources) expect(facts[`${source.kind}:${source.id}`]).toMatchObject({ on: '2026-11-20' });
    expect(await test.call.surveys.list({ clientId: test.clientId })).toMatchObject([
      { language: 'ar', mode: 'stand', answeredOn: '2026-11-20', withdrawnAt: null, consent: { wordingVersion: surveyConsentVersion, language: 'ar', at: consent.at } },
    ]);
  });

  it('whose consent is taken back is gone for good: from the score, the file, its log and the audit', async () => {
    const test = await submitted();
    const marked = storeOf(test).read.all<{ id: string }>('SELECT id FROM survey_answers').map(({ id }) => id);
    const bytes = () => readdirSync(test.folder).filter((name) => name.startsWith('store.sqlite')).map((name) => readFileSync(path.join(test.folder, name)));
    expect(marked.some((id) => bytes().some((content) => content.includes(id)))).toBe(true);
    const withdrawn = await test.call.surveys.withdraw({ id: test.surveyId });
    expect(withdrawn).toMatchObject({ withdrawnAt: now.toISOString(), answers: [] });
    expect(await surveySources(test, test.clientId)).toEqual([]);
    expect(storeOf(test).read.all("SELECT * FROM audit_entries WHERE table_name = 'survey_answers'")).toEqual([]);
    expect(marked.filter((id) => bytes().some((content) => content.includes(id)))).toEqual([]);
    // The proof stays, and a second withdrawal changes nothing.
    expect(await test.call.surveys.list({ clientId: test.clientId })).toEqual([withdrawn]);
    expect(await test.call.surveys.withdraw({ id: test.surveyId })).toEqual(withdrawn);
  });

  it('entered by mistake goes to the bin and comes back as it was', async () => {
    const test = await submitted();
    const before = (await test.call.scores.explain({ clientId: test.clientId })).score;
    await test.call.surveys.remove({ id: test.surveyId });
    expect(await surveySources(test, test.clientId)).toEqual([]);
    expect(await test.call.surveys.list({ clientId: test.clientId })).toEqual([]);
    await test.call.surveys.restore({ id: test.surveyId });
    expect((await test.call.scores.explain({ clientId: test.clientId })).score).toEqual(before);
  });

  it('is refused without consent, off its scale, twice answered, or from the future, and leaves nothing', async () => {
    const test = openTestHost({ now: () => now });
    const { id: clientId } = await test.call.clients.create(clientInput('Rheintal Werkzeug'));
    const submit = (patch: object) => test.call.surveys.submit({ clientId, contactId: null, language: 'en', mode: 'paper', consent, answers, ...patch });
    const issues = (patch: object) => submit(patch).then(() => [], (error: { readonly data: { readonly issues: readonly object[] } }) => error.data.issues);
    expect(await issues({ consent: { ...consent, accepted: false } })).toEqual([{ field: 'consent.accepted', code: 'consent-missing' }]);
    expect(await issues({ answers: [{ indicatorId: 'brand-trust', answer: 6 }] })).toEqual([{ field: 'answers.brand-trust', code: 'off-scale' }]);
    expect(await issues({ answers: [...answers, { indicatorId: 'brand-trust', answer: 1 }] })).toEqual([{ field: 'answers.brand-trust', code: 'answered-twice' }]);
    expect(await issues({ answers: [] })).toEqual([{ field: 'answers', code: 'nothing-answered' }]);
    expect(await issues({ answeredOn: '2026-11-23' })).toEqual([{ field: 'answeredOn', code: 'ahead' }]);
    expect(await issues({ contactId: '01900000-0000-7000-8000-000000000001' })).toEqual([{ field: 'contactId', code: 'not-of-client' }]);
    expect(await test.call.surveys.list({ clientId })).toEqual([]);
  });
});
