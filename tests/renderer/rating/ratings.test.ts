import { describe, expect, test } from 'vitest';
import { countingRatings, indicatorsFor, nextUnrated, ratingOfKey, ratingsOf } from '#renderer/rating/ratings.ts';
import type { Assessment } from '#shared/contract/scores.ts';

const rating = (id: string, changes: Partial<Assessment> = {}): Assessment => ({
  id, clientId: null, indicatorId: 'website', rating: 3, ratedAt: '2026-01-01T10:00:00.000Z', raterName: 'Sara', source: 'representative', note: null, ...changes,
});

describe('ratings', () => {
  test('client and company questions are the whole model, each once', () => {
    expect([...indicatorsFor('client'), ...indicatorsFor('company')]).toHaveLength(57);
  });

  test('of one rater the latest counts; another rater and another source count beside it', () => {
    const ratings = ratingsOf(
      [
        rating('old'), rating('new', { ratedAt: '2026-03-01T10:00:00.000Z' }), rating('other', { raterName: 'Reza' }), rating('survey', { source: 'survey' }),
        rating('elsewhere', { indicatorId: 'cloud' }),
      ],
      'website',
    );
    expect(ratings[0]?.id).toBe('new');
    expect([...countingRatings(ratings)].toSorted()).toEqual(['new', 'other', 'survey']);
  });

  test('of what only the client can say its survey answer alone counts', () => {
    const about = { indicatorId: 'perceived-usefulness' };
    expect([...countingRatings([rating('ours', about), rating('its own', { ...about, source: 'survey' })])]).toEqual(['its own']);
  });

  test('a sitting goes on with the next open question, round the end, and ends when there is none', () => {
    const order = indicatorsFor('company');
    const all = order.map(({ id }) => rating(id, { indicatorId: id }));
    expect(nextUnrated(order, [], 3)).toBe(3);
    expect(nextUnrated(order, all.slice(3), 5)).toBe(0);
    expect(nextUnrated(order, all, 0)).toBeNull();
  });

  test.each([['1', 1], ['5', 5], ['۴', 4], ['٣', 3], ['0', null], ['6', null], ['a', null], ['', null]])('the key %s stands for %s', (key, step) => {
    expect(ratingOfKey(key)).toBe(step);
  });
});
