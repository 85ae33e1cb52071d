import path from 'node:path';
import { app, dialog, Menu, nativeTheme, session, shell } from 'electron';
import type { MessagePortMain, WebContents } from 'electron';
import { serveAppScheme } from './app-protocol.ts';
import { bringToFront, openAppWindow } from './app-window.ts';
import type { AppWindow } from './app-window.ts';
import { createDesktopService } from './desktop-service.ts';
import { openDesktopState } from './desktop-state.ts';
import type { DesktopStateFile, Language } from './desktop-state.ts';
import { guardNavigation, guardSession } from './guards.ts';
import { startHostProcess } from './host-process.ts';
import { HostSupervisor } from './host-supervisor.ts';
import { handOverPort, serveIpc } from './ipc.ts';
import type { Log } from './log-file.ts';
import { lockedMenuTemplate, menuTemplate } from './menu.ts';
import { menuTexts } from './menu-texts.ts';
import type { MenuTexts } from './menu-texts.ts';

export interface DesktopPaths {
  readonly userData: string;
  readonly logFile: string;
  readonly store: string;
  readonly renderer: string;
  readonly preload: string;
  readonly dataHost: string;
  readonly migrations: string;
  /** The Node that runs the data host where Electron's own cannot. */
  readonly node: string;
}

/** The running desktop: one data host, one window, and the ports between them. Made once Electron is ready. */
export class DesktopApp {
  readonly #paths: DesktopPaths;
  readonly #log: Log;
  readonly #state: DesktopStateFile;
  readonly #supervisor: HostSupervisor;
  readonly #serveDesktop: (window: AppWindow, port: MessagePortMain) => void;
  /** Hidden windows that print; they get a data port, but not the desktop's. */
  readonly #printPages = new Set<WebContents>();
  /** Pages that asked for ports, and need a new data port whenever the host is a new one. */
  readonly #listening = new Set<WebContents>();
  #window: AppWindow | undefined;

  constructor(paths: DesktopPaths, log: Log) {
    this.#paths = paths;
    this.#log = log;
    this.#state = openDesktopState(path.join(paths.userData, 'desktop.json'), log);
    nativeTheme.themeSource = this.#state.read().theme ?? 'system';

    guardSession(session.defaultSession, log);
    guardNavigation(log);
    serveAppScheme(session.defaultSession, paths.renderer, log);
    serveIpc({
      isOurs: (contents) => contents === this.#window?.browser.webContents || this.#printPages.has(contents),
      onAsk: (contents) => {
        this.#givePorts(contents);
      },
      log,
    });
    this.#supervisor = this.#superviseHost();
    this.#serveDesktop = createDesktopService({
      texts: this.#texts,
      hostState: () => this.#supervisor.state,
      setAppearance: (appearance) => {
        this.#state.update(appearance);
        nativeTheme.themeSource = appearance.theme;
        this.#showMenu();
      },
      printer: {
        preload: paths.preload,
        onWindow: (contents) => {
          this.#printPages.add(contents);
          contents.once('destroyed', () => this.#printPages.delete(contents));
        },
      },
      log,
    });
    this.#showMenu();
  }

  /** Opens the window, or brings the open one to the front. */
  show(): void {
    if (this.#window) {
      bringToFront(this.#window);
      return;
    }
    const window = openAppWindow({ preload: this.#paths.preload, state: this.#state, texts: this.#texts, onLock: () => { this.#showMenu(); }, log: this.#log });
    this.#window = window;
    window.browser.once('closed', () => {
      this.#window = undefined;
      // A window that was closed while it was locked takes its lock with it.
      this.#showMenu();
    });
  }

  /** Waits for the data host to finish what it writes. */
  close(): Promise<void> {
    return this.#supervisor.close();
  }

  readonly #texts = (): MenuTexts => menuTexts(this.#language());

  #language(): Language {
    return this.#state.read().language ?? (app.getPreferredSystemLanguages()[0]?.startsWith('fa') ? 'fa' : 'en');
  }

  #superviseHost(): HostSupervisor {
    const { dataHost, node, store, migrations } = this.#paths;
    return new HostSupervisor({
      start: (events) => startHostProcess({ entry: dataHost, node, open: { file: store, migrationsDirectory: migrations, appVersion: app.getVersion() } }, events),
      onState: (host) => {
        this.#log(`the data host is ${host}`);
        this.#window?.events.publish('event', { type: 'host', state: host });
        if (host === 'up') for (const contents of this.#listening) this.#supervisor.connect(handOverPort(contents, 'data'));
        if (host === 'failed') this.#tellHostFailed();
      },
      log: this.#log,
    });
  }

  #givePorts(contents: WebContents): void {
    if (!this.#listening.has(contents)) {
      this.#listening.add(contents);
      contents.once('destroyed', () => this.#listening.delete(contents));
    }
    if (this.#window && contents === this.#window.browser.webContents) this.#serveDesktop(this.#window, handOverPort(contents, 'desktop'));
    if (this.#supervisor.state === 'up') this.#supervisor.connect(handOverPort(contents, 'data'));
  }

  #showMenu(): void {
    if (this.#window?.lock.isLocked() === true) {
      const locked = lockedMenuTemplate(this.#texts(), process.platform);
      Menu.setApplicationMenu(locked.length === 0 ? null : Menu.buildFromTemplate(locked));
      return;
    }
    const template = menuTemplate({
      texts: this.#texts(),
      platform: process.platform,
      isDevelopment: !app.isPackaged,
      onCommand: (command) => {
        this.show();
        this.#window?.events.publish('event', { type: 'menu', command });
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #tellHostFailed(): void {
    const { hostFailed, quit } = this.#texts();
    const box = { type: 'error', message: hostFailed.title, detail: hostFailed.detail, buttons: [hostFailed.retry, hostFailed.showLog, quit], defaultId: 0, noLink: true } as const;
    const options = { ...box, buttons: [...box.buttons] };
    (this.#window ? dialog.showMessageBox(this.#window.browser, options) : dialog.showMessageBox(options))
      .then(({ response }) => {
        if (response === 0) this.#supervisor.retry();
        else if (response === 1) shell.showItemInFolder(this.#paths.logFile);
        else app.quit();
      })
      .catch((error: unknown) => {
        this.#log(`a message could not be shown: ${String(error)}`);
      });
  }
}
