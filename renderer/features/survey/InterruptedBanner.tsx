import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { surveyVersion } from '#shared/domain/survey/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { HandOver } from './HandOver.tsx';

interface InterruptedBannerProps {
  readonly clientId: string;
  readonly isGoingOn: boolean;
  readonly onGoOn: (isGoingOn: boolean) => void;
}

/** A survey that was begun and not handed in: it goes on, or its answers are deleted. */
export function InterruptedBanner({ clientId, isGoingOn, onGoOn }: InterruptedBannerProps) {
  const { t } = useTranslation('surveyScreen');
  const format = useFormat();
  const errorWords = useErrorWords();
  const { data: draft, error, refetch } = useQuery(queries.surveys.draft.queryOptions({ input: { clientId } }));
  const drop = useMutation(queries.surveys.dropDraft.mutationOptions());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!draft) return null;
  const isCurrent = draft.surveyVersion === surveyVersion;
  return (
    <>
      <Banner
        tone="info"
        title={t('draft.title')}
        action={
          <>
            <Button
              isPending={drop.isPending}
              onPress={() => {
                drop.mutate(
                  { clientId },
                  {
                    onSuccess: () => {
                      onGoOn(false);
                      toast(t('draft.discarded'));
                    },
                    onError: (failure) => {
                      toast(errorWords(failure), null, 'danger');
                    },
                  },
                );
              }}
            >
              {t('draft.discard')}
            </Button>
            {isCurrent && !isGoingOn ? (
              <Button
                variant="primary"
                onPress={() => {
                  onGoOn(true);
                }}
              >
                {t('survey:goOn')}
              </Button>
            ) : null}
          </>
        }
      >
        {t('draft.body', { answered: draft.answers.length, language: t(`languages.${draft.language}`), at: format.instant(draft.keptAt) })} {isCurrent ? null : t('draft.old')}
      </Banner>
      {isCurrent && isGoingOn ? <HandOver clientId={clientId} contactId={draft.contactId} language={draft.language} surveyId={draft.id} action={t('draft.goOn')} /> : null}
    </>
  );
}
