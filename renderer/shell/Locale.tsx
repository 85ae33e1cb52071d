import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { defaultPreferences } from '#shared/contract/settings.ts';
import { desktop } from '#renderer/api.ts';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { useStore } from '#renderer/state/preferences.ts';

/** Before the store has answered, and where it cannot: the language of the computer. */
const guessed = () => {
  const isPersian = navigator.language.startsWith('fa');
  return isPersian ? ({ language: 'fa', calendar: 'persian', digits: 'arabext' } as const) : defaultPreferences;
};

/** Language, direction and theme of the whole window, as the person chose them. */
export function Locale({ children }: { readonly children: ReactNode }) {
  const preferences = useStore().settings.data?.preferences;
  const theme = preferences?.theme ?? 'system';
  const language = preferences?.language;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    // The native menu and the window's frame follow.
    if (language !== undefined && desktop) void desktop.setLanguage({ language, theme });
  }, [theme, language]);
  return (
    <LocaleScope root choice={preferences ?? guessed()}>
      {children}
    </LocaleScope>
  );
}
