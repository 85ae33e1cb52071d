import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

const MINUTE_MS = 60_000;

/** The current minute; changes when the wall clock does. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer = 0;
    const tick = (): void => {
      setNow(new Date());
      timer = window.setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    };
    timer = window.setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return now;
}

/** What time it is for the client: before one calls. */
export function LocalTime({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const now = useMinute();
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone }).format(now);
  return (
    <time dateTime={now.toISOString()} className="tabular-nums">
      {t('header.dayThere', { weekday, time: format.time(now.toISOString(), timeZone) })}
    </time>
  );
}
