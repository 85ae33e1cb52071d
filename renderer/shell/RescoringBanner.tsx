import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { cancelRescoring, rescore, useRescoring } from '#renderer/state/rescoring.ts';

/** The state of a rescoring on every page; nothing while there is none. */
export function RescoringBanner() {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const state = useRescoring();
  if (state.status === 'idle') return null;
  if (state.status === 'running') {
    return (
      <div role="status" className="rounded-md border border-line bg-surface px-4 py-3">
        <ProgressBar label={t('rescoring.title')} done={state.progress?.done ?? 0} total={state.progress?.total ?? 0} onCancel={cancelRescoring} />
      </div>
    );
  }
  return (
    <Banner
      tone="warn"
      isLive
      action={
        <Button
          size="small"
          onPress={() => {
            void rescore(client);
          }}
        >
          {t('rescoring.again')}
        </Button>
      }
    >
      {state.status === 'failed' ? t('rescoring.failed') : t('rescoring.cancelled')}
    </Banner>
  );
}
