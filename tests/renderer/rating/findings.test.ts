import { describe, expect, test } from 'vitest';
import { findingsOf } from '#renderer/rating/findings.ts';
import { indicatorById } from '#shared/domain/model/index.ts';
import { openTestHost } from '#tests/data-host/support.ts';

/** Every kind of client that there is: the sample exporter's. */
async function sampleScores() {
  const { call } = openTestHost({ now: () => new Date('2026-04-02T08:00:00Z') });
  for await (const event of await call.sample.open()) if (event.type === 'done') break;
  const { rows } = await call.clients.list({ limit: 500 });
  return Promise.all(rows.map(async ({ id }) => (await call.scores.explain({ clientId: id })).score));
}

describe('findings of sixty clients', () => {
  test('a strength stands above the threshold with its whole band, a weak link below it; none is the exporter’s own', async () => {
    const scores = await sampleScores();
    expect(scores.length).toBeGreaterThan(50);
    let seen = 0;
    for (const score of scores) {
      const { strengths, weakLinks } = findingsOf(score);
      const { stageThreshold } = score.basis;
      expect(strengths.every(({ value }) => value.lower >= stageThreshold)).toBe(true);
      expect(weakLinks.every(({ value }) => value.score < stageThreshold)).toBe(true);
      expect([...strengths, ...weakLinks].every(({ result }) => indicatorById(result.indicatorId).subject === 'client')).toBe(true);
      expect(strengths.map(({ value }) => value.score)).toEqual(strengths.map(({ value }) => value.score).toSorted((a, b) => b - a));
      expect(weakLinks.map(({ value }) => value.score)).toEqual(weakLinks.map(({ value }) => value.score).toSorted((a, b) => a - b));
      seen += strengths.length + weakLinks.length;
    }
    expect(seen).toBeGreaterThan(scores.length);
  });

  test('the records named moved the score that way, most of all; the rest is counted', async () => {
    for (const score of await sampleScores()) {
      const { strengths, weakLinks } = findingsOf(score);
      for (const [found, sign] of [[strengths, 1], [weakLinks, -1]] as const) {
        for (const { result, entries, more } of found) {
          const effects = result.ledger.map(({ effect }) => effect * sign).filter((effect) => effect > 0).toSorted((a, b) => b - a);
          expect(entries.map(({ effect }) => effect * sign)).toEqual(effects.slice(0, entries.length));
          expect(entries.length + more).toBe(effects.length);
        }
      }
    }
  });
});
