import { primaryLanguage } from '../../language/index.ts';
import type { InteractionRecord } from '../types.ts';
import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** Where people meet, no channel is chosen against anybody's wish. */
const meetingPlaces: ReadonlySet<string> = new Set(['visit', 'fair', 'videoCall']);

const channelsById = (interactions: readonly InteractionRecord[]): ReadonlyMap<string, string> =>
  new Map(interactions.filter(({ direction }) => direction === 'inbound').map(({ id, channel }) => [id, channel]));

/**
 * Events of two kinds.
 * - Each message of ours to a client whose preferred channel or language is known, and each meeting whose language is. y is
 *   the share of the two that fits, of those that are known of client and message; an answer on the channel that the client
 *   itself used fits, and so does another region of the same language. A language that nobody noted says nothing.
 * - Each offer: y = 1 when it was made to a need that the client has named, else 0.
 */
export const personalisation: EvidenceRule = {
  indicatorId: 'personalisation',
  reasons: { fits: [], otherChannel: [], otherLanguage: [], neither: [], ownNeed: [], generalOffer: [] },
  visit: ({ interactions, relationship }, asOfDay, emit) => {
    const { preferredChannel, preferredLanguage, entries } = relationship;
    if (preferredChannel !== null || preferredLanguage !== null) {
      const channels = channelsById(interactions);
      const wished = preferredLanguage === null ? null : primaryLanguage(preferredLanguage);
      for (const { id, day, direction, channel, language, answersId } of interactions) {
        if (direction === 'inbound') continue;
        const isChannelKnown = preferredChannel !== null && direction === 'outbound' && !meetingPlaces.has(channel);
        const isLanguageKnown = wished !== null && language !== null;
        if (!isChannelKnown && !isLanguageKnown) continue;
        const isOtherChannel = isChannelKnown && channel !== preferredChannel && (answersId === null || channels.get(answersId) !== channel);
        const isOtherLanguage = isLanguageKnown && primaryLanguage(language) !== wished;
        const known = Number(isChannelKnown) + Number(isLanguageKnown);
        const outcome = 1 - (Number(isOtherChannel) + Number(isOtherLanguage)) / known;
        const misfit = isOtherChannel ? 'otherChannel' : 'otherLanguage';
        const reason = isOtherChannel && isOtherLanguage ? 'neither' : misfit;
        emit(outcome, day, 'interaction', id, isOtherChannel || isOtherLanguage ? reason : 'fits', 0, 0);
      }
    }
    for (const { id, offeredOn, fitsOwnNeed } of entries.offer) {
      const day = happenedDay(offeredOn, asOfDay);
      if (day !== null) emit(fitsOwnNeed ? 1 : 0, day, 'offer', id, fitsOwnNeed ? 'ownNeed' : 'generalOffer', 0, 0);
    }
  },
};
