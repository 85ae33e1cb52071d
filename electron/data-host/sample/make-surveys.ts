import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { documentLanguageOf } from '#shared/domain/language/index.ts';
import { themeById, indicatorById } from '#shared/domain/model/index.ts';
import { surveyConsentVersion, surveyQuestions, surveyScales, surveyVersion } from '#shared/domain/survey/index.ts';
import type { Maker } from './clock.ts';
import type { SampleClient } from './make-client.ts';
import type { SampleRows } from './rows.ts';

/** Who is asked leaves out a question now and then: what one cannot say. */
const answeredShare = 0.9;
const withdrawnShare = 0.12;

/**
 * Who buys is asked: the people of a client that ever ordered answer the questionnaire, at the stand or on paper, some of them
 * a year earlier too. A few take their consent back, and no answer of theirs is left.
 */
export function makeSurveys(maker: Maker, rows: SampleRows, client: SampleClient): void {
  const { archetype, contactIds, country, ownerId } = client;
  if (archetype.ordering === null) return;
  const { random, today } = maker;
  const knownFor = archetype.contact.fromDaysAgo;
  for (const contactId of contactIds) {
    const latest = random.int(6, 75);
    const ages = knownFor > latest + 400 && random.chance(0.4) ? [latest + 365, latest] : [latest];
    const leaning = random.next() * 0.6 - 0.3;
    for (const age of ages) {
      const at = maker.instant(today - age);
      const withdrawnAt = random.chance(withdrawnShare) ? maker.instant(today - random.int(1, age - 1)) : null;
      const id = maker.id();
      const language = documentLanguageOf(country.language);
      rows.surveys.push({
        id, client_id: client.id, contact_id: contactId, language, mode: random.pick(['stand', 'paper']), survey_version: surveyVersion,
        answered_on: numberToIsoDay(today - age), consent_version: surveyConsentVersion, consent_language: language, consented_at: at,
        withdrawn_at: withdrawnAt, staff_id: ownerId, created_at: at, updated_at: withdrawnAt ?? at, deleted_at: null,
      });
      for (const { indicatorId, scale } of surveyQuestions) {
        const mean = archetype.ratings[themeById(indicatorById(indicatorId).theme).dimension];
        const { points } = surveyScales[scale];
        // A mean is told on the rater's five points; seven are the same line, cut finer.
        const place = ((mean ?? 3) + leaning + (random.next() - 0.5) * 1.1 - 1) / 4;
        const isAnswered = mean !== null && random.chance(answeredShare);
        if (!isAnswered || withdrawnAt !== null) continue;
        const answer = Math.min(points, Math.max(1, Math.round(1 + place * (points - 1))));
        rows.surveyAnswers.push({ id: maker.id(), survey_id: id, indicator_id: indicatorId, answer, created_at: at });
      }
    }
  }
}
