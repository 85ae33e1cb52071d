import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { indicators, themeById } from '#shared/domain/model/index.ts';
import { primaryLanguage } from '#shared/domain/language/index.ts';
import type { IndicatorSubject } from '#shared/domain/model/index.ts';
import { writtenOn } from './clock.ts';
import type { Maker } from './clock.ts';
import type { Random } from './random.ts';
import type { SampleClient } from './make-client.ts';
import type { SampleRows } from './rows.ts';
import { wordsFor, wordsLanguage } from './words.ts';

const spoken: ReadonlySet<string> = new Set(['phone', 'visit', 'fair', 'videoCall']);

interface Message {
  readonly day: number;
  readonly minute: number;
  readonly channel: string;
  readonly direction: 'inbound' | 'outbound' | 'meeting';
  readonly subject: string;
  readonly body?: string;
  readonly answersId?: string;
  readonly needsAnswer?: boolean;
  readonly sentiment?: 'good' | 'neutral' | 'bad' | null;
}

/** Letters, talks and meetings of one client, from the first contact to the last. */
export function makeInteractions(maker: Maker, rows: SampleRows, client: SampleClient, languageRandom: Random): void {
  const { random, today } = maker;
  const { contact, moods, complaint, recordCare } = client.archetype;
  const words = wordsFor(client.country.language);
  const mood = (): Message['sentiment'] => {
    const draw = random.next();
    if (draw < moods.good) return 'good';
    return draw < moods.good + moods.bad ? 'bad' : random.pick(['neutral', null]);
  };
  // What is written is in the language of its words; who talks often does so in the client's own.
  const languageOf = (channel: string): string | null => {
    const isSpoken = spoken.has(channel) && languageRandom.chance(0.7);
    return languageRandom.chance(recordCare) ? primaryLanguage(isSpoken ? client.country.language : wordsLanguage(client.country.language)) : null;
  };
  const add = (message: Message): string => {
    const id = maker.id();
    rows.interactions.push({
      ...writtenOn(maker, message.day), id, client_id: client.id, contact_id: random.chance(0.85) ? (client.contactIds[0] ?? null) : (client.contactIds.at(-1) ?? null),
      channel: message.channel, direction: message.direction, occurred_at: maker.instant(message.day, message.minute), subject: message.subject,
      body: message.body ?? null, sentiment: message.sentiment ?? mood() ?? null, answers_id: message.answersId ?? null,
      needs_answer: message.needsAnswer === true ? 1 : 0, staff_id: client.ownerId, language: languageOf(message.channel),
    });
    return id;
  };
  const channels = ['email', 'email', client.country.messenger, 'phone'];
  let day = today - contact.fromDaysAgo;
  if (client.archetype.ordering === null) {
    add({ day, minute: 120, channel: 'fair', direction: 'meeting', subject: words.meetings[1] ?? '', sentiment: 'good' });
    day += 2;
  }
  for (; day <= today - contact.stoppedDaysAgo; day += Math.max(2, Math.round(contact.everyDays * (0.6 + 0.8 * random.next())))) {
    const channel = random.pick(channels);
    if (random.chance(0.12) && random.chance(contact.twoWay)) {
      add({ day, minute: random.int(60, 400), channel: random.pick(['visit', 'fair', 'videoCall']), direction: 'meeting', subject: random.pick(words.meetings) });
    } else if (random.chance(0.45)) {
      const answered = random.chance(0.5 + contact.twoWay / 2);
      const question = add({ day, minute: 60, channel, direction: 'inbound', subject: random.pick(words.inbound), needsAnswer: answered });
      if (answered && day + 1 < today) add({ day: day + random.int(0, 1), minute: 200, channel, direction: 'outbound', subject: random.pick(words.answered), answersId: question });
    } else {
      const letter = add({ day, minute: 90, channel, direction: 'outbound', subject: random.pick(words.outbound) });
      if (random.chance(contact.twoWay) && day + 3 < today) {
        add({ day: day + random.int(0, 3), minute: 300, channel, direction: 'inbound', subject: `Re: ${rows.interactions.at(-1)?.subject ?? ''}`, answersId: letter });
      }
    }
  }
  if (complaint) {
    add({
      day: today - random.int(5, 18), minute: 150, channel: 'email', direction: 'inbound', subject: words.complaint.subject, body: words.complaint.body,
      needsAnswer: true, sentiment: 'bad',
    });
  }
}

/** A few things to do: done ones in the past, open ones ahead, and for careless records some that are overdue. */
export function makeTasks(maker: Maker, rows: SampleRows, client: SampleClient): void {
  const { random, today } = maker;
  const words = wordsFor(client.country.language);
  const titles = random.some(words.tasks, random.int(0, 3));
  for (const title of titles) {
    const due = today + random.int(-40, 25);
    const isDone = due < today && random.chance(client.archetype.recordCare);
    rows.tasks.push({
      ...writtenOn(maker, due - 14), id: maker.id(), client_id: client.id, title, due_on: numberToIsoDay(due),
      done_at: isDone ? maker.instant(Math.min(due, today - 1)) : null, step_code: null, staff_id: client.ownerId,
    });
  }
}

export interface Rater {
  readonly id: string;
  readonly source: 'representative' | 'manager';
  /** How far above or below the others this person rates. */
  readonly leaning: number;
}

const toRating = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

/** Of the indicators in question, the share that each kind of rater goes through in one sitting. */
const shareOf = { representative: 0.92, manager: 0.65 } as const;

/** Ratings by each rater in one sitting. Dimensions without a mean stay unrated. */
export function makeAssessments(
  maker: Maker, rows: SampleRows, raters: readonly Rater[],
  about: { readonly clientId: string | null; readonly subject: IndicatorSubject; readonly meanOf: (dimension: SampleDimension) => number | null },
): void {
  const { random, today } = maker;
  for (const rater of raters) {
    const day = today - random.int(4, 75);
    const ratedAt = maker.instant(day);
    for (const { id, theme, subject } of indicators) {
      const mean = about.meanOf(themeById(theme).dimension);
      if (subject !== about.subject || mean === null || !random.chance(shareOf[rater.source])) continue;
      rows.assessments.push({
        id: maker.id(), client_id: about.clientId, indicator_id: id, rating: toRating(mean + rater.leaning + (random.next() - 0.5) * 1.1), rated_at: ratedAt,
        rater_id: rater.id, source: rater.source, note: null, created_at: ratedAt, updated_at: ratedAt, deleted_at: null,
      });
    }
  }
}

export type SampleDimension = keyof SampleClient['archetype']['ratings'];
