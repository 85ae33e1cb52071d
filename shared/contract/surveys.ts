import { z } from 'zod';
import { day, documentLanguage, id, instant } from './common.ts';
import { procedure } from './errors.ts';

export const surveyMode = z.enum(['stand', 'paper']);

const surveyAnswer = z.object({
  indicatorId: z.string(),
  /** Point of the question's scale from 1; null: left out. */
  answer: z.int().nullable(),
});

export const surveySubmission = z.object({
  /** That of its draft, which goes with it; null: it had none. Handed in twice under one id, it is kept once. */
  id: id.nullable().default(null),
  clientId: id,
  contactId: id.nullable(),
  language: documentLanguage,
  mode: surveyMode,
  /** What the client agreed to, in which words and when. Without agreement there is nothing to submit: it is refused. */
  consent: z.object({ accepted: z.boolean(), wordingVersion: z.string().min(1).max(100), at: instant }),
  /** The day on the paper; null: the day of the consent. */
  answeredOn: day.nullable().default(null),
  answers: z.array(surveyAnswer).max(100),
});

export const survey = z.object({
  id,
  clientId: id,
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  language: documentLanguage,
  mode: surveyMode,
  surveyVersion: z.string(),
  answeredOn: day,
  consent: z.object({ wordingVersion: z.string(), language: documentLanguage, at: instant }),
  /** Set: the client withdrew its consent, and its answers no longer exist. */
  withdrawnAt: instant.nullable(),
  enteredBy: z.string().nullable(),
  /** Empty after a withdrawal. */
  answers: z.array(z.object({ indicatorId: z.string(), answer: z.int() })),
});
export type Survey = z.output<typeof survey>;

/** A survey at a stand that was begun after the client agreed, and not handed in yet. */
export const surveyDraft = z.object({
  /** Of the survey that it becomes. */
  id,
  clientId: id,
  contactId: id.nullable(),
  language: documentLanguage,
  /** Of another version than the questionnaire's: its questions may read otherwise by now, so it cannot go on. */
  surveyVersion: z.string().min(1).max(100),
  consent: z.object({ wordingVersion: z.string().min(1).max(100), at: instant }),
  answers: z.array(z.object({ indicatorId: z.string().max(100), answer: z.int().min(1).max(7) })).max(100),
  /** The question that is shown, from 0; after the last one: their number. */
  place: z.int().min(0).max(100),
});
export type SurveyDraft = z.output<typeof surveyDraft>;

export const surveys = {
  /** INVALID: `consent.accepted` consent-missing, `contactId` not-of-client, `answeredOn` ahead, `answers.<indicatorId>` with the code of the domain's check. */
  submit: procedure.input(surveySubmission).output(survey),
  /** What is left of a survey that was interrupted; null where none was. */
  draft: procedure.input(z.object({ clientId: id })).output(surveyDraft.extend({ keptAt: instant }).nullable()),
  /** Takes the place of the client's draft, if there is one. INVALID: `contactId` not-of-client; CONFLICT: it was handed in meanwhile. */
  keepDraft: procedure.input(surveyDraft).output(z.object({ id })),
  /** The client stopped, or the representative gave it up: the answers are deleted for good. */
  dropDraft: procedure.input(z.object({ clientId: id })).output(z.object({ dropped: z.boolean() })),
  /** Newest first, those withdrawn included; those in the bin left out. */
  list: procedure.input(z.object({ clientId: id })).output(z.array(survey)),
  /**
   * The client takes its consent back: its answers are deleted for good and stand in no log; that there was a survey, and the
   * consent with its withdrawal, stay as the proof. There is no undo: the window asks before.
   */
  withdraw: procedure.input(z.object({ id })).output(survey),
  /** To the bin, for a survey entered by mistake: it no longer counts; `restore` undoes it. */
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
  restore: procedure.input(z.object({ id })).output(survey),
};
