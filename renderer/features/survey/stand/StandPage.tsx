import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { SurveyDraft } from '#shared/contract/surveys.ts';
import { surveyQuestions, surveyVersion } from '#shared/domain/survey/index.ts';
import { usualDocumentLocale } from '#shared/i18n/locale.ts';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { usePreferences, useSettings } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';
import { endSitting, readSitting } from '#renderer/survey/sitting.ts';
import type { Sitting } from '#renderer/survey/sitting.ts';
import { askerOf } from '#renderer/survey/asker.ts';
import type { Asker } from '#renderer/survey/asker.ts';
import { Declined, NotHandedIn, Review, Stopping, Thanks } from './Closing.tsx';
import { Consent } from './Consent.tsx';
import { StaffDoor } from './StaffDoor.tsx';
import { StandFrame } from './StandFrame.tsx';
import { Statement } from './Statement.tsx';
import { release, useScreenLock } from './use-screen-lock.ts';
import { useSurveyRun } from './use-survey-run.ts';

/** What a client sees at the stand: the survey in its language, and nothing else of the app or of anybody. */
export function StandPage() {
  const { clientId = '' } = useParams();
  const { organisation } = useSettings();
  const [sitting] = useState(readSitting);
  const asker = askerOf(organisation);
  if (sitting?.clientId !== clientId || asker === null) return <NotHandedOver clientId={clientId} />;
  return <Locked sitting={sitting} asker={asker} />;
}

/** Nobody handed the laptop over to this client: a typed address, or a new start. It is not locked for nothing. */
function NotHandedOver({ clientId }: { readonly clientId: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    endSitting();
    void navigate(`/clients/${clientId}/surveys`, { replace: true });
  }, [navigate, clientId]);
  return <LoadingBlock />;
}

function Locked({ sitting, asker }: { readonly sitting: Sitting; readonly asker: Asker }) {
  const { t } = useTranslation('surveyScreen');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const lock = useScreenLock(isOpen);
  const surveysPage = `/clients/${sitting.clientId}/surveys`;
  // Read anew whenever this page comes up, never what another page knew of it.
  const { data: draft, error, refetch } = useQuery({
    queryKey: ['survey-sitting', sitting.surveyId], queryFn: () => api.surveys.draft({ clientId: sitting.clientId }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0,
  });
  const unlock = async (): Promise<void> => {
    await release();
    endSitting();
    setIsOpen(true);
  };
  const isNotLocked = lock.state === 'failed';
  useEffect(() => {
    // Nothing was shown to a client: the person who hands over is told, and has the app back.
    if (!isNotLocked) return;
    endSitting();
    toast(t('notLocked'), null, 'danger');
    void navigate(surveysPage, { replace: true });
  }, [isNotLocked, navigate, surveysPage, t]);
  useEffect(() => {
    if (!isOpen) return;
    // The survey moved scores and lists of pages that were read before it.
    void client.invalidateQueries();
    void navigate(surveysPage, { replace: true });
  }, [isOpen, navigate, client, surveysPage]);
  if (error) {
    return (
      <main className="flex min-h-dvh flex-col justify-center">
        <ErrorState error={error} onRetry={() => void refetch()} />
        <StaffDoor number={sitting.number} onUnlock={unlock} />
      </main>
    );
  }
  if (isOpen || lock.state !== 'locked' || draft === undefined) return <LoadingBlock />;
  const goesOn = draft !== null && draft.id === sitting.surveyId && draft.surveyVersion === surveyVersion;
  return (
    <LocaleScope choice={usualDocumentLocale(sitting.language)}>
      <Survey
        sitting={sitting}
        asker={asker}
        draft={goesOn ? draft : null}
        onUnlock={unlock}
        onFullScreen={lock.isFullScreenLeft ? lock.returnToFullScreen : null}
      />
    </LocaleScope>
  );
}

interface SurveyProps {
  readonly sitting: Sitting;
  readonly asker: Asker;
  /** What was answered before the page was loaded again, or before a break. */
  readonly draft: SurveyDraft | null;
  readonly onUnlock: () => Promise<void>;
  /** Where full screen was left. */
  readonly onFullScreen: (() => void) | null;
}

function Survey({ sitting, asker, draft, onUnlock, onFullScreen }: SurveyProps) {
  const { t } = useTranslation('survey');
  const preferences = usePreferences();
  const run = useSurveyRun(sitting, draft);
  const [isAtDoor, setIsAtDoor] = useState(false);
  const isUnderWay = run.step === 'consent' || run.step === 'asking';
  const note =
    onFullScreen !== null ? (
      <Button onPress={onFullScreen}>{t('fullScreen')}</Button>
    ) : isUnderWay && !run.isKept ? (
      t('notKept')
    ) : null;
  return (
    <StandFrame
      company={asker.company}
      title={t('title', asker)}
      middle={run.step === 'asking' && !isAtDoor ? <Progress place={run.place} /> : null}
      onStop={run.step === 'asking' && !isAtDoor ? run.askToStop : undefined}
      onDoor={() => {
        setIsAtDoor(true);
      }}
      note={note}
    >
      {isAtDoor ? (
        <LocaleScope choice={preferences}>
          <StaffDoor
            number={sitting.number}
            onUnlock={onUnlock}
            onBack={() => {
              setIsAtDoor(false);
            }}
          />
        </LocaleScope>
      ) : (
        <CurrentStep run={run} asker={asker} />
      )}
    </StandFrame>
  );
}

function CurrentStep({ run, asker }: { readonly run: ReturnType<typeof useSurveyRun>; readonly asker: Asker }) {
  const { place } = run;
  if (run.step === 'consent') return <Consent asker={asker} onAgree={run.agree} onDecline={run.decline} />;
  if (run.step === 'stopping') return <Stopping hasFailed={run.hasStopFailed} onGoOn={run.goOn} onStop={() => void run.stop()} />;
  if (run.step === 'failed') return <NotHandedIn onAgain={() => void run.handIn()} isPending={run.isHandingIn} />;
  if (run.step === 'thanks') return <Thanks />;
  if (run.step === 'declined') return <Declined />;
  const question = surveyQuestions[place];
  const back = (): void => {
    run.go(place - 1);
  };
  if (question === undefined) {
    return <Review answered={Object.keys(run.answers).length} isHandingIn={run.isHandingIn} onBack={back} onFinish={() => void run.handIn()} />;
  }
  return (
    <Statement
      key={question.indicatorId}
      question={question}
      answer={run.answers[question.indicatorId] ?? null}
      onAnswer={(answer) => {
        run.answer(question.indicatorId, answer);
      }}
      onNext={() => {
        run.go(place + 1);
      }}
      onBack={place === 0 ? null : back}
    />
  );
}

function Progress({ place }: { readonly place: number }) {
  const { t } = useTranslation('survey');
  return (
    <div className="flex w-72 max-w-full items-center gap-3 max-sm:order-last max-sm:w-full">
      <div aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--line)]">
        <div className="h-full rounded-full bg-accent" style={{ inlineSize: `${(place / surveyQuestions.length) * 100}%` }} />
      </div>
      <span className="text-sm whitespace-nowrap text-ink-2">{t('progress', { index: Math.min(place + 1, surveyQuestions.length), total: surveyQuestions.length })}</span>
    </div>
  );
}
