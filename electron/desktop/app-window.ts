import { EventPublisher } from '@orpc/server';
import { app, BrowserWindow, dialog, Menu, nativeTheme, screen } from 'electron';
import type { DesktopEvent } from '#shared/contract/desktop.ts';
import type { DesktopStateFile } from './desktop-state.ts';
import { sandboxed } from './guards.ts';
import { contextMenuTemplate } from './menu.ts';
import type { MenuTexts } from './menu-texts.ts';
import { START_PAGE } from './own-pages.ts';
import { lockOf } from './window-lock.ts';
import type { WindowLock } from './window-lock.ts';
import { MINIMUM_SIZE, openingBounds } from './window-bounds.ts';

/** The page's own paper colours (renderer/styles/theme.css), so that nothing flashes before it is drawn. */
const PAPER = { light: '#f5f3ed', dark: '#151716' } as const;
const SAVE_STATE_AFTER_MS = 400;
/** A second crash within this time is not mended by loading again without asking. */
const CRASH_LOOP_MS = 60_000;

export interface AppWindowOptions {
  readonly preload: string;
  readonly state: DesktopStateFile;
  readonly texts: () => MenuTexts;
  /** The window was locked for a client, or unlocked: the native menu goes and comes back. */
  readonly onLock: () => void;
  readonly log: (line: string) => void;
}

export interface AppWindow {
  readonly browser: BrowserWindow;
  readonly lock: WindowLock;
  readonly events: EventPublisher<{ readonly event: DesktopEvent }>;
}

export function openAppWindow(options: AppWindowOptions): AppWindow {
  const { state } = options;
  const kept = state.read().window;
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const browser = new BrowserWindow({
    ...openingBounds(kept, displays.map((display) => display.workArea)),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: options.texts().app,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    fullscreen: kept?.isFullScreen ?? false,
    webPreferences: sandboxed(options.preload),
  });
  browser.once('ready-to-show', () => {
    if (kept?.isMaximised) browser.maximize();
    browser.show();
  });
  const lock = lockOf(browser, { onChange: options.onLock, log: options.log });
  keepState(browser, lock, state);
  offerContextMenu(browser, lock, options.texts);
  mendCrashes(browser, options);
  browser.loadURL(START_PAGE).catch((error: unknown) => {
    if (!browser.isDestroyed()) options.log(`the start page did not load: ${String(error)}`);
  });
  return { browser, lock, events: new EventPublisher() };
}

export function bringToFront({ browser }: AppWindow): void {
  if (browser.isMinimized()) browser.restore();
  browser.show();
  browser.focus();
}

function keepState(browser: BrowserWindow, lock: WindowLock, state: DesktopStateFile): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    // A locked window fills the screen for a client, not because somebody likes it so: the next start must not.
    if (lock.isLocked()) return;
    // The normal bounds: those to return to from maximised or full screen.
    state.update({ window: { ...browser.getNormalBounds(), isMaximised: browser.isMaximized(), isFullScreen: browser.isFullScreen() } });
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_STATE_AFTER_MS);
  };
  browser.on('resize', saveSoon);
  browser.on('move', saveSoon);
  browser.on('maximize', saveSoon);
  browser.on('unmaximize', saveSoon);
  browser.on('enter-full-screen', saveSoon);
  browser.on('leave-full-screen', saveSoon);
  browser.on('close', save);
  browser.on('closed', () => {
    clearTimeout(timer);
  });
}

function offerContextMenu(browser: BrowserWindow, lock: WindowLock, texts: () => MenuTexts): void {
  browser.webContents.on('context-menu', (_event, at) => {
    if (lock.isLocked()) return;
    const template = contextMenuTemplate(texts(), at);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window: browser });
  });
}

/** A page that crashed is loaded again and says so; one that crashes at once again asks first. */
function mendCrashes(browser: BrowserWindow, { texts, log }: AppWindowOptions): void {
  let crashedAt = Number.NEGATIVE_INFINITY;
  browser.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || browser.isDestroyed()) return;
    log(`the page ended: ${reason} (${exitCode})`);
    const now = performance.now();
    const isLoop = now - crashedAt < CRASH_LOOP_MS;
    crashedAt = now;
    const words = texts().crash;
    if (isLoop) {
      ask(browser, { type: 'warning', message: words.title, detail: words.again, buttons: [words.reload, words.quit], defaultId: 0, cancelId: 0 }, log, (button) => {
        if (button === 0) browser.webContents.reload();
        else app.quit();
      });
    } else {
      browser.webContents.reload();
      ask(browser, { type: 'info', message: words.title, detail: words.detail, buttons: [] }, log);
    }
  });
}

/** A message box that holds nothing up. */
function ask(browser: BrowserWindow, box: Electron.MessageBoxOptions, log: (line: string) => void, onAnswer?: (button: number) => void): void {
  dialog
    .showMessageBox(browser, { noLink: true, ...box })
    .then(({ response }) => {
      if (!browser.isDestroyed()) onAnswer?.(response);
    })
    .catch((error: unknown) => {
      log(`a message could not be shown: ${String(error)}`);
    });
}
