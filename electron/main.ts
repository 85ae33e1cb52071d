import path from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog } from 'electron';
import { DesktopApp } from './desktop/desktop-app.ts';
import { openLog } from './desktop/log-file.ts';
import { registerAppScheme } from './desktop/app-protocol.ts';
import { dataFolder, storeFile } from './storage/store-location.ts';

/** The desktop's composition root: what must happen before Electron is ready, then the app, then its orderly end. */

// Chromium passes switches of its own in the same list, so unknown ones are not an error.
const { values } = parseArgs({ args: process.argv.slice(1), options: { store: { type: 'string' } }, strict: false, allowPositionals: true });

// Every page is sandboxed by its own preferences too. As root, in a container, Chromium runs only without the system's
// sandbox, and says so by this switch; enabling it again would leave it unable to start any process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
// Nothing leaves the machine: Chromium's own errands do not either.
for (const errand of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) app.commandLine.appendSwitch(errand);
if (process.env['PEYVAND_DATA']) app.setPath('userData', dataFolder());

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(run)
    .catch((error: unknown) => {
      // An app that runs on without its window could not even be closed.
      process.stderr.write(`Peyvand did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      dialog.showErrorBox('Peyvand', String(error));
      app.exit(1);
    });
} else {
  app.quit();
}

function run(): void {
  const userData = app.getPath('userData');
  const root = app.getAppPath();
  const logFile = path.join(userData, 'logs', 'desktop.log');
  const log = openLog(logFile, (entry) => process.stderr.write(entry));
  // A defect here must not close the window over somebody's half-typed form; the log has it whole.
  process.on('uncaughtException', (error) => {
    log(`defect: ${error.stack ?? error.message}`);
  });
  process.on('unhandledRejection', (reason) => {
    log(`defect: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  const desktop = new DesktopApp(
    {
      userData,
      logFile,
      store: storeFile(userData, typeof values.store === 'string' ? values.store : undefined),
      renderer: path.join(root, 'dist', 'renderer'),
      preload: path.join(root, 'dist', 'preload', 'preload.cjs'),
      dataHost: path.join(root, 'dist', 'data-host', 'process.js'),
      migrations: path.join(root, 'migrations'),
      node: path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    },
    log,
  );
  desktop.show();

  app.on('second-instance', () => {
    desktop.show();
  });
  app.on('activate', () => {
    desktop.show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // By now every window is closed, so jobs under way were cancelled and roll back; the store is closed before we go.
  app.on('will-quit', (event) => {
    event.preventDefault();
    desktop
      .close()
      .catch((error: unknown) => {
        log(`the data host was not closed in order: ${String(error)}`);
      })
      .finally(() => {
        app.exit(0);
      });
  });
}
