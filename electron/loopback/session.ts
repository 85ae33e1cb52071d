import { randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;
const LINK_VALID_MS = 10 * 60_000;

/** Equal length first: the comparison itself then takes the same time wherever the texts differ. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

interface Link {
  readonly token: string;
  readonly madeAt: number;
}

/** Who may talk to the loopback host: whoever opened a link that it printed, once, within ten minutes. */
export class Sessions {
  readonly #now: () => number;
  readonly #open = new Set<string>();
  #link: Link | undefined;

  /** @param now milliseconds of a clock that never runs backwards */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @returns the token of a new one-time link; an earlier one is void from now on. 256 random bits, base64url. */
  makeLink(): string {
    this.#link = { token: randomBytes(TOKEN_BYTES).toString('base64url'), madeAt: this.#now() };
    return this.#link.token;
  }

  /** @returns the id of a new session, or null where the token is wrong, used or too old. */
  redeem(token: string): string | null {
    const link = this.#link;
    if (!link || this.#now() - link.madeAt > LINK_VALID_MS || !isSame(token, link.token)) return null;
    this.#link = undefined;
    const id = randomBytes(TOKEN_BYTES).toString('base64url');
    this.#open.add(id);
    return id;
  }

  isOpen(id: string): boolean {
    let found = false;
    // All of them are compared, so that the time taken tells nothing.
    for (const session of this.#open) found = isSame(id, session) || found;
    return found;
  }
}
