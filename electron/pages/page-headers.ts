/**
 * What a page may load and do. Scripts and styles come from our own files alone.
 * - `style-src-attr`: React writes measured positions and bar lengths as style attributes; these cannot run anything.
 * - `trusted-types default`: react-aria empties its live region through `innerHTML = ''`; the one policy
 *   (renderer/strict-csp.ts) passes the empty text and nothing else.
 */
export function contentSecurityPolicy(connect: "'self'" | "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${connect}`,
    "require-trusted-types-for 'script'",
    'trusted-types default',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The camera reads instrument labels, on our own pages and where the person allows it; no page needs another device. */
const NO_DEVICES = ['microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment'];

/** The headers of every answer, of `app://` and of the loopback host. */
export function pageHeaders(connect: "'self'" | "'none'"): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connect),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': ['camera=(self)', ...NO_DEVICES.map((device) => `${device}=()`)].join(', '),
  };
}
