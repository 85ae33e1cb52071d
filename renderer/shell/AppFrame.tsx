import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandPalette } from './CommandPalette.tsx';
import { HostBanner } from './HostBanner.tsx';
import { places } from './navigation.tsx';
import { PlaceCommand } from './PlaceCommand.tsx';
import { RescoringBanner } from './RescoringBanner.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SideNav } from './SideNav.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useFreshScores } from './use-fresh-scores.ts';
import { usePageFocus } from './use-page-focus.ts';

/** The frame around every page: navigation at the start, the page, and what works everywhere. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  useAppCommands();
  useFreshScores();
  const mainRef = usePageFocus();
  return (
    <div className="flex h-dvh">
      <a
        href="#main"
        onClick={(event) => {
          // The address belongs to the router.
          event.preventDefault();
          mainRef.current?.focus();
        }}
        className="fixed start-2 top-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <SideNav />
      {places.map(({ to, command }) => (
        <PlaceCommand key={to} to={to} command={command} />
      ))}
      <main ref={mainRef} id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col gap-4 overflow-y-auto px-7 py-5 outline-none max-md:px-4">
        <HostBanner />
        <RescoringBanner />
        {children}
      </main>
      <CommandPalette />
      <ShortcutsDialog />
    </div>
  );
}
