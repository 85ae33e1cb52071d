import { trustedIsoDayToNumber } from '../../calendar/index.ts';

/** Epoch day of a recorded `YYYY-MM-DD`; null where nothing is recorded or it has not happened by the reading day. */
export const happenedDay = (isoDay: string | null, asOfDay: number): number | null => {
  if (isoDay === null) return null;
  const day = trustedIsoDayToNumber(isoDay);
  return day <= asOfDay ? day : null;
};
