import { z } from 'zod';

/**
 * Imported before all else: without it zod probes `new Function` at the first schema, which the Content Security Policy
 * reports as a violation.
 */
z.config({ jitless: true });
