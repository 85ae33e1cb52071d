import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomicallySync } from '../storage/atomic-file.ts';

const pixels = z.int().min(-100_000).max(100_000);

/** What the desktop itself keeps between two starts; the store knows nothing of it. Position and size in DIP. */
const desktopState = z.object({
  language: z.enum(['en', 'fa']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  window: z
    .object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1), isMaximised: z.boolean(), isFullScreen: z.boolean() })
    .optional(),
});
export type DesktopState = z.output<typeof desktopState>;
export type Language = NonNullable<DesktopState['language']>;

export interface Appearance {
  readonly language: Language;
  readonly theme: NonNullable<DesktopState['theme']>;
}

export interface DesktopStateFile {
  readonly read: () => DesktopState;
  readonly update: (patch: DesktopState) => void;
}

/** A small JSON beside the store. A broken or foreign one costs the position of a window, so it is told and passed over. */
export function openDesktopState(file: string, log: (line: string) => void): DesktopStateFile {
  let state = readState(file, log);
  return {
    read: () => state,
    update: (patch) => {
      state = { ...state, ...patch };
      try {
        writeFileAtomicallySync(file, `${JSON.stringify(state, null, 2)}\n`);
      } catch (error) {
        log(`${file} could not be written: ${String(error)}`);
      }
    },
  };
}

function readState(file: string, log: (line: string) => void): DesktopState {
  try {
    return desktopState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) log(`${file} was not usable: ${String(error)}`);
    return {};
  }
}
