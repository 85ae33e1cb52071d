import { protocol } from 'electron';
import type { Session } from 'electron';
import { pageHeaders } from '../pages/page-headers.ts';
import { readStaticFile } from '../pages/static-files.ts';
import { APP_SCHEME, isOwnPage } from './own-pages.ts';

/** Before the app is ready; Electron takes it only once. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the renderer's files, and nothing else on the disk, under `app://`. */
export function serveAppScheme(session: Session, folder: string, log: (line: string) => void): void {
  const headers = pageHeaders("'none'");
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOwnPage(request.url)) return new Response(null, { status: 403, headers });
    try {
      const file = await readStaticFile(folder, new URL(request.url).pathname);
      if (!file) return new Response(null, { status: 404, headers });
      return new Response(file.content, { headers: { ...headers, 'Content-Type': file.mimeType } });
    } catch (error) {
      log(`${request.url} could not be read: ${String(error)}`);
      return new Response(null, { status: 500, headers });
    }
  });
}
