import { useEffect, useState } from 'react';
import type { SurveyDraft } from '#shared/contract/surveys.ts';
import { surveyConsentVersion, surveyQuestions, surveyVersion } from '#shared/domain/survey/index.ts';
import { api } from '#renderer/api.ts';
import type { Sitting } from '#renderer/survey/sitting.ts';
import { answersOf, asDraftAnswers, asSubmission, withAnswer } from './answers.ts';
import type { Answers } from './answers.ts';
import { DraftKeeper } from './draft-keeper.ts';

export type Step = 'consent' | 'asking' | 'stopping' | 'failed' | 'thanks' | 'declined';

/** One survey from the consent to the thanks. Every answer is kept as a draft at once; the survey itself when the client hands it in. */
export function useSurveyRun({ clientId, contactId, language, surveyId }: Sitting, found: SurveyDraft | null) {
  const [step, setStep] = useState<Step>(found ? 'asking' : 'consent');
  const [agreedAt, setAgreedAt] = useState(found?.consent.at ?? null);
  const [answers, setAnswers] = useState<Answers>(() => (found ? answersOf(found) : {}));
  const [place, setPlace] = useState(found?.place ?? 0);
  const [isHandingIn, setIsHandingIn] = useState(false);
  const [isKept, setIsKept] = useState(true);
  const [hasStopFailed, setHasStopFailed] = useState(false);
  const [keeper] = useState(() => new DraftKeeper((draft) => api.surveys.keepDraft(draft), setIsKept));
  const isAsking = step === 'asking';

  useEffect(() => {
    if (!isAsking || agreedAt === null) return;
    keeper.keep({
      id: surveyId, clientId, contactId, language, surveyVersion, consent: { wordingVersion: surveyConsentVersion, at: agreedAt }, answers: asDraftAnswers(answers), place,
    });
  }, [keeper, isAsking, agreedAt, answers, place, surveyId, clientId, contactId, language]);

  const handIn = async (): Promise<void> => {
    if (agreedAt === null) return;
    setIsHandingIn(true);
    try {
      await keeper.settled();
      await api.surveys.submit({
        id: surveyId, clientId, contactId, language, mode: 'stand', consent: { accepted: true, wordingVersion: surveyConsentVersion, at: agreedAt }, answers: asSubmission(answers),
      });
      setStep('thanks');
    } catch {
      // The client is told, and can try again; the draft waits for the representative otherwise.
      setStep('failed');
    } finally {
      setIsHandingIn(false);
    }
  };

  return {
    step, answers, place, isHandingIn, isKept, hasStopFailed,
    agree: () => {
      setAgreedAt(new Date().toISOString());
      setStep('asking');
    },
    decline: () => {
      setStep('declined');
    },
    answer: (indicatorId: string, answer: number | null) => {
      setAnswers((before) => withAnswer(before, indicatorId, answer));
      setPlace(Math.min(place + 1, surveyQuestions.length));
    },
    go: (next: number) => {
      setPlace(next);
    },
    askToStop: () => {
      setHasStopFailed(false);
      setStep('stopping');
    },
    goOn: () => {
      setStep(agreedAt === null ? 'consent' : 'asking');
    },
    /** Keeps nothing, not even the draft. */
    stop: async (): Promise<void> => {
      try {
        await keeper.forget();
        await api.surveys.dropDraft({ clientId });
        setStep('declined');
      } catch {
        // "Nothing was kept" is not said before it is so.
        setHasStopFailed(true);
      }
    },
    handIn,
  };
}
