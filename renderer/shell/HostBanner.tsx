import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { onDesktop, useHostState } from '#renderer/connection.ts';

/** Says when the data host is away, and that nothing saved is lost. */
export function HostBanner() {
  const { t } = useTranslation('shell');
  const state = useHostState((host) => host.state);
  if (state === 'down') {
    return (
      <Banner tone="warn" isLive title={t('host.down.title')}>
        {t('host.down.body')}
      </Banner>
    );
  }
  if (state !== 'failed') return null;
  return (
    <Banner
      tone="danger"
      isLive
      title={t('host.failed.title')}
      action={
        <Button
          size="small"
          onPress={() => {
            location.reload();
          }}
        >
          {t('host.failed.action')}
        </Button>
      }
    >
      {onDesktop() ? t('host.failed.desktop') : t('host.failed.loopback')}
    </Banner>
  );
}
