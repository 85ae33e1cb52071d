import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SurveyDraft } from '#shared/contract/surveys.ts';
import { surveyConsentVersion, surveyQuestions, surveyVersion } from '#shared/domain/survey/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-11-22T09:00:00Z');
const draftId = '01900000-0000-7000-8000-0000000000d1';
const otherId = '01900000-0000-7000-8000-0000000000d2';

const draftFor = (clientId: string, changes: Partial<SurveyDraft> = {}): SurveyDraft => ({
  id: draftId, clientId, contactId: null, language: 'ar', surveyVersion, consent: { wordingVersion: surveyConsentVersion, at: '2026-11-22T08:55:00.000Z' },
  answers: [{ indicatorId: 'brand-trust', answer: 4 }, { indicatorId: 'perceived-usefulness', answer: 7 }], place: 2, ...changes,
});

async function withClient(): Promise<TestHost & { readonly clientId: string }> {
  const test = openTestHost({ now: () => now });
  const { id: clientId } = await test.call.clients.create(clientInput('Rheintal Werkzeug'));
  return { ...test, clientId };
}

const count = (test: TestHost, table: string): number => storeOf(test).read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1;
const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : error);

describe('a survey that was begun', () => {
  it('is there again after the host died and came back, with every answer and its consent', async () => {
    const test = await withClient();
    const draft = draftFor(test.clientId);
    expect(await test.call.surveys.draft({ clientId: test.clientId })).toBeNull();
    await test.call.surveys.keepDraft(draftFor(test.clientId, { answers: [], place: 0 }));
    await test.call.surveys.keepDraft(draft);
    await test.host.reopen();
    expect(await test.call.surveys.draft({ clientId: test.clientId })).toEqual({ ...draft, keptAt: now.toISOString() });
    expect(count(test, 'survey_drafts')).toBe(1);
  });

  it('counts for nothing: no score, no survey, nothing in the log of changes', async () => {
    const test = await withClient();
    const before = (await test.call.scores.explain({ clientId: test.clientId })).score;
    const entries = count(test, 'audit_entries');
    await test.call.surveys.keepDraft(draftFor(test.clientId));
    expect((await test.call.scores.explain({ clientId: test.clientId })).score).toEqual(before);
    expect(await test.call.surveys.list({ clientId: test.clientId })).toEqual([]);
    expect(count(test, 'audit_entries')).toBe(entries);
  });

  it('gives way to the next one of the same client, and leaves that of another client alone', async () => {
    const test = await withClient();
    const { id: another } = await test.call.clients.create(clientInput('Elbe Tools'));
    await test.call.surveys.keepDraft(draftFor(another, { id: otherId }));
    await test.call.surveys.keepDraft(draftFor(test.clientId));
    const next = draftFor(test.clientId, { id: '01900000-0000-7000-8000-0000000000d3', language: 'ru', answers: [] });
    await test.call.surveys.keepDraft(next);
    expect(await test.call.surveys.draft({ clientId: test.clientId })).toMatchObject(next);
    expect(await test.call.surveys.draft({ clientId: another })).toMatchObject({ id: otherId });
  });

  it('and given up is gone for good, from the file and its log', async () => {
    const test = await withClient();
    // Its answers as they stand in the file: found while they are there, so that not finding them afterwards says something.
    const marked = JSON.stringify(draftFor(test.clientId).answers);
    const holds = () => readdirSync(test.folder).filter((name) => name.startsWith('store.sqlite')).some((name) => readFileSync(path.join(test.folder, name)).includes(marked));
    await test.call.surveys.keepDraft(draftFor(test.clientId));
    expect(holds()).toBe(true);
    expect(await test.call.surveys.dropDraft({ clientId: test.clientId })).toEqual({ dropped: true });
    expect(holds()).toBe(false);
    expect(await test.call.surveys.dropDraft({ clientId: test.clientId })).toEqual({ dropped: false });
    expect(await test.call.surveys.draft({ clientId: test.clientId })).toBeNull();
  });

  it('becomes the survey of its id, once, however often it is handed in', async () => {
    const test = await withClient();
    const draft = draftFor(test.clientId);
    await test.call.surveys.keepDraft(draft);
    const submission = {
      id: draft.id, clientId: test.clientId, contactId: null, language: draft.language, mode: 'stand' as const, consent: { accepted: true, ...draft.consent },
      answers: surveyQuestions.map(({ indicatorId }) => ({ indicatorId, answer: draft.answers.find((given) => given.indicatorId === indicatorId)?.answer ?? null })),
    };
    const kept = await test.call.surveys.submit(submission);
    expect(kept.id).toBe(draft.id);
    expect(await test.call.surveys.submit(submission)).toEqual(kept);
    expect(await test.call.surveys.list({ clientId: test.clientId })).toEqual([kept]);
    expect(count(test, 'survey_drafts')).toBe(0);
    // A late copy of the draft does not come back to life, and the id is no way to another client's survey.
    expect(await test.call.surveys.keepDraft(draft).catch(codeOf)).toBe('CONFLICT');
    const { id: another } = await test.call.clients.create(clientInput('Elbe Tools'));
    expect(await test.call.surveys.submit({ ...submission, clientId: another }).catch(codeOf)).toBe('CONFLICT');
  });

  it('is refused for a client that is not there and for somebody who works elsewhere', async () => {
    const test = await withClient();
    expect(await test.call.surveys.keepDraft(draftFor(otherId)).catch(codeOf)).toBe('NOT_FOUND');
    expect(await test.call.surveys.keepDraft(draftFor(test.clientId, { contactId: otherId })).catch(codeOf)).toBe('INVALID');
    await test.call.clients.remove({ id: test.clientId });
    expect(await test.call.surveys.draft({ clientId: test.clientId }).catch(codeOf)).toBe('NOT_FOUND');
    expect(count(test, 'survey_drafts')).toBe(0);
  });
});
