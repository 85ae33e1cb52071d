import { app, shell } from 'electron';
import type { Session } from 'electron';
import { isForTheOutside, isOwnBlob, isOwnPage, isScanPage } from './own-pages.ts';

/**
 * What the pages' session may do: no permission, no device, no request that leaves the machine. The one exception is the
 * camera, without sound, while our own page that reads instrument labels is shown.
 */
export function guardSession(session: Session, log: (line: string) => void): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isAllowed = permission === 'media' && details.isMainFrame && media.length > 0 && media.every((type) => type === 'video') && isScanPage(contents.getURL());
    if (!isAllowed) log(`permission denied: ${permission}`);
    answer(isAllowed);
  });
  session.setPermissionCheckHandler(
    (contents, permission, _origin, details) => permission === 'media' && details.isMainFrame && details.mediaType === 'video' && contents !== null && isScanPage(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  // Electron starts a spell checker for the system's language by itself and fetches its dictionary from a Google server,
  // past every handler of the session. Without a language there is none to fetch.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((request, answer) => {
    const isLocal = isOwnPage(request.url) || isOwnBlob(request.url) || request.url.startsWith('data:') || isDeveloperTool(request.url);
    if (!isLocal) log(`request denied: ${request.url.slice(0, 200)}`);
    answer({ cancel: !isLocal });
  });
  session.on('will-download', (event, item) => {
    // Only what a page of ours made itself; the system's own save dialog asks where to.
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}

const isDeveloperTool = (url: string): boolean => !app.isPackaged && url.startsWith('devtools://');

/** Every page that ever exists, the hidden printing window included, stays on our own pages. */
export function guardNavigation(log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (isOwnPage(event.url)) return;
      event.preventDefault();
      openOutside(event.url, log);
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url, log);
      return { action: 'deny' };
    });
  });
}

function openOutside(url: string, log: (line: string) => void): void {
  if (!isForTheOutside(url)) {
    log(`not opened: ${url.slice(0, 200)}`);
    return;
  }
  shell.openExternal(url).catch((error: unknown) => {
    log(`the system could not open ${url.slice(0, 200)}: ${String(error)}`);
  });
}

/** The sandboxed preferences of every window; `preload` is the one file that may talk to us. */
export const sandboxed = (preload: string) =>
  ({
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }) as const;
