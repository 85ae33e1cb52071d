import { v7 as uuidv7 } from 'uuid';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { Random } from './random.ts';

/** What every maker of sample rows is given: chance, today, and identifiers that are the same for the same seed and clock. */
export interface Maker {
  readonly random: Random;
  /** Epoch day: the history ends here. */
  readonly today: number;
  id(): string;
  /** An instant of that day in working hours, ISO UTC; the same day's instants rise with the minute. */
  instant(day: number, minute?: number): string;
}

const workdayStartsAtMinute = 6 * 60;
const workdayMinutes = 9 * 60;

export function createMaker(random: Random, today: number, now: Date): Maker {
  let made = 0;
  return {
    random,
    today,
    id: () => {
      made += 1;
      return uuidv7({ msecs: now.getTime(), seq: made, random: Uint8Array.from({ length: 16 }, () => random.int(0, 255)) });
    },
    instant: (day, minute = random.int(0, workdayMinutes)) => {
      const of = workdayStartsAtMinute + minute;
      return `${numberToIsoDay(day)}T${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}:00.000Z`;
    },
  };
}

/** Stamps of a row that was written on that day. */
export const writtenOn = (maker: Maker, day: number) => {
  const at = maker.instant(Math.min(day, maker.today - 1));
  return { created_at: at, updated_at: at, deleted_at: null, import_batch_id: null };
};
