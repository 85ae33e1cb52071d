import { copyFileSync, existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StoreStatus } from '#shared/contract/system.ts';
import type { DataHost } from '../host.ts';
import { unguarded } from '../procedures.ts';

const os = unguarded.system;

/** Folder names of services that copy files while they are open, which tears a SQLite file apart. */
const CLOUD_FOLDERS = ['OneDrive', 'Dropbox', 'Google Drive', 'GoogleDrive', 'iCloud Drive', 'com~apple~CloudDocs', 'Nextcloud', 'Yandex.Disk'];

function cloudFolder(file: string): string | null {
  const parts = file.split(/[\\/]/u);
  return CLOUD_FOLDERS.find((name) => parts.some((part) => part === name || part.startsWith(`${name} -`))) ?? null;
}

const backupFolder = (host: DataHost): string => path.join(host.folder, 'backups');

function backups(host: DataHost): { name: string; madeAt: string; sizeBytes: number }[] {
  const folder = backupFolder(host);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => {
      const { mtime, size } = statSync(path.join(folder, name));
      return { name, madeAt: mtime.toISOString(), sizeBytes: size };
    })
    .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
}

function status(host: DataHost): StoreStatus {
  const { appVersion, file } = host.options;
  if (host.state.kind === 'ready') return { state: 'ready', appVersion, file, cloudFolder: cloudFolder(file) };
  const { code, details } = host.state.error;
  return { state: 'refused', appVersion, file, code, details, backups: backups(host) };
}

export const systemRouter = os.router({
  status: os.status.handler(({ context }) => status(context.host)),
  restoreBackup: os.restoreBackup.handler(async ({ context: { host }, input, errors }) => {
    // Only a name that the list itself gave: what comes from the window never becomes a path.
    const known = backups(host).find(({ name }) => name === input.name);
    if (!known) throw errors.NOT_FOUND({ data: { entity: 'backup', id: input.name } });
    await host.close();
    const { file } = host.options;
    const stamp = host.now().toISOString().replaceAll(/[:.]/gu, '-');
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.set-aside-${stamp}${suffix}`);
    }
    copyFileSync(path.join(backupFolder(host), known.name), file);
    await host.reopen();
    return status(host);
  }),
});
