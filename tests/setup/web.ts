import type { TestProject } from 'vitest/node';
import { buildApp } from '#electron/launch/build.ts';
import { chromium } from './system-packages.ts';
import type { Found } from './system-packages.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Chromium to test with. */
    readonly chromium: Found;
  }
}

/** Before the tests in a browser: a built app and a Chromium. */
export default async function setup(project: TestProject): Promise<void> {
  await buildApp();
  project.provide('chromium', await chromium());
}
