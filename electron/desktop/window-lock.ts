import type { BrowserWindow } from 'electron';

/** A page that was loaded again while locked must lock again within this time. */
const LOCK_AGAIN_WITHIN_MS = 15_000;

export interface WindowLock {
  readonly isLocked: () => boolean;
  /** @returns whether it is locked now. */
  readonly set: (isLocked: boolean) => boolean;
}

/**
 * Keeps a window to the one page that a client answers at a stand: it fills the screen, without frame and menu. It guards against a
 * slip and a curious look, not against somebody who takes the laptop apart. It lives in memory alone and fails open: a page that
 * hangs, or that comes back as another one and does not ask again, is let go, so that nobody is ever shut out of their own data.
 */
export function lockOf(browser: BrowserWindow, options: { readonly onChange: () => void; readonly log: (line: string) => void }): WindowLock {
  let isLocked = false;
  let wasFullScreen = false;
  let letGo: NodeJS.Timeout | undefined;

  const set = (next: boolean): boolean => {
    clearTimeout(letGo);
    if (browser.isDestroyed() || next === isLocked) return isLocked;
    if (next) wasFullScreen = browser.isFullScreen();
    isLocked = next;
    browser.setKiosk(next);
    // Leaving the kiosk leaves full screen with it.
    if (!next && wasFullScreen) browser.setFullScreen(true);
    options.onChange();
    options.log(next ? 'the window is locked for a client' : 'the window is unlocked');
    return isLocked;
  };

  browser.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isLocked || !isMainFrame || isSameDocument) return;
    clearTimeout(letGo);
    letGo = setTimeout(() => {
      options.log('the page was loaded again and did not lock the window again');
      set(false);
    }, LOCK_AGAIN_WITHIN_MS);
  });
  browser.on('unresponsive', () => {
    if (isLocked) options.log('the locked page does not answer');
    set(false);
  });
  browser.on('closed', () => {
    clearTimeout(letGo);
    isLocked = false;
  });
  return { isLocked: () => isLocked, set };
}
