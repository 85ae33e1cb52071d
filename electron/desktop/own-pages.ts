/** Where the app's own pages live. A standard scheme with a host of its own, so that "same origin" means what it says. */
export const APP_SCHEME = 'app';
const APP_HOST = 'peyvand';
export const START_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

const parsed = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** Fails closed: whatever does not parse, or names another scheme, host, port or user, is not ours. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === '';
}

/** The page on which a person lets the camera read a label. */
export const isScanPage = (address: string): boolean => isOwnPage(address) && /^#\/scan(?:\?|$)/u.test(new URL(address).hash);

/** A `blob:` that a page of ours made. */
export const isOwnBlob = (address: string): boolean => address.startsWith('blob:') && isOwnPage(address.slice('blob:'.length));

/** The addresses that may be given to the system's browser or mail program. */
export function isForTheOutside(address: string): boolean {
  const url = parsed(address);
  if (url === null) return false;
  return url.protocol === 'mailto:' || (url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '');
}
