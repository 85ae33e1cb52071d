import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { windowLanguage } from './common.ts';
import { procedure } from './errors.ts';
import { placeNames } from './places.ts';

/** A route of the renderer that is made for paper, with up to a thousand identifiers. Nothing else is ever loaded by the hidden printing window. */
export const printRoute = z.string().regex(/^\/print\/[a-z-]+(?:\/[0-9a-f-]{36})?(?:\?[a-z0-9=&-]*)?$/iu).max(60_000);

/** Sheets, and label rolls whose page is the label: millimetres across and along. */
export const printPaper = z.enum(['A4', 'Letter', 'roll-62x29', 'roll-62x50']);
export type PrintPaper = z.output<typeof printPaper>;

export const menuCommands = ['new-client', 'import', 'find', 'settings', 'print', 'log-interaction', 'shortcuts', ...placeNames] as const;
export type MenuCommand = (typeof menuCommands)[number];

export const desktopEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('menu'), command: z.enum(menuCommands) }),
  /** The data host died (`down`), and was started again (`up`) or could not be (`failed`). */
  z.object({ type: z.literal('host'), state: z.enum(['down', 'up', 'failed']) }),
]);
export type DesktopEvent = z.output<typeof desktopEvent>;

/** Why nothing was printed or saved; the window has words for each code. */
export const printFailures = ['PAGE_FAILED', 'PAGE_TIMED_OUT', 'PRINTER_FAILED', 'WRITE_FAILED'] as const;
export type PrintFailure = (typeof printFailures)[number];
const printing = procedure.errors({ PRINT_FAILED: { status: 500, data: z.object({ code: z.enum(printFailures) }) } });

/** What only the desktop can do, served by the main process on a port of its own. It never carries records. */
export const desktopContract = {
  events: procedure.output(eventIterator(desktopEvent)),
  /** Renders the route in a hidden, sandboxed window, asks where to keep the PDF, and writes it. */
  savePdf: printing
    .input(z.object({ route: printRoute, suggestedName: z.string().max(120), paper: printPaper }))
    .output(z.object({ saved: z.boolean(), fileName: z.string().nullable() })),
  /** The same rendering to the system's print dialog. */
  print: printing.input(z.object({ route: printRoute, paper: printPaper })).output(z.object({ printed: z.boolean() })),
  /** Shows the PDF saved last in its folder; it is never opened from here. */
  revealSaved: procedure.output(z.object({ revealed: z.boolean() })),
  /**
   * While a client has the laptop: the window fills the screen, and the native menu with its keys is away. The page that locked it
   * unlocks it; a page that ended, hangs or is loaded again and does not lock again soon is no longer locked, nor is a new start.
   */
  lock: procedure.input(z.object({ locked: z.boolean() })).output(z.object({ locked: z.boolean() })),
  /** The native menu's language follows the app's. */
  setLanguage: procedure.input(z.object({ language: windowLanguage, theme: z.enum(['system', 'light', 'dark']) })).output(z.object({ ok: z.boolean() })),
};
