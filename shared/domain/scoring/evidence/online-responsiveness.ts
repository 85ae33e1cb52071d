import type { InteractionRecord } from '../types.ts';
import type { EvidenceRule } from './rule.ts';

/** T where the exporter has chosen none. */
export const defaultAnswerWithinHours = 8;

const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;

/** h ≤ T → 1, else 2^(−(h − T)/T). */
const outcomeOf = (hours: number, withinHours: number): number => (hours <= withinHours ? 1 : 2 ** (-(hours - withinHours) / withinHours));

/** When each message was first answered by the reading day; ISO instants. */
const firstAnswers = (interactions: readonly InteractionRecord[], asOfDay: number): ReadonlyMap<string, string> => {
  const answers = new Map<string, string>();
  for (const { answersId, at, day } of interactions) {
    if (answersId === null || day > asOfDay) continue;
    const known = answers.get(answersId);
    if (known === undefined || at < known) answers.set(answersId, at);
  }
  return answers;
};

/**
 * Event: each inbound message that was answered, or that asks for an answer and has waited longer than T hours. y = 1
 * answered within T, then halved with every further T; one without an answer counts with the hours it has waited until
 * the reading day began. Clock hours: a client elsewhere does not keep the exporter's office hours. What is late is told in
 * begun hours, so that it never reads as the goal itself. Age from the message.
 */
export const onlineResponsiveness: EvidenceRule = {
  indicatorId: 'online-responsiveness',
  reasons: { inTime: ['hours', 'within'], late: ['hours', 'within'], waiting: ['hours', 'within'] },
  visit: ({ interactions, relationship }, asOfDay, emit) => {
    const withinHours = relationship.answerWithinHours ?? defaultAnswerWithinHours;
    if (!(withinHours > 0)) throw new RangeError(`an answer within ${withinHours} hours`);
    const answers = firstAnswers(interactions, asOfDay);
    for (const { id, day, at, direction, needsAnswer } of interactions) {
      if (direction !== 'inbound' || day > asOfDay) continue;
      const answeredAt = answers.get(id);
      if (answeredAt !== undefined) {
        const hours = Math.max(0, (Date.parse(answeredAt) - Date.parse(at)) / msPerHour);
        const isInTime = hours <= withinHours;
        emit(outcomeOf(hours, withinHours), day, 'interaction', id, isInTime ? 'inTime' : 'late', isInTime ? Math.round(hours) : Math.ceil(hours), withinHours);
      } else if (needsAnswer) {
        const hours = (asOfDay * msPerDay - Date.parse(at)) / msPerHour;
        if (hours > withinHours) emit(outcomeOf(hours, withinHours), day, 'interaction', id, 'waiting', Math.ceil(hours), withinHours);
      }
    }
  },
};
