import { expect, test } from 'vitest';
import { isForTheOutside, isOwnBlob, isOwnPage, isScanPage } from '#electron/desktop/own-pages.ts';

test('only app://peyvand is ours', () => {
  expect(['app://peyvand/', 'app://peyvand/index.html', 'app://peyvand/index.html#/clients?sort=name'].filter((own) => !isOwnPage(own))).toEqual([]);
  expect([
    '', 'peyvand', 'app://', 'app:peyvand', 'app://peyvand.example/', 'app://user@peyvand/', 'app://user:x@peyvand/', 'app://peyvand:8080/', 'apps://peyvand/',
    'https://peyvand/', 'file:///peyvand/index.html', 'blob:app://peyvand/1', 'javascript:app://peyvand/', 'app://xn--peyvand/',
  ].filter(isOwnPage)).toEqual([]);
});

test('only our own page that scans labels is where the camera may be used', () => {
  expect(['app://peyvand/index.html#/scan', 'app://peyvand/index.html#/scan?text=CD-1', 'app://peyvand/#/scan'].filter((scans) => !isScanPage(scans))).toEqual([]);
  expect([
    '', 'app://peyvand/index.html', 'app://peyvand/index.html#/', 'app://peyvand/scan', 'app://peyvand/index.html?to=#/clients', 'app://peyvand/index.html#/scanner',
    'app://peyvand/index.html#/scan/more', 'app://peyvand/index.html#/clients?from=#/scan', 'app://peyvand/index.html#/clients/#/scan', 'app://elsewhere/index.html#/scan',
    'https://peyvand/index.html#/scan', 'app://user@peyvand/index.html#/scan', 'file:///index.html#/scan', 'data:text/html,x#/scan', 'blob:app://peyvand/1#/scan',
  ].filter(isScanPage)).toEqual([]);
});

test('only a blob of ours may be downloaded', () => {
  expect(isOwnBlob('blob:app://peyvand/0f0c')).toBe(true);
  expect(['app://peyvand/0f0c', 'blob:https://peyvand/0f0c', 'blob:null/0f0c', 'blob:', 'data:text/csv,a'].filter(isOwnBlob)).toEqual([]);
});

test('only https and mailto may leave for the system', () => {
  expect(['https://example.com/a?b=c', 'mailto:buyer@example.com?subject=Torque'].filter((open) => !isForTheOutside(open))).toEqual([]);
  expect(['http://example.com/', 'https://user:secret@example.com/', 'https://', 'file:///etc/passwd', 'smb://server/share', 'javascript:1', 'vbscript:1', 'ms-settings:', 'app://peyvand/', 'tel:+982100'].filter(isForTheOutside)).toEqual([]);
});
