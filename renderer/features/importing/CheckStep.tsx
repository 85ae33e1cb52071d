import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DryRun, Inspection } from '#shared/contract/imports.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { usePreferences } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { toast } from '#renderer/state/toasts.ts';
import { CheckResult } from './CheckResult.tsx';
import { bringsAnything } from './counts.ts';
import { readingChoice } from './reading-day.ts';
import { StepFooter } from './StepFooter.tsx';
import { useImportErrorWords } from './use-import-words.ts';
import { cancelCheck, cancelCommit, isPageShown, runCheck, runCommit, useWizard } from './wizard.ts';

interface CheckStepProps {
  readonly inspection: Inspection;
  readonly template: Template;
}

/** What the import would do, told before anything is written; then the import itself. */
export function CheckStep({ inspection, template }: CheckStepProps) {
  const { t } = useTranslation('importWizard');
  const errorWords = useImportErrorWords();
  const check = useWizard((state) => state.check);
  const commit = useWizard((state) => state.commit);
  useEffect(() => {
    void runCheck();
  }, []);

  if (commit.status === 'running') return <CommitProgress />;
  const words = check.status === 'failed' ? errorWords(check.error) : null;
  const commitWords = commit.status === 'failed' ? errorWords(commit.error) : null;
  return (
    <div className="flex flex-col gap-6">
      {commitWords === null ? null : (
        <Banner tone="danger" isLive title={t('commit.failed')}>
          {commitWords.message} {commitWords.remedy}
        </Banner>
      )}
      {commit.status === 'cancelled' ? (
        <Banner tone="info" isLive>
          {t('commit.cancelled')}
        </Banner>
      ) : null}
      {check.status === 'idle' || check.status === 'running' ? (
        <div className="rounded-lg border border-line bg-surface px-5 py-6">
          <ProgressBar
            label={t(check.status === 'running' && check.progress?.phase === 'matching' ? 'check.matching' : 'check.reading')}
            done={check.status === 'running' ? (check.progress?.done ?? 0) : 0}
            total={check.status === 'running' ? (check.progress?.total ?? 0) : 0}
            onCancel={cancelCheck}
          />
        </div>
      ) : null}
      {check.status === 'cancelled' || words !== null ? (
        <Banner
          tone={words === null ? 'info' : 'danger'}
          isLive
          action={
            <Button size="small" onPress={() => void runCheck()}>
              {t('check.again')}
            </Button>
          }
        >
          {words === null ? t('check.cancelled') : `${words.message} ${words.remedy}`}
        </Banner>
      ) : null}
      {check.status === 'done' ? <CheckResult inspection={inspection} template={template} result={check.result} /> : null}
      <StepFooter remark={<NothingYet />}>
        <LinkButton to="/import?step=columns">{t('common:back')}</LinkButton>
        {check.status === 'done' ? <CommitButton result={check.result} /> : null}
      </StepFooter>
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation('importWizard');
  return <p className="text-sm text-ink-2">{t('check.nothingYet')}</p>;
}

function CommitButton({ result }: { readonly result: DryRun }) {
  const { t } = useTranslation('importWizard');
  const client = useQueryClient();
  const preferences = usePreferences();
  const portfolio = useQuery(queries.scores.portfolio.queryOptions());
  const readOn = useWizard((state) => state.readOn);
  const choice = readingChoice({ newestOn: result.newestOn, newestRecordOn: portfolio.data?.newestRecordOn ?? null, scoringOn: preferences.scoringOn, today: localToday() });
  const chosen = choice === null ? 'unchanged' : (readOn ?? choice.proposed);
  const start = async (): Promise<void> => {
    const done = await runCommit(client, choice !== null && chosen === 'newest' ? choice.newestOn : null);
    // Who stayed sees the outcome itself.
    if (done !== null && !isPageShown()) toast(t('commit.toast', { count: done.rowsRead - done.rowsRejected }));
  };
  return (
    <Button variant="primary" isDisabled={result.rowsAccepted === 0 || portfolio.isPending} onPress={() => void start()}>
      {bringsAnything(result.counts) ? t('commit.start', { count: result.rowsAccepted }) : t('commit.startAnyway')}
    </Button>
  );
}

function CommitProgress() {
  const { t } = useTranslation('importWizard');
  const commit = useWizard((state) => state.commit);
  if (commit.status !== 'running') return null;
  const { progress } = commit;
  const phase = progress?.phase === 'scoring' ? 'scoring' : progress?.phase === 'writing' ? 'writing' : 'reading';
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface px-5 py-6">
      <ProgressBar label={t(`commit.phases.${phase}`)} done={progress?.done ?? 0} total={progress?.total ?? 0} onCancel={cancelCommit} />
      <p className="text-sm text-ink-2">{t(phase === 'scoring' ? 'commit.stopScoring' : 'commit.stopWriting')}</p>
      <p className="text-sm text-ink-2">{t('commit.mayLeave')}</p>
    </div>
  );
}
