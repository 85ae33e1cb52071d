import { Store, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { useJob } from '#renderer/state/use-job.ts';

export function NoClients({ onNew }: { readonly onNew: () => void }) {
  const { t } = useTranslation('clients');
  const errorWords = useErrorWords();
  const sample = useJob((_: null, signal) => api.sample.open(undefined, { signal }), { keepsRunning: true });
  if (sample.state.status === 'running') {
    const { progress } = sample.state;
    return (
      <div className="rounded-md border border-line bg-surface px-4 py-3">
        <ProgressBar label={t('sample.opening')} done={progress?.done ?? 0} total={progress?.total ?? 0} onCancel={sample.cancel} />
      </div>
    );
  }
  return (
    <EmptyState
      icon={<Users aria-hidden />}
      title={t('empty.title')}
      actions={
        <>
          <Button variant="primary" onPress={onNew}>
            {t('new.button')}
          </Button>
          <LinkButton to="/import">{t('empty.import')}</LinkButton>
          <Button icon={<Store aria-hidden className="size-4" />} onPress={() => void sample.run(null)}>
            {t('empty.sample')}
          </Button>
        </>
      }
    >
      {sample.state.status === 'failed' ? errorWords(sample.state.error) : t('empty.body')}
    </EmptyState>
  );
}
