import { expect, it } from 'vitest';
import { drain, openTestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-03-31T12:00:00Z');

it('a report has everything that it prints, and its numbers agree with each other', async () => {
  const { call } = openTestHost({ now: () => now });
  await call.settings.setMe({ name: 'Sara' });
  await drain(call.sample.open());
  const { rows } = await call.clients.list({ openLate: true });
  const clientId = rows[0]?.id ?? '';
  const report = await call.reports.client({ clientId });
  expect(report).toMatchObject({
    client: { id: clientId }, organisation: { name: 'Sample: Meridian Measuring Tools' }, logo: null, preparedBy: 'Sara', preparedAt: now.toISOString(),
    asOfOn: '2026-03-31',
  });
  expect(report.explanation.score.overall.value?.score).toBe(rows[0]?.overall);
  expect(report.deliveries).toEqual(await call.orders.figures({ clientId }));
  expect(report.deliveries.onTime[0]).toMatchObject({ numerator: rows[0]?.onTimeCount, denominator: rows[0]?.dueCount });
  expect(report.openLines.filter(({ outcome }) => outcome === 'open-late')).toHaveLength(rows[0]?.openLateCount ?? -1);
  expect(report.openTasks.every(({ doneAt }) => doneAt === null)).toBe(true);
  expect(report.unanswered.length).toBeGreaterThan(0);
  expect(report.unanswered.every(({ answeredAt, needsAnswer }) => needsAnswer && answeredAt === null)).toBe(true);
  expect(report.recentInteractions).toHaveLength(10);
});

it('a report of nobody is refused', async () => {
  const { call } = openTestHost();
  await expect(call.reports.client({ clientId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
