import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { desktop } from '#renderer/api.ts';
import { dismissToast, useToasts } from '#renderer/state/toasts.ts';

/** Keys by which a browser or an app around the page would do something of its own (print, find, load again, open, save). */
const OWN_KEYS = new Set(['p', 'f', 'g', 'r', 'o', 's', 'u', 'h', 'j', 'd']);

const leadsAway = (event: KeyboardEvent): boolean =>
  ((event.ctrlKey || event.metaKey) && (OWN_KEYS.has(event.key.toLowerCase()) || OWN_KEYS.has(event.code.replace(/^Key/u, '').toLowerCase()))) ||
  (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) ||
  /^F(?:[1-9]|1[0-2])$/u.test(event.key);

interface ScreenLock {
  /** `locking`: not to be shown to a client yet; `failed`: it cannot be locked, so it is not handed over. */
  readonly state: 'locking' | 'locked' | 'failed';
  /** In a browser: somebody left full screen (Esc), which only a press brings back. */
  readonly isFullScreenLeft: boolean;
  readonly returnToFullScreen: () => void;
}

/**
 * Keeps the window on this page: on the desktop the window itself is locked; in a browser full screen, which it was brought to when
 * handing over. No way leads to another page until `isOpen`.
 */
export function useScreenLock(isOpen: boolean): ScreenLock {
  const [state, setState] = useState<ScreenLock['state']>(desktop ? 'locking' : 'locked');
  const [isFullScreenLeft, setIsFullScreenLeft] = useState(() => isBrowserWithFullScreen() && !isFilled());
  useBlocker(!isOpen && state !== 'failed');

  useEffect(() => {
    if (isOpen) return undefined;
    // What was said on other pages may name other clients.
    for (const { id } of useToasts.getState().toasts) dismissToast(id);
    let isHere = true;
    desktop?.lock({ locked: true }).then(
      ({ locked }) => {
        if (isHere) setState(locked ? 'locked' : 'failed');
      },
      () => {
        if (isHere) setState('failed');
      },
    );
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('contextmenu', (event) => { event.preventDefault(); }, { signal });
    window.addEventListener('dragover', (event) => { event.preventDefault(); }, { signal });
    window.addEventListener('drop', (event) => { event.preventDefault(); }, { signal });
    window.addEventListener('keydown', (event) => { if (leadsAway(event)) event.preventDefault(); }, { signal, capture: true });
    document.addEventListener('fullscreenchange', () => { setIsFullScreenLeft(!isFilled()); }, { signal });
    return () => {
      isHere = false;
      listening.abort();
      release().catch(reportError);
    };
  }, [isOpen]);

  return { state, isFullScreenLeft: isFullScreenLeft && desktop === null, returnToFullScreen: () => void enterFullScreen() };
}

const isFilled = (): boolean => Boolean(document.fullscreenElement);
const isBrowserWithFullScreen = (): boolean => desktop === null && document.fullscreenEnabled;

/** In a browser, from a press of the person who hands over. Where it is refused the survey is shown in the window as it is. */
export async function enterFullScreen(): Promise<void> {
  if (!isBrowserWithFullScreen()) return;
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
}

/** Gives the window back. */
export async function release(): Promise<void> {
  await desktop?.lock({ locked: false });
  if (desktop === null && isFilled()) await document.exitFullscreen();
}
