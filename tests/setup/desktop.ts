import type { TestProject } from 'vitest/node';
import { buildApp } from '#electron/launch/build.ts';
import { electronRuntime } from './electron-runtime.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { openDisplay } from './virtual-display.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Electron to test with, and the display it opens its windows on (null: the system's own). */
    readonly electron: { readonly runtime: ElectronRuntime; readonly display: string | null };
  }
}

/** Before the desktop's tests: a built app, an Electron, and a display. */
export default async function setup(project: TestProject): Promise<() => void> {
  await buildApp();
  const runtime = await electronRuntime();
  if (!runtime.ok) {
    project.provide('electron', { runtime, display: null });
    return () => undefined;
  }
  const display = await openDisplay();
  project.provide('electron', display.ok ? { runtime, display: display.name } : { runtime: display, display: null });
  return () => {
    if (display.ok) display.stop();
  };
}
