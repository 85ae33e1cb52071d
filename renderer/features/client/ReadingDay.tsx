import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useSetPreferences } from '#renderer/state/preferences.ts';
import { rescore } from '#renderer/state/rescoring.ts';

/** Scores and figures are of another day than today: said on every page that shows them, with the way back. */
export function ReadingDay({ asOfOn }: { readonly asOfOn: string }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const client = useQueryClient();
  const change = useSetPreferences();
  return (
    <Banner
      tone="info"
      action={
        <Button
          size="small"
          isPending={change.isPending}
          onPress={() => {
            change.mutate({ scoringOn: null }, { onSuccess: () => void rescore(client) });
          }}
        >
          {t('readToday')}
        </Button>
      }
    >
      {t('readOn', { day: format.day(asOfOn, 'long') })}
    </Banner>
  );
}
