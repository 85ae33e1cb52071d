import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startBackgroundRescoring } from '#electron/data-host/scores/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';

describe('rescoring in the background', () => {
  it('follows the day and changes of everybody’s scores, keeps what lists showed at the month’s end, and stops when told', async () => {
    const clock = { now: new Date('2026-10-30T09:00:00Z') };
    const test = openTestHost({ now: () => clock.now });
    const { id: clientId } = await test.call.clients.create(clientInput('Rheintal Werkzeug'));
    await test.call.scores.rate({
      clientId,
      ratings: ['brand-trust', 'satisfaction', 'tool-ease', 'timely-delivery', 'sustained-interaction'].map((indicatorId) => ({ indicatorId, rating: 4, note: null })),
    });
    const errors: unknown[] = [];
    const background = startBackgroundRescoring(test.host, { everyMs: 5, onError: (error) => errors.push(error) });
    onTestFinished(() => background.stop());
    const isFresh = async () => {
      expect(await test.call.scores.portfolio()).toMatchObject({ stale: false });
    };
    await vi.waitFor(isFresh);
    clock.now = new Date('2026-11-02T09:00:00Z');
    await vi.waitFor(async () => {
      expect(storeOf(test).read.get('SELECT as_of_on FROM client_summaries')).toEqual({ as_of_on: '2026-11-02' });
      await isFresh();
    });
    expect((await test.call.scores.history({ clientId })).map(({ takenOn, cause }) => [takenOn, cause])).toContainEqual(['2026-10-31', 'month-end']);
    await test.call.weights.save({ level: 'dimensions', judgements: [{ left: 'brand', right: 'continuity', ratio: 9 }] });
    await vi.waitFor(async () => {
      expect(storeOf(test).read.get('SELECT weights_id FROM client_summaries')).toEqual({ weights_id: (await test.call.weights.current()).id });
    });
    await background.stop();
    await test.call.weights.useEqual();
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    expect((await test.call.scores.portfolio()).stale).toBe(true);
    expect(errors).toEqual([]);
  });
});
