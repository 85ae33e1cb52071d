import path from 'node:path';
import { z } from 'zod';
import type { DataHost } from '../host.ts';
import { StagedFiles } from '../staging.ts';

const note = z.object({
  id: z.uuid(), fileName: z.string(), sizeBytes: z.int(), sha256: z.string(), languages: z.array(z.string()), takenInAt: z.iso.datetime(),
});
/** A digital certificate that was read and waits for the person's decision. */
export type StagedDcc = z.output<typeof note>;

/** A drawer of certificates may be dropped at once. */
const keptCount = 200;

const ofHosts = new WeakMap<DataHost, StagedFiles<StagedDcc>>();

/** One a host, so that leftovers of an earlier process are cleaned once. */
export function stagedOf(host: DataHost): StagedFiles<StagedDcc> {
  let staged = ofHosts.get(host);
  if (!staged) {
    staged = new StagedFiles(path.join(host.folder, 'dcc-uploads'), host.now, { note, extension: 'xml', keptCount });
    ofHosts.set(host, staged);
  }
  return staged;
}
