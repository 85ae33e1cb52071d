import { lineBits } from '../../delivery/index.ts';
import type { DeliveryLine } from '../../delivery/index.ts';

/**
 * The day from which a due line's outcome ages: the later of due day and delivery. A line that is still open and late
 * fails again every day, so it is always as of the reading day; one that the exporter cancelled failed on its due day.
 */
export const settledDayOf = (line: DeliveryLine, bits: number, dueDay: number, asOfDay: number): number => {
  if ((bits & lineBits.delivered) !== 0) return line.deliveredDay !== null && line.deliveredDay > dueDay ? line.deliveredDay : dueDay;
  return line.cancelledBy === null ? asOfDay : dueDay;
};
