import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Client } from '#shared/contract/clients.ts';
import { surveyConsentVersion, surveyQuestions } from '#shared/domain/survey/index.ts';
import { documentLanguageOf, documentLanguages } from '#shared/i18n/locale.ts';
import type { DocumentLanguage } from '#shared/i18n/locale.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { DraftBanner } from '#renderer/components/DraftBanner.tsx';
import { instantOf } from '#renderer/records/days.ts';
import { useDraft } from '#renderer/components/use-draft.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { EntryGrid } from './EntryGrid.tsx';
import { asSubmission } from './stand/answers.ts';
import type { Answers } from './stand/answers.ts';
import { NOBODY, usePeopleOptions, usualChoice } from './use-survey-options.ts';

interface Sheet {
  readonly language: DocumentLanguage;
  readonly contactId: string;
  readonly answeredOn: string | null;
  readonly isAgreed: boolean;
  readonly answers: Answers;
}

/** The sheet has a day and no time: midday, or now where that is still to come. */
const consentInstant = (day: string): string => {
  const midday = instantOf(day, '12:00');
  const now = new Date().toISOString();
  return midday > now ? now : midday;
};

/** A filled sheet, line by line, without a mouse. */
export function SheetEntry({ client }: { readonly client: Client }) {
  const { t } = useTranslation('surveyScreen');
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const [params] = useSearchParams();
  const people = usePeopleOptions(client);
  const usual = usualChoice(client);
  const asked = params.get('language');
  const person = params.get('contact');
  const { value: sheet, change, isRestored, discard, clear } = useDraft<Sheet>(`survey-sheet:${client.id}`, {
    language: asked === null ? usual.language : documentLanguageOf(asked),
    contactId: people.some(({ id }) => id === person) && person !== null ? person : NOBODY,
    answeredOn: localToday(),
    isAgreed: false,
    answers: {},
  });
  const [hasTried, setHasTried] = useState(false);
  const saveRef = useRef<HTMLButtonElement>(null);
  const submit = useMutation(queries.surveys.submit.mutationOptions());
  const answered = Object.keys(sheet.answers).length;
  const dayProblem = sheet.answeredOn === null ? t('entry.dayMissing') : sheet.answeredOn > localToday() ? t('entry.ahead') : null;
  const problem = dayProblem ?? (sheet.isAgreed ? (answered === 0 ? t('entry.nothing') : null) : t('entry.notAgreed'));

  const save = (): void => {
    setHasTried(true);
    if (problem !== null || sheet.answeredOn === null || submit.isPending) return;
    submit.mutate(
      {
        clientId: client.id, contactId: sheet.contactId === NOBODY ? null : sheet.contactId, language: sheet.language, mode: 'paper', answeredOn: sheet.answeredOn,
        consent: { accepted: true, wordingVersion: surveyConsentVersion, at: consentInstant(sheet.answeredOn) }, answers: asSubmission(sheet.answers),
      },
      {
        onSuccess: () => {
          clear();
          toast(t('entry.saved'));
          void navigate(`/clients/${client.id}/surveys`);
        },
        onError: (error) => {
          toast(errorWords(error), null, 'danger');
        },
      },
    );
  };

  return (
    <div className="flex w-full max-w-4xl flex-col gap-5">
      <PageHeader
        title={t('entry.title')}
        parent={
          <LinkButton variant="text" to={`/clients/${client.id}/surveys`}>
            {t('toClient', { client: client.name })}
          </LinkButton>
        }
        description={t('entry.description')}
      />
      <DraftBanner isShown={isRestored} onDiscard={discard} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t('entry.language')}
          options={documentLanguages.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={sheet.language}
          onChange={(language) => {
            change({ language });
          }}
        />
        <Select
          label={t('entry.who')}
          options={people}
          value={sheet.contactId}
          onChange={(contactId) => {
            change({ contactId });
          }}
        />
        <DatePicker
          label={t('entry.day')}
          value={sheet.answeredOn}
          maxValue={localToday()}
          error={hasTried ? dayProblem : null}
          onChange={(answeredOn) => {
            change({ answeredOn });
          }}
        />
      </div>
      <Checkbox
        isSelected={sheet.isAgreed}
        onChange={(isAgreed) => {
          change({ isAgreed });
        }}
      >
        {t('entry.agreed')}
      </Checkbox>
      <EntryGrid
        answers={sheet.answers}
        onChange={(answers) => {
          change({ answers });
        }}
        onEnd={() => {
          saveRef.current?.focus();
        }}
      />
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {hasTried && problem !== null ? (
          <p role="alert" className="flex-1 text-danger">
            {problem}
          </p>
        ) : (
          <p className="flex-1 text-ink-2">{t('entry.answered', { answered, total: surveyQuestions.length })}</p>
        )}
        <Button ref={saveRef} variant="primary" isPending={submit.isPending} onPress={save}>
          {t('entry.save')}
        </Button>
      </div>
    </div>
  );
}
