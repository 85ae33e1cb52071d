import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesktopState } from '#electron/desktop/desktop-state.ts';
import { openLog } from '#electron/desktop/log-file.ts';
import { writeFileAtomically } from '#electron/storage/atomic-file.ts';
import { toFileName } from '#electron/storage/file-name.ts';
import { dataFolder, storeFile } from '#electron/storage/store-location.ts';
import { newDataFolder } from './support.ts';

describe('names of files', () => {
  test.each([
    ['Müller & Söhne: report', 'Müller & Söhne report'],
    ['../../etc/passwd', 'etc passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['گزارش مشتری – فولادِ سپاهان', 'گزارش مشتری – فولادِ سپاهان'],
    ['می‌خواهم', 'می‌خواهم'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['report\u202Egpj.exe', 'reportgpj.exe'],
    ['a\u0000b\nc', 'abc'],
    ['ends with dots...', 'ends with dots'],
    ['  .hidden', 'hidden'],
    ['***', 'Document'],
    ['', 'Document'],
  ])('%j becomes %j', (words, name) => {
    expect(toFileName(words, 'Document')).toBe(name);
  });

  test('a long name is cut between characters', () => {
    const name = toFileName('🔧'.repeat(300), 'Document');
    expect(name).toBe('🔧'.repeat(100));
  });
});

describe('where the data lies', () => {
  const home = path.join(path.sep, 'home', 'sara');
  test.each([
    ['win32', { APPDATA: path.join(home, 'Roaming') }, path.join(home, 'Roaming', 'Peyvand')],
    ['darwin', {}, path.join(home, 'Library', 'Application Support', 'Peyvand')],
    ['linux', {}, path.join(home, '.config', 'Peyvand')],
    ['linux', { XDG_CONFIG_HOME: path.join(home, 'etc') }, path.join(home, 'etc', 'Peyvand')],
    ['linux', { PEYVAND_DATA: path.join(home, 'data') }, path.join(home, 'data')],
  ] as const)('on %s with %j', (platform, env, folder) => {
    expect(dataFolder({ platform, env, home })).toBe(folder);
  });

  test('a store that was asked for is taken, else the one in the folder', () => {
    expect(storeFile(home, undefined)).toBe(path.join(home, 'peyvand.sqlite'));
    expect(storeFile(home, 'fair.sqlite')).toBe(path.resolve('fair.sqlite'));
  });
});

describe('small files of the desktop', () => {
  test('a write that fails leaves the old content and no litter', async () => {
    const folder = newDataFolder();
    const target = path.join(folder, 'report.pdf');
    await writeFileAtomically(target, 'first');
    await writeFileAtomically(target, 'second');
    expect(readFileSync(target, 'utf8')).toBe('second');
    mkdirSync(path.join(folder, 'folder.pdf', 'full'), { recursive: true });
    await expect(writeFileAtomically(path.join(folder, 'folder.pdf'), 'x')).rejects.toThrow(/EISDIR|EEXIST|EPERM|ENOTEMPTY/u);
    expect(readdirSync(folder).toSorted()).toEqual(['folder.pdf', 'report.pdf']);
  });

  test('what the desktop keeps comes back; a broken or foreign file is told and passed over', () => {
    const file = path.join(newDataFolder(), 'desktop.json');
    const told: string[] = [];
    const log = (line: string) => told.push(line);
    const window = { x: -20, y: 10, width: 900, height: 700, isMaximised: true, isFullScreen: false };
    expect(openDesktopState(file, log).read()).toEqual({});
    openDesktopState(file, log).update({ window });
    openDesktopState(file, log).update({ language: 'fa', theme: 'dark' });
    expect(openDesktopState(file, log).read()).toEqual({ window, language: 'fa', theme: 'dark' });
    expect(told).toEqual([]);
    for (const broken of ['{', '[]', '{"language":"xx"}', '{"window":{"x":1e99}}']) {
      writeFileSync(file, broken);
      expect(openDesktopState(file, log).read()).toEqual({});
    }
    expect(told).toHaveLength(4);
  });

  test('the log keeps two files of bounded size', () => {
    const folder = newDataFolder();
    let echoed = 0;
    const log = openLog(path.join(folder, 'logs', 'desktop.log'), () => {
      echoed += 1;
    });
    for (let line = 0; line < 30; line += 1) log('x'.repeat(100_000));
    expect(echoed).toBe(30);
    expect(readdirSync(path.join(folder, 'logs')).toSorted()).toEqual(['desktop.log', 'desktop.log.1']);
    expect(readFileSync(path.join(folder, 'logs', 'desktop.log')).byteLength).toBeLessThan(1_200_000);
  });
});
