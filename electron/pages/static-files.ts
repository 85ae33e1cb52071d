import { readFile } from 'node:fs/promises';
import path from 'node:path';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

/**
 * The file that a URL path names inside the folder.
 * @returns null where the path leaves the folder, is not decodable, or is no kind of file that the pages consist of.
 */
function resolveStaticFile(folder: string, urlPath: string): string | null {
  const decoded = decode(urlPath);
  // A NUL ends a path for the system but not for us; a backslash or a drive letter is a path on Windows only.
  if (decoded === null || /[\0\\:]/u.test(decoded)) return null;
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${decoded.endsWith('/') ? `${decoded}index.html` : decoded}`);
  if (!file.startsWith(root + path.sep)) return null;
  return path.extname(file) in MIME_TYPES ? file : null;
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

export interface StaticFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  /** The name carries a hash of the content, so a cached copy is never out of date. */
  readonly isImmutable: boolean;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG');

/** @returns null where there is no such file. @throws where it is there and cannot be read. */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const file = resolveStaticFile(folder, urlPath);
  if (file === null) return null;
  try {
    const content = new Uint8Array(await readFile(file));
    const mimeType = MIME_TYPES[path.extname(file)] ?? 'application/octet-stream';
    return { content, mimeType, isImmutable: path.dirname(file) === path.join(path.resolve(folder), 'assets') };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
