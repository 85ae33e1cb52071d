import type { FileProblemCode } from './types.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const signatures: readonly (readonly [readonly number[], FileProblemCode])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'excel-legacy'],
  [ascii('%PDF-'), 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [ascii('GIF8'), 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x1f, 0x8b], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive'],
  [ascii('Rar!\u001A\u0007'), 'archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'archive'],
  [ascii('SQLite format 3\0'), 'database'],
  [ascii('{\\rtf'), 'rich-text'],
];

/** The first bytes as Latin-1 text: enough to look for names inside a container. */
const latin = (bytes: Uint8Array, length: number): string => {
  let text = '';
  for (let index = 0; index < Math.min(bytes.length, length); index += 1) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
};

const zipKind = (head: Uint8Array): FileProblemCode => {
  const text = latin(head, 8192);
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'open-document';
  // The parts of an Open Packaging Conventions file may come in any order; a workbook has `xl/` among its first.
  return /xl\/|\[Content_Types\]\.xml|_rels\/\.rels/u.test(text) ? 'excel-workbook' : 'archive';
};

/**
 * What the first bytes of a file say it is, where that is surely no delimited text: null means "may be a table".
 * Many `.xls` that web systems write are HTML or XML inside, so those are told apart, too.
 */
export const recogniseForeignFile = (head: Uint8Array): FileProblemCode | null => {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return zipKind(head);
  for (const [signature, code] of signatures) if (startsWith(head, signature)) return code;
  const text = latin(head, 512)
    .replace(/^(\u00EF\u00BB\u00BF)?\s*/u, '')
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<body)/u.test(text)) return 'web-page';
  if (text.startsWith('<?xml')) return 'xml';
  return /^(\{\s*"|\[\s*[{"[])/u.test(text) ? 'json' : null;
};
