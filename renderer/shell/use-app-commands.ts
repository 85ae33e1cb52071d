import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { onDesktop } from '#renderer/connection.ts';
import { runCommand, useCommand } from '#renderer/state/commands.ts';
import { setInterface } from '#renderer/state/interface.ts';
import { runLastToastAction, toast } from '#renderer/state/toasts.ts';
import { shortcutOf } from './shortcuts.ts';

const FALLBACK = { isFallback: true };

/** Takes up the commands that work everywhere, and passes on what the keyboard and the native menu ask for. */
export function useAppCommands(): void {
  const navigate = useNavigate();
  const { t } = useTranslation('shell');
  const go = (to: string) => () => {
    void navigate(to);
  };
  useCommand('new-client', go('/clients?new=1'), FALLBACK);
  useCommand('find', () => {
    setInterface({ isPaletteOpen: true });
  }, FALLBACK);
  useCommand('shortcuts', () => {
    setInterface({ isShortcutsOpen: true });
  }, FALLBACK);
  // On a client's page these are taken up by that page; elsewhere the person is told where to do it.
  useCommand('print', () => {
    toast(t('openClientFirst'));
  }, FALLBACK);
  useCommand('log-interaction', () => {
    toast(t('openClientFirst'));
  }, FALLBACK);

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (!shortcut || (shortcut.isDesktopOnly === true && !onDesktop())) return;
      if (shortcut.command === 'undo' ? runLastToastAction() : runCommand(shortcut.command)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
