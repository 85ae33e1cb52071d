import type { EvidenceRule } from './rule.ts';

/** Where no rhythm was agreed with the client. */
export const defaultRhythmDays = 30;

const inboundFlag = 1;
const outboundFlag = 2;
const twoWay = inboundFlag | outboundFlag;
const flagOf = { inbound: inboundFlag, outbound: outboundFlag, meeting: twoWay } as const;

/**
 * Event: each completed period of the client's agreed rhythm (30 days unless agreed otherwise) since the first recorded
 * interaction. y = 1 when both sides spoke or met, 0.5 when only one side did, 0 when there was silence. The period that
 * is still running is not judged. Age from the last day of the period. Where nothing was ever recorded there is no event:
 * silence in the records need not be silence.
 */
export const sustainedInteraction: EvidenceRule = {
  indicatorId: 'sustained-interaction',
  reasons: { twoWay: ['days'], onlyClient: ['days'], onlyUs: ['days'], silence: ['days'] },
  visit: (records, asOfDay, emit) => {
    let firstDay = Infinity;
    for (const { day } of records.interactions) if (day < firstDay) firstDay = day;
    const rhythm = records.rhythmDays ?? defaultRhythmDays;
    if (!(rhythm >= 1)) throw new RangeError(`a rhythm of ${rhythm} days`);
    const periods = Math.floor((asOfDay - firstDay + 1) / rhythm);
    if (!(periods >= 1)) return;

    const flags = new Uint8Array(periods);
    const latestDay = new Float64Array(periods).fill(-Infinity);
    const latestId: string[] = [];
    for (const { day, direction, id } of records.interactions) {
      const period = Math.floor((day - firstDay) / rhythm);
      if (period >= periods) continue;
      flags[period] = (flags[period] ?? 0) | flagOf[direction];
      const latest = latestDay[period] ?? -Infinity;
      if (day > latest || (day === latest && id > (latestId[period] ?? ''))) {
        latestDay[period] = day;
        latestId[period] = id;
      }
    }
    for (const [period, flag] of flags.entries()) {
      const lastDay = firstDay + (period + 1) * rhythm - 1;
      const id = latestId[period];
      if (id === undefined) emit(0, lastDay, 'client', records.clientId, 'silence', rhythm, 0);
      else if (flag === twoWay) emit(1, lastDay, 'interaction', id, 'twoWay', rhythm, 0);
      else emit(0.5, lastDay, 'interaction', id, flag === inboundFlag ? 'onlyClient' : 'onlyUs', rhythm, 0);
    }
  },
};
