import { expect, test } from 'vitest';
import { isForTheOutside, isOwnBlob, isOwnPage } from '#electron/desktop/own-pages.ts';

test('only app://peyvand is ours', () => {
  for (const own of ['app://peyvand/', 'app://peyvand/index.html', 'app://peyvand/index.html#/clients?sort=name']) expect(isOwnPage(own), own).toBe(true);
  for (const foreign of [
    '', 'peyvand', 'app://', 'app:peyvand', 'app://peyvand.example/', 'app://user@peyvand/', 'app://user:x@peyvand/', 'app://peyvand:8080/', 'apps://peyvand/',
    'https://peyvand/', 'file:///peyvand/index.html', 'blob:app://peyvand/1', 'javascript:app://peyvand/', 'app://xn--peyvand/',
  ]) {
    expect(isOwnPage(foreign), foreign).toBe(false);
  }
});

test('only a blob of ours may be downloaded', () => {
  expect(isOwnBlob('blob:app://peyvand/0f0c')).toBe(true);
  for (const foreign of ['app://peyvand/0f0c', 'blob:https://peyvand/0f0c', 'blob:null/0f0c', 'blob:', 'data:text/csv,a']) expect(isOwnBlob(foreign), foreign).toBe(false);
});

test('only https and mailto may leave for the system', () => {
  for (const open of ['https://example.com/a?b=c', 'mailto:buyer@example.com?subject=Torque']) expect(isForTheOutside(open), open).toBe(true);
  for (const shut of ['http://example.com/', 'https://user:secret@example.com/', 'https://', 'file:///etc/passwd', 'smb://server/share', 'javascript:1', 'vbscript:1', 'ms-settings:', 'app://peyvand/', 'tel:+982100']) {
    expect(isForTheOutside(shut), shut).toBe(false);
  }
});
