import { useMutation, useQuery } from '@tanstack/react-query';
import { ClipboardList, Eye, ShieldOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Survey } from '#shared/contract/surveys.ts';
import { surveyQuestions } from '#shared/domain/survey/index.ts';
import { api, queries } from '#renderer/api.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { dayOfInstant } from '#renderer/records/days.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { AnswersDialog } from './AnswersDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Open = { readonly kind: 'answers' | 'withdraw'; readonly survey: Survey } | null;

/** Who answered when and how, with its consent; each can be read, withdrawn, or binned where it was a mistake. */
export function PastSurveys({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('surveyScreen');
  const undo = useUndo();
  const errorWords = useErrorWords();
  const [open, setOpen] = useState<Open>(null);
  const { data, error, refetch } = useQuery(queries.surveys.list.queryOptions({ input: { clientId } }));
  const remove = useMutation(queries.surveys.remove.mutationOptions());
  const bin = ({ id }: Survey): void => {
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          undo(t('list.removed'), () => api.surveys.restore({ id }));
        },
        onError: (failure) => {
          toast(errorWords(failure), null, 'danger');
        },
      },
    );
  };
  const close = (): void => {
    setOpen(null);
  };
  const head = 'pb-1 pe-4 text-start align-bottom font-normal';
  return (
    <Section title={t('list.title')}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock />
      ) : data.length === 0 ? (
        <EmptyState icon={<ClipboardList aria-hidden />} title={t('list.empty')}>
          {t('list.emptyBody')}
        </EmptyState>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full border-collapse">
            <thead className="border-b border-line text-sm text-ink-3">
              <tr>
                <th scope="col" className={head}>{t('list.answeredOn')}</th>
                <th scope="col" className={head}>{t('list.who')}</th>
                <th scope="col" className={head}>{t('list.mode')}</th>
                <th scope="col" className={head}>{t('list.consent')}</th>
                <th scope="col" className={head}>{t('list.answers')}</th>
                <th scope="col" className={head}>{t('list.enteredBy')}</th>
                <th scope="col" className="sr-only">{t('list.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((survey) => (
                <SurveyRow key={survey.id} survey={survey} isBusy={remove.isPending} onOpen={setOpen} onBin={bin} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AnswersDialog survey={open?.kind === 'answers' ? open.survey : null} onClose={close} />
      <WithdrawDialog survey={open?.kind === 'withdraw' ? open.survey : null} onClose={close} />
    </Section>
  );
}

interface SurveyRowProps {
  readonly survey: Survey;
  readonly isBusy: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onBin: (survey: Survey) => void;
}

function SurveyRow({ survey, isBusy, onOpen, onBin }: SurveyRowProps) {
  const { t } = useTranslation('surveyScreen');
  const format = useFormat();
  const day = format.day(survey.answeredOn);
  const cell = 'py-2 pe-4 align-top';
  // A sheet carries a day, not a time of day.
  const consentedAt = survey.mode === 'paper' ? format.day(dayOfInstant(survey.consent.at)) : format.instant(survey.consent.at);
  return (
    <tr className="border-b border-line/70">
      <th scope="row" className={`${cell} text-start font-medium whitespace-nowrap`}>{day}</th>
      <td className={cell}>{survey.contactName === null ? <span className="text-ink-3">{t('list.unnamed')}</span> : <bdi>{survey.contactName}</bdi>}</td>
      <td className={cell}>{t(`list.${survey.mode}`)}</td>
      <td className={cell}>
        <p>{t('list.given', { language: t(`languages.${survey.consent.language}`), at: consentedAt })}</p>
        <p className="text-sm text-ink-3">{t('list.wording', { version: survey.consent.wordingVersion })}</p>
      </td>
      <td className={cell}>
        {survey.withdrawnAt === null ? (
          <span className="whitespace-nowrap">{t('list.of', { answered: survey.answers.length, total: surveyQuestions.length })}</span>
        ) : (
          <Pill tone="outline">{t('list.withdrawn', { day: format.day(dayOfInstant(survey.withdrawnAt)) })}</Pill>
        )}
      </td>
      <td className={cell}>{survey.enteredBy === null ? t('common:notData') : <bdi>{survey.enteredBy}</bdi>}</td>
      <td className="py-1 text-end align-top whitespace-nowrap">
        {survey.withdrawnAt === null ? (
          <>
            <IconButton
              label={t('list.show', { day })}
              size="small"
              icon={<Eye aria-hidden className="size-4" />}
              onPress={() => {
                onOpen({ kind: 'answers', survey });
              }}
            />
            <IconButton
              label={t('list.withdraw', { day })}
              size="small"
              icon={<ShieldOff aria-hidden className="size-4" />}
              onPress={() => {
                onOpen({ kind: 'withdraw', survey });
              }}
            />
          </>
        ) : null}
        <IconButton
          label={t('list.remove', { day })}
          size="small"
          isDisabled={isBusy}
          icon={<Trash2 aria-hidden className="size-4" />}
          onPress={() => {
            onBin(survey);
          }}
        />
      </td>
    </tr>
  );
}
