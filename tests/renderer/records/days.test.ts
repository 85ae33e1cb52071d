import { describe, expect, test } from 'vitest';
import { dayOfInstant, instantOf, readTime, timeOfInstant } from '#renderer/records/days.ts';

describe('days and times', () => {
  test.each([
    ['9:05', '09:05'], ['14:30', '14:30'], ['1430', '14:30'], ['۱۴:۳۰', '14:30'], ['٠٩:٠٥', '09:05'], [' 23.59 ', '23:59'],
    ['24:00', null], ['12:60', null], ['noon', null], ['', null], ['5', null],
  ])('%s is read as %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  test('an instant goes through day and time and back', () => {
    const at = instantOf('2026-03-21', '07:45');
    expect([dayOfInstant(at), timeOfInstant(at)]).toEqual(['2026-03-21', '07:45']);
  });
});
