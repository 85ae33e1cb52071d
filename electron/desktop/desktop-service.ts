import path from 'node:path';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { app, dialog, shell } from 'electron';
import type { MessagePortMain } from 'electron';
import { desktopContract } from '#shared/contract/desktop.ts';
import { writeFileAtomically } from '../storage/atomic-file.ts';
import { toFileName } from '../storage/file-name.ts';
import type { AppWindow } from './app-window.ts';
import type { Appearance } from './desktop-state.ts';
import type { HostState } from './host-supervisor.ts';
import type { MenuTexts } from './menu-texts.ts';
import { PrintError, printOnPaper, renderPdf } from './printing.ts';
import type { PrinterOptions } from './printing.ts';

export interface DesktopServiceOptions {
  readonly texts: () => MenuTexts;
  readonly hostState: () => HostState;
  readonly setAppearance: (appearance: Appearance) => void;
  readonly printer: PrinterOptions;
  readonly log: (line: string) => void;
}

interface ServiceContext {
  readonly window: AppWindow;
}

/** The desktop's own contract, served on a port of its own to each window of ours. */
export function createDesktopService(options: DesktopServiceOptions): (window: AppWindow, port: MessagePortMain) => void {
  const { texts, printer, log } = options;
  const os = implement(desktopContract).$context<ServiceContext>();
  const lastSaved = new WeakMap<AppWindow, string>();

  const router = os.router({
    events: os.events.handler(async function* events({ context, signal }) {
      const state = options.hostState();
      // Whoever listens late still learns of a host that is gone.
      if (state === 'down' || state === 'failed') yield { type: 'host' as const, state };
      yield* context.window.events.subscribe('event', signal ? { signal } : {});
    }),

    savePdf: os.savePdf.handler(async ({ input, context, errors }) => {
      const words = texts().pdf;
      const { canceled, filePath } = await dialog.showSaveDialog(context.window.browser, {
        title: words.saveAs,
        defaultPath: path.join(app.getPath('documents'), `${toFileName(input.suggestedName, words.untitled)}.pdf`),
        filters: [{ name: words.fileType, extensions: ['pdf'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (canceled || !filePath) return { saved: false, fileName: null };
      return orTyped(async () => {
        const pdf = await renderPdf(input, printer);
        await writeFileAtomically(filePath, pdf).catch((error: unknown) => {
          throw new PrintError('WRITE_FAILED', `the PDF could not be written: ${String(error)}`, { cause: error });
        });
        lastSaved.set(context.window, filePath);
        return { saved: true, fileName: path.basename(filePath) };
      }, errors.PRINT_FAILED);
    }),

    print: os.print.handler(({ input, errors }) => orTyped(async () => ({ printed: await printOnPaper(input, printer) }), errors.PRINT_FAILED)),

    revealSaved: os.revealSaved.handler(({ context }) => {
      const file = lastSaved.get(context.window);
      if (file === undefined) return { revealed: false };
      shell.showItemInFolder(file);
      return { revealed: true };
    }),

    lock: os.lock.handler(({ input, context }) => ({ locked: context.window.lock.set(input.locked) })),

    setLanguage: os.setLanguage.handler(({ input }) => {
      options.setAppearance(input);
      return { ok: true };
    }),
  });

  async function orTyped<T>(work: () => Promise<T>, failed: (options: { data: { code: PrintError['code'] } }) => Error): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PrintError)) throw error;
      log(error.message);
      throw failed({ data: { code: error.code } });
    }
  }

  const handler = new RPCHandler<ServiceContext>(router, {
    clientInterceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          if (!(error instanceof Error && 'defined' in error && error.defined === true)) log(`${call.path.join('.')} failed: ${String(error)}`);
          throw error;
        }
      },
    ],
  });
  return (window, port) => {
    handler.upgrade(port, { context: { window } });
    port.start();
  };
}
