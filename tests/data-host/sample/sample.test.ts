import { describe, expect, it } from 'vitest';
import { certificateDocument, measurementPoint } from '#shared/contract/certificates.ts';
import { dueStates, missingForIssue, overallVerdict } from '#shared/domain/calibration/index.ts';
import { makeSample } from '#electron/data-host/sample/make.ts';
import { indicatorById, themeById } from '#shared/domain/model/index.ts';
import { relationshipKinds } from '#shared/domain/relationship/index.ts';
import { surveyProblems } from '#shared/domain/survey/index.ts';
import { allTables } from '#electron/data-host/db/tables.ts';
import { drain, openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-11-22T09:00:00Z');

/** Every row of every table but the audit log and the stored priors, which keep what was. */
const dump = (test: TestHost) =>
  Object.fromEntries(
    allTables
      .filter(({ name }) => name !== 'audit_entries' && name !== 'score_priors')
      .map(({ name }) => [name, storeOf(test).read.all(`SELECT * FROM ${name} ORDER BY id`)]),
  );

describe('the sample exporter', () => {
  it('is the same for the same clock, and none of it lies ahead of it', () => {
    const rows = makeSample(now);
    expect(makeSample(now)).toEqual(rows);
    for (const list of Object.values(rows)) for (const row of list) expect(row.created_at < now.toISOString()).toBe(true);
    for (const { occurred_at: at } of rows.interactions) expect(at < now.toISOString()).toBe(true);
    for (const { delivered_on: on } of rows.lineDeliveries) expect(on !== null && on < '2026-11-22').toBe(true);
  });

  it('has about 60 clients in 14 countries, three years, every stage, and every kind of trouble', async () => {
    const test = openTestHost({ now: () => now });
    const result = await drain(test.call.sample.open());
    expect(result.clientCount).toBe(60);
    expect(result.lineCount).toBeGreaterThan(2000);
    const facets = await test.call.clients.facets();
    expect(facets).toMatchObject({ total: 60, sampleCount: 60 });
    expect(facets.countries).toHaveLength(14);
    expect(facets.stages.map(({ stage }) => stage)).toEqual([1, 2, 3, 4, 5]);
    const { read } = storeOf(test);
    const [first] = read.all<{ on: string }>('SELECT min(ordered_on) AS "on" FROM orders');
    expect(first?.on.slice(0, 4)).toBe('2023');
    const count = (sql: string) => read.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? 0;
    expect(count('line_deliveries WHERE documents_ok = 0')).toBeGreaterThan(10);
    expect(count('line_deliveries WHERE condition_ok = 0')).toBeGreaterThan(10);
    expect(count("line_promises WHERE asked_by = 'customer'")).toBeGreaterThan(5);
    expect(count('(SELECT order_line_id FROM line_deliveries GROUP BY 1 HAVING count(*) > 1)')).toBeGreaterThan(50);
    expect(count('client_summaries WHERE open_late_count > 0')).toBeGreaterThan(1);
    expect(count('client_summaries WHERE line_count = 0')).toBe(5);
    expect(count("interactions WHERE needs_answer = 1 AND subject LIKE '%omplaint%'")).toBeGreaterThan(3);
    expect(count("client_summaries WHERE last_interaction_at < '2026-07-01'")).toBeGreaterThan(5);
    expect(await test.call.scores.portfolio()).toMatchObject({ clientCount: 60, scoredCount: 60, stale: false });
    // Records speak in every dimension of which the model names evidence: for the brand only people can speak.
    const { rows } = await test.call.clients.list({ sort: 'overall', descending: true });
    const { score } = await test.call.scores.explain({ clientId: rows[0]?.id ?? '' });
    const speaking = new Set(score.indicators.flatMap(({ evidence, indicatorId }) => (evidence.events > 0 ? [themeById(indicatorById(indicatorId).theme).dimension] : [])));
    expect([...speaking].toSorted()).toEqual(['arousal', 'attraction', 'continuity', 'quality']);
    expect(relationshipKinds.filter(({ table }) => count(table) < 3)).toEqual([]);
  });

  it('asks its clients, with their consent, in their language where there is a questionnaire; some took it back', async () => {
    const test = openTestHost({ now: () => now });
    await drain(test.call.sample.open());
    const { rows: clients } = await test.call.clients.list({ limit: 500 });
    const lists = await Promise.all(clients.map(({ id }) => test.call.surveys.list({ clientId: id })));
    const surveys = lists.flat();
    const standing = surveys.filter(({ withdrawnAt }) => withdrawnAt === null);
    const withdrawn = surveys.filter(({ withdrawnAt }) => withdrawnAt !== null);
    expect(standing.length).toBeGreaterThan(60);
    expect(withdrawn.length).toBeGreaterThan(2);
    expect(withdrawn.flatMap(({ answers }) => answers)).toEqual([]);
    expect(withdrawn.filter(({ withdrawnAt, consent }) => (withdrawnAt ?? '') <= consent.at)).toEqual([]);
    expect(surveys.filter(({ consent }) => consent.wordingVersion === '' || consent.at >= now.toISOString())).toEqual([]);
    expect(new Set(surveys.map(({ language }) => language))).toEqual(new Set(['en', 'fa', 'ar', 'ru']));
    expect(standing.flatMap(({ answers }) => surveyProblems(answers))).toEqual([]);
    // What only a client can say has evidence, and the survey stands beside the ratings of the exporter's own people.
    const asked = clients.find((_, index) => (lists[index] ?? []).some(({ answers }) => answers.length > 12 && answers.some(({ indicatorId }) => indicatorId === 'perceived-usefulness')) &&
      (lists[index] ?? []).some(({ answers }) => answers.some(({ indicatorId }) => indicatorId === 'brand-trust')));
    const { score } = await test.call.scores.explain({ clientId: asked?.id ?? '' });
    expect(score.indicators.find(({ indicatorId }) => indicatorId === 'perceived-usefulness')?.evidence.events).toBeGreaterThan(0);
    const trust = score.indicators.find(({ indicatorId }) => indicatorId === 'brand-trust');
    expect(new Set(trust?.ledger.map(({ reason }) => reason.params['source']))).toContain('survey');
    expect(storeOf(test).read.get("SELECT count(*) AS n FROM assessments WHERE source = 'survey'")).toEqual({ n: 0 });
    // What was said in which language is noted by those who keep their records, and is not always the client's own.
    const languages = storeOf(test).read.all<{ fits: number | null; n: number }>(
      `SELECT substr(c.language, 1, 2) = i.language AS fits, count(*) AS n FROM interactions i JOIN clients c ON c.id = i.client_id WHERE c.language IS NOT NULL GROUP BY fits`,
    );
    expect(languages.every(({ n }) => n > 20)).toBe(true);
    expect(languages.map(({ fits }) => fits)).toEqual([null, 0, 1]);
  });

  it('has instruments in every state, papers that hold by the rules, and a standard that was found out of tolerance', async () => {
    const test = openTestHost({ now: () => now });
    const { call } = test;
    await drain(call.sample.open());
    const facets = await call.instruments.facets({});
    expect(facets.total).toBeGreaterThan(200);
    expect(facets.standards).toBe(3);
    expect(facets.products.length).toBeGreaterThan(10);
    const { rows } = await call.instruments.list({ limit: 500 });
    const missing = dueStates.filter((state) => state !== 'due' && !rows.some((row) => row.dueState === state));
    expect(missing).toEqual([]);
    // What a certificate says is what its points say by its rule, and what the rules say of its completeness.
    const papers = storeOf(test).read.all<{ id: string; document: string; verdict: string; as_found_verdict: string | null; is_complete: number }>('SELECT * FROM certificates');
    expect(papers.length).toBeGreaterThan(facets.total * 0.8);
    const wrong = papers.filter((paper) => {
      const points = storeOf(test).read.all<{ point: string }>('SELECT point FROM certificate_points WHERE certificate_id = ? ORDER BY position', [paper.id])
        .map(({ point }) => measurementPoint.parse(JSON.parse(point)));
      const document = certificateDocument.parse(JSON.parse(paper.document));
      const { overall, asFound } = overallVerdict(points, document.adjusted, document.decisionRule);
      const isComplete = missingForIssue({ document, points }).missing.length === 0;
      return overall.verdict !== paper.verdict || (asFound?.verdict ?? null) !== paper.as_found_verdict || isComplete !== (paper.is_complete === 1);
    });
    expect(wrong).toEqual([]);
    expect(new Set(papers.map(({ is_complete: isComplete }) => isComplete))).toEqual(new Set([0, 1]));
    const { rows: cases } = await call.recall.cases({ open: true });
    expect(cases).toMatchObject([{ isStandard: true, clientId: null }]);
    const [found] = cases;
    expect((await call.recall.case({ id: found?.id ?? '' })).touched.length).toBeGreaterThan(3);
    const { rows: letters } = await call.recall.letters({ clientId: null, kind: 'recall', sent: null });
    expect(new Set(letters.map(({ sentOn }) => sentOn === null))).toEqual(new Set([true, false]));
    // Every due day shown is the open row's, and both indicators have evidence.
    expect(storeOf(test).read.all(`
      SELECT i.id FROM instruments i LEFT JOIN calibration_dues d ON d.instrument_id = i.id AND d.done_on IS NULL AND d.closed_as IS NULL
      WHERE i.due_on IS NOT coalesce(d.extended_to_on, d.due_on)`)).toEqual([]);
    const owner = rows.find(({ clientId }) => clientId !== null)?.clientId ?? '';
    const { score } = await call.scores.explain({ clientId: owner });
    for (const indicatorId of ['calibration-certificate', 'calibration-service']) {
      expect([indicatorId, (score.indicators.find((indicator) => indicator.indicatorId === indicatorId)?.evidence.events ?? 0) > 0]).toEqual([indicatorId, true]);
    }
  });

  it('writes to nobody and calls nobody', () => {
    const { contacts, clientChannels } = makeSample(now);
    const emails = [...contacts.map(({ email }) => email), ...clientChannels.filter(({ kind }) => kind === 'email').map(({ handle }) => handle)];
    const phones = [...contacts.map(({ phone }) => phone), ...clientChannels.filter(({ kind }) => kind === 'whatsapp').map(({ handle }) => handle)];
    expect(emails.filter((email) => email !== null && !/^[\w.-]+@[\w-]+\.example$/u.test(email))).toEqual([]);
    expect(phones.filter((phone) => phone !== null && !/^\+\d+ 000 555 \d{4}$/u.test(phone))).toEqual([]);
    expect(emails.length).toBeGreaterThan(60);
    expect(contacts.filter(({ language, name }) => language === 'fa' && /[آ-ی]/u.test(name)).length).toBeGreaterThan(5);
  });

  it('changes nothing when it is opened again', async () => {
    const test = openTestHost({ now: () => now });
    await drain(test.call.sample.open());
    const before = dump(test);
    expect((await drain(test.call.sample.open())).clientCount).toBe(60);
    const after = dump(test);
    // Summaries are written anew with the same content; only the moment differs, and this clock stands still.
    expect(after).toEqual(before);
  });

  it('goes in one step, own records on its clients included, and leaves everything else as it was', async () => {
    const test = openTestHost({ now: () => now });
    const { call } = test;
    await call.settings.setMe({ name: 'Sara' });
    const own = await call.clients.create({
      name: 'Own client', code: null, countryCode: 'DE', language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null,
      ownerStaffId: null, notes: null,
    });
    await drain(call.scores.rescore());
    const before = dump(test);
    await drain(call.sample.open());
    expect((await call.settings.get()).organisation?.name).toBe('Sample: Meridian Measuring Tools');
    const { rows } = await call.clients.list({ search: 'Rheintal' });
    const sampleClient = rows[0]?.id ?? '';
    await call.tasks.save({ id: null, clientId: sampleClient, title: 'My own task', dueOn: null, stepCode: null });
    await call.scores.rate({ clientId: sampleClient, ratings: [{ indicatorId: 'brand-trust', rating: 5, note: null }] });
    const { rows: instruments } = await call.instruments.list({ dueStates: ['overdue'] });
    const [overdue] = instruments;
    await call.recall.extend({ instrumentId: overdue?.id ?? '', untilOn: '2027-03-01', reason: 'Mine' });
    await call.instruments.transfer({ id: overdue?.id ?? '', clientId: own.id, site: null, on: '2026-11-20', note: null });
    await call.instruments.decideInterval({ id: instruments[1]?.id ?? '', method: 'own', months: 7, reason: null });
    const removed = await drain(call.sample.remove());
    expect(removed.clientCount).toBe(60);
    const after = dump(test);
    // The own client is scored with the priors of a portfolio of its own again, under a new name of the same priors.
    const withoutPriors = (dumped: ReturnType<typeof dump>) => JSON.stringify(dumped).replaceAll(/"priors_id":"[^"]*"/gu, '');
    expect(withoutPriors(after)).toBe(withoutPriors(before));
    expect((await call.clients.list({})).rows.map(({ id }) => id)).toEqual([own.id]);
  });

  it('keeps an organisation that is set, and a colleague of the sample that own records name', async () => {
    const test = openTestHost({ now: () => now });
    const { call } = test;
    const organisation = { name: 'Real Tools Ltd', countryCode: null, address: null, phone: null, email: null, website: null };
    await call.settings.setOrganisation(organisation);
    await drain(call.sample.open());
    expect((await call.settings.get()).organisation).toEqual(organisation);
    const colleague = (await call.settings.staff()).find(({ name }) => name === 'Layla Hosseini');
    await call.clients.create({
      name: 'Own client', code: null, countryCode: null, language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null,
      ownerStaffId: colleague?.id ?? null, notes: null,
    });
    await drain(call.sample.remove());
    expect((await call.settings.get()).organisation).toEqual(organisation);
    expect((await call.settings.staff()).map(({ name }) => name)).toEqual(['Layla Hosseini']);
    expect((await drain(call.sample.open())).clientCount).toBe(60);
  });

  it('leaves nothing of itself when it is cancelled', async () => {
    const test = openTestHost({ now: () => now });
    const abort = new AbortController();
    const before = dump(test);
    const events = await test.call.sample.open(undefined, { signal: abort.signal });
    await expect(
      (async () => {
        for await (const event of events) if (event.type === 'progress') abort.abort();
      })(),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(dump(test)).toEqual(before);
  });
});
