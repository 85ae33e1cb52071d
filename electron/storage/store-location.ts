import { homedir } from 'node:os';
import path from 'node:path';

/** The name Electron derives the same folder from (`productName` in package.json). */
const APP_FOLDER = 'Peyvand';
const STORE_FILE = 'peyvand.sqlite';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of the app's own data: `PEYVAND_DATA` where it is set, else where Electron's `app.getPath('userData')`
 * points, so that the desktop and the loopback host open the same file.
 */
export function dataFolder({ platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() }): string {
  const asked = env['PEYVAND_DATA'];
  if (asked) return path.resolve(asked);
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), APP_FOLDER);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', APP_FOLDER);
  return path.join(env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), APP_FOLDER);
}

/** @param asked the file a person named with `--store`, relative to the working folder. */
export const storeFile = (folder: string, asked: string | undefined): string => (asked ? path.resolve(asked) : path.join(folder, STORE_FILE));
