import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { setInterface, useInterface } from '#renderer/state/interface.ts';
import { useSetPreferences } from '#renderer/state/preferences.ts';
import { rescore } from '#renderer/state/rescoring.ts';
import { localToday } from '#renderer/state/today.ts';
import type { Portfolio } from './SummaryLine.tsx';

const STALE_DAYS = 180;
const DAY_MS = 86_400_000;
const BANNER = 'reading-day-stale';

/** Says which day scores are read at where it is not today, and offers the other choice where the records ended long ago. */
export function ReadingDayBanner({ portfolio: { asOfChosen, asOfOn, newestRecordOn } }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const client = useQueryClient();
  const isHidden = useInterface((state) => state.hiddenBanners.includes(BANNER));
  const change = useSetPreferences();
  const today = localToday();
  const readOn = (scoringOn: string | null) => () => {
    change.mutate({ scoringOn }, { onSuccess: () => void rescore(client) });
  };
  if (asOfChosen && asOfOn !== today) {
    return (
      <Banner
        tone="info"
        action={
          <Button size="small" isPending={change.isPending} onPress={readOn(null)}>
            {t('readingDay.useToday')}
          </Button>
        }
      >
        {t('readingDay.chosen', { day: format.day(asOfOn, 'long'), ago: format.relative(asOfOn, today) })}
      </Banner>
    );
  }
  if (newestRecordOn === null || asOfChosen || isHidden || Date.parse(today) - Date.parse(newestRecordOn) < STALE_DAYS * DAY_MS) return null;
  return (
    <Banner
      tone="warn"
      action={
        <>
          <Button size="small" isPending={change.isPending} onPress={readOn(newestRecordOn)}>
            {t('readingDay.useNewest', { day: format.day(newestRecordOn) })}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              setInterface({ hiddenBanners: [...useInterface.getState().hiddenBanners, BANNER] });
            }}
          >
            {t('common:dismiss')}
          </Button>
        </>
      }
    >
      {t('readingDay.stale', { day: format.day(newestRecordOn, 'long') })}
    </Banner>
  );
}
