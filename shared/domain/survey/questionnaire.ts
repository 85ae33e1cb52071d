import type { IndicatorId } from '../model/index.ts';

/**
 * Agreement scales, each point with its words (`survey:scale.<scale>.<point>`), from 1 = strongly disagree. Five points as
 * a colleague's rating has; seven for perceived usefulness, as Davis (MIS Quarterly 13, 1989) measures it.
 */
export const surveyScales = { agreement5: { points: 5 }, agreement7: { points: 7 } } as const;

export type SurveyScale = keyof typeof surveyScales;

interface QuestionRow {
  /** The indicator that the answer speaks for; its statement is `survey:question.<indicatorId>`. */
  readonly indicatorId: IndicatorId;
  readonly scale: SurveyScale;
}

/**
 * What a client is asked, in this order, which is that of the chain: first how it sees the exporter, last whether it comes
 * back. Only what the client itself sees and no colleague can say for it, and of each theme that it can judge at least one
 * question, so that a survey alone already gives a score of all five dimensions. Sixteen take about three minutes at a stand.
 */
export const surveyQuestions = [
  { indicatorId: 'brand-attractiveness', scale: 'agreement5' },
  { indicatorId: 'brand-trust', scale: 'agreement5' },
  { indicatorId: 'brand-expertise', scale: 'agreement5' },
  { indicatorId: 'reward-benefit', scale: 'agreement5' },
  { indicatorId: 'cooperation-offers', scale: 'agreement5' },
  { indicatorId: 'satisfaction', scale: 'agreement5' },
  { indicatorId: 'transparency', scale: 'agreement5' },
  { indicatorId: 'tool-ease', scale: 'agreement5' },
  { indicatorId: 'interaction-skill', scale: 'agreement5' },
  { indicatorId: 'perceived-usefulness', scale: 'agreement7' },
  { indicatorId: 'personalisation', scale: 'agreement5' },
  { indicatorId: 'return-guarantee', scale: 'agreement5' },
  { indicatorId: 'meeting-needs', scale: 'agreement5' },
  { indicatorId: 'timely-delivery', scale: 'agreement5' },
  { indicatorId: 'sustained-interaction', scale: 'agreement5' },
  { indicatorId: 'successful-experiences', scale: 'agreement5' },
] as const satisfies readonly QuestionRow[];

export type SurveyQuestion = (typeof surveyQuestions)[number];
export type SurveyIndicatorId = SurveyQuestion['indicatorId'];

/** Kept with every answered survey. Changes whenever a question, a scale or a statement in any language changes. */
export const surveyVersion = 'client-survey-1';

/**
 * Kept with every consent, beside its language and instant: it says which words (`survey:consent.*`) were agreed to.
 * Changes whenever one of them changes in any language.
 */
export const surveyConsentVersion = 'survey-consent-1';

/** The paragraphs of the consent (`survey:consent.<part>`) in reading order: on the screen, on paper and in what is kept. */
export const surveyConsentParts = ['purpose', 'kept', 'use', 'withdraw', 'contact'] as const;
