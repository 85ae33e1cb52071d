import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { jobEvent } from './common.ts';
import { procedure } from './errors.ts';

const sampleResult = z.object({ clientCount: z.int(), lineCount: z.int() });

/**
 * The sample exporter: made up, marked, and gone in one click. Opening it twice changes nothing. Removing it takes every
 * sample client for good, with all that hangs on it: records that a person added to a sample client go as well. Everything
 * else stays, and so does the audit log. Both jobs go on with the scores (phase names of `scores.rescore`); who cancels
 * then keeps the change.
 */
export const sample = {
  open: procedure.output(eventIterator(jobEvent(sampleResult))),
  remove: procedure.output(eventIterator(jobEvent(sampleResult))),
};
