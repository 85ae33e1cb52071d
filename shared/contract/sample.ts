import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { jobEvent } from './common.ts';
import { procedure } from './errors.ts';

const sampleResult = z.object({ clientCount: z.int(), lineCount: z.int() });

/** The sample exporter: made up, marked, and gone in one click. */
export const sample = {
  open: procedure.output(eventIterator(jobEvent(sampleResult))),
  remove: procedure.output(eventIterator(jobEvent(sampleResult))),
};
