import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { useJob } from '#renderer/state/use-job.ts';

const consumed = async (events: AsyncIterable<unknown>): Promise<void> => {
  const iterator = events[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
};

/** Made-up clients are never mistaken for real ones, and leave in one click; the toast brings them back. */
export function SampleBanner({ count }: { readonly count: number }) {
  const { t } = useTranslation('clients');
  const errorWords = useErrorWords();
  const undo = useUndo();
  const removal = useJob((_: null, signal) => api.sample.remove(undefined, { signal }), { keepsRunning: true });
  const remove = async (): Promise<void> => {
    const removed = await removal.run(null);
    if (!removed) return;
    undo(t('sample.removed', { count: removed.clientCount }), async () => {
      // This banner is gone by then: the messages say what happens.
      toast(t('sample.opening'));
      await consumed(await api.sample.open());
    });
  };
  if (removal.state.status === 'running') {
    const { progress } = removal.state;
    return (
      <div className="rounded-md border border-line bg-surface px-4 py-3">
        <ProgressBar label={t('sample.removing')} done={progress?.done ?? 0} total={progress?.total ?? 0} onCancel={removal.cancel} />
      </div>
    );
  }
  return (
    <Banner
      tone="info"
      action={
        <Button size="small" onPress={() => void remove()}>
          {t('sample.remove')}
        </Button>
      }
    >
      {removal.state.status === 'failed' ? errorWords(removal.state.error) : t('sample.banner', { count })}
    </Banner>
  );
}
