import { z } from 'zod';

/**
 * Imported before all else: without it zod probes `new Function` at the first schema, which the Content Security Policy
 * reports as a violation.
 */
z.config({ jitless: true });

interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createHTML: (text: string) => string | null }): unknown;
}

/**
 * react-aria empties its live region through `innerHTML = ''`. Trusted Types refuse any text there, so the default policy
 * passes the empty one; all other text stays refused.
 */
const { trustedTypes } = globalThis as typeof globalThis & { readonly trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? text : null) });
