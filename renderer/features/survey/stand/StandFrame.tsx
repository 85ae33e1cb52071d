import { Lock } from 'lucide-react';
import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#shared/i18n/locale.ts';
import { Button } from '#renderer/components/Button.tsx';
import { logoUrl } from '#renderer/components/read-logo.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useSettings } from '#renderer/state/preferences.ts';

interface StandFrameProps {
  readonly company: string;
  readonly title: string;
  /** Beside the company, such as how far one is. */
  readonly middle?: ReactNode;
  /** Absent where there is nothing to stop. */
  readonly onStop?: (() => void) | undefined;
  readonly onDoor: () => void;
  /** Said quietly at the foot. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** The whole screen while a client has the laptop: who asks, how far it is, and one thing at a time. */
export function StandFrame({ company, title, middle, onStop, onDoor, note, children }: StandFrameProps) {
  const { t } = useTranslation('survey');
  const { language } = useFormat().choice;
  const { logo } = useSettings();
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = { lang: root.lang, dir: root.dir, title: document.title };
    root.lang = language;
    root.dir = directionOf(language);
    document.title = title;
    return () => {
      root.lang = before.lang;
      root.dir = before.dir;
      document.title = before.title;
    };
  }, [language, title]);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-x-6 gap-y-2 border-b border-line bg-surface px-6 py-3 max-sm:flex-wrap">
        <p className="flex min-w-0 flex-1 items-center gap-3 font-semibold">
          {logo === null ? null : <img src={logoUrl(logo)} alt="" className="max-h-9 max-w-32 object-contain" />}
          <bdi className="truncate">{company}</bdi>
        </p>
        {middle}
        <div className="flex flex-1 justify-end gap-2">
          {onStop === undefined ? null : (
            <Button variant="quiet" onPress={onStop}>
              {t('stop')}
            </Button>
          )}
          <Button variant="quiet" icon={<Lock aria-hidden className="size-4" />} onPress={onDoor}>
            {t('staffOnly')}
          </Button>
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-center px-6 py-8">{children}</main>
      <footer role="status" className="min-h-10 px-6 pb-3 text-center text-sm text-ink-2">
        {note}
      </footer>
    </div>
  );
}
