import { setTimeout as delay } from 'node:timers/promises';
import { BrowserWindow } from 'electron';
import type { PrintToPDFOptions, WebContents } from 'electron';
import type { PrintFailure, PrintPaper } from '#shared/contract/desktop.ts';
import { sandboxed } from './guards.ts';
import { START_PAGE } from './own-pages.ts';

/** A page by its name, or its millimetres. */
const PAGES: Readonly<Record<PrintPaper, 'A4' | 'Letter' | { readonly width: number; readonly height: number }>> = {
  A4: 'A4',
  Letter: 'Letter',
  'roll-62x29': { width: 62, height: 29 },
  'roll-62x50': { width: 62, height: 50 },
};
const MM_PER_INCH = 25.4;
const MICRONS_PER_MM = 1000;

/** Why nothing was printed; the code crosses to the window, the message goes into the log. */
export class PrintError extends Error {
  readonly code: PrintFailure;

  constructor(code: PrintFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PrintError';
    this.code = code;
  }
}

export interface PrintPage {
  /** A route of the renderer made for paper, such as `/print/client-report/<id>?language=fa`. */
  readonly route: string;
  readonly paper: PrintPaper;
}

export interface PrinterOptions {
  readonly preload: string;
  /** Lets the hidden window have its data port before it asks. */
  readonly onWindow: (contents: WebContents) => void;
  readonly readyWithinMs?: number;
}

const READY_WITHIN_MS = 30_000;
const LOOK_AGAIN_AFTER_MS = 25;
/** The page's own scripts cannot change what this world sees of the DOM's methods. */
const WATCHING_WORLD = 801;
/** The first Chromium that prints page numbers from the style sheet (`@page` margin boxes). */
const CHROMIUM_WITH_MARGIN_BOXES = 131;

/** @throws PrintError PAGE_FAILED, PAGE_TIMED_OUT */
export function renderPdf(page: PrintPage, options: PrinterOptions): Promise<Uint8Array> {
  return withPrintPage(page, options, async (contents) => {
    try {
      return await contents.printToPDF(pdfOptions(page));
    } catch (error) {
      throw new PrintError('PAGE_FAILED', `${page.route} could not be made into a PDF: ${String(error)}`, { cause: error });
    }
  });
}

/**
 * The same page to the system's print dialog.
 * @returns false where the person cancelled.
 * @throws PrintError PAGE_FAILED, PAGE_TIMED_OUT, PRINTER_FAILED
 */
export function printOnPaper(page: PrintPage, options: PrinterOptions): Promise<boolean> {
  return withPrintPage(
    page,
    options,
    (contents) =>
      new Promise((resolve, reject) => {
        contents.print({ silent: false, printBackground: true, pageSize: pageSize(page.paper, MICRONS_PER_MM) }, (isPrinted, failure) => {
          if (isPrinted || /cancel/iu.test(failure)) resolve(isPrinted);
          else reject(new PrintError('PRINTER_FAILED', `${page.route} was not printed: ${failure}`));
        });
      }),
  );
}

/** Electron counts a printer's page in microns, and that of a PDF in inches. */
function pageSize(paper: PrintPaper, unitsPerMm: number): 'A4' | 'Letter' | { width: number; height: number } {
  const page = PAGES[paper];
  return typeof page === 'string' ? page : { width: page.width * unitsPerMm, height: page.height * unitsPerMm };
}

/** Labels fill their sheet to its edges: what would stand at its foot stands on a label. */
const hasPageNumbers = ({ route, paper }: PrintPage): boolean => typeof PAGES[paper] === 'string' && !route.startsWith('/print/instrument-labels');

function pdfOptions(page: PrintPage): PrintToPDFOptions {
  const common: PrintToPDFOptions = {
    pageSize: pageSize(page.paper, 1 / MM_PER_INCH),
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  if (!hasPageNumbers(page) || Number.parseInt(process.versions['chrome'] ?? '', 10) >= CHROMIUM_WITH_MARGIN_BOXES) return common;
  return {
    ...common,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;font-size:8px;text-align:center;color:#555"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
  };
}

async function withPrintPage<T>(page: PrintPage, options: PrinterOptions, use: (contents: WebContents) => Promise<T>): Promise<T> {
  const browser = new BrowserWindow({
    show: false,
    width: 1000,
    height: 1400,
    skipTaskbar: true,
    webPreferences: { ...sandboxed(options.preload), backgroundThrottling: false },
  });
  try {
    options.onWindow(browser.webContents);
    await browser.loadURL(`${START_PAGE}#${page.route}`).catch((error: unknown) => {
      throw new PrintError('PAGE_FAILED', `${page.route} did not load: ${String(error)}`, { cause: error });
    });
    await untilReady(browser.webContents, page.route, options.readyWithinMs ?? READY_WITHIN_MS);
    return await use(browser.webContents);
  } finally {
    browser.destroy();
  }
}

/** The page says `data-print-ready="true"` on its root when records, fonts and pictures are there, or `error`. */
async function untilReady(contents: WebContents, route: string, withinMs: number): Promise<void> {
  let crash: string | undefined;
  contents.once('render-process-gone', (_event, { reason }) => {
    crash = reason;
  });
  const giveUpAt = performance.now() + withinMs;
  while (performance.now() < giveUpAt) {
    if (crash !== undefined) throw new PrintError('PAGE_FAILED', `${route} ended while it was made: ${crash}`);
    const state: unknown = await contents.executeJavaScriptInIsolatedWorld(WATCHING_WORLD, [{ code: 'document.documentElement.dataset.printReady' }]);
    if (state === 'true') return;
    if (state === 'error') throw new PrintError('PAGE_FAILED', `${route} said that it could not be made`);
    await delay(LOOK_AGAIN_AFTER_MS);
  }
  throw new PrintError('PAGE_TIMED_OUT', `${route} was not ready within ${withinMs / 1000} s`);
}
