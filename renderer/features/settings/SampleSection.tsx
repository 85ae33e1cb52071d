import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { useJob } from '#renderer/state/use-job.ts';

export function SampleSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const errorWords = useErrorWords();
  const facets = useQuery(queries.clients.facets.queryOptions());
  const open = useJob((_: null, signal) => api.sample.open(undefined, { signal }), { keepsRunning: true });
  const remove = useJob((_: null, signal) => api.sample.remove(undefined, { signal }), { keepsRunning: true });
  const count = facets.data?.sampleCount ?? 0;
  const job = open.state.status === 'running' ? open : remove.state.status === 'running' ? remove : null;
  const progress = job?.state.status === 'running' ? job.state.progress : null;
  const failed = [open.state, remove.state].find((state) => state.status === 'failed');
  const run = async (which: typeof open, words: 'sample.opened' | 'sample.removed'): Promise<void> => {
    const done = await which.run(null);
    if (done) toast(t(words, { clients: format.integer(done.clientCount), lines: format.integer(done.lineCount) }));
  };
  return (
    <Section title={t('sample.title')} description={count === 0 ? t('sample.absent') : t('sample.present', { count })}>
      {failed ? (
        <Banner tone="danger" isLive>
          {errorWords(failed.error)}
        </Banner>
      ) : null}
      {job ? (
        <ProgressBar label={job === open ? t('sample.opening') : t('sample.removing')} done={progress?.done ?? 0} total={progress?.total ?? 0} onCancel={job.cancel} />
      ) : count === 0 ? (
        <Button onPress={() => void run(open, 'sample.opened')}>{t('sample.open')}</Button>
      ) : (
        <Button onPress={() => void run(remove, 'sample.removed')}>{t('sample.remove')}</Button>
      )}
    </Section>
  );
}
