import { readFileSync } from 'node:fs';
import type { DryRun, ImportResult, Inspection, UndoResult } from '#shared/contract/imports.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import type { TestHost } from '../support.ts';

type Event<R> = { type: 'progress'; phase: string; done: number; total: number } | { type: 'done'; result: R };

/** The result of a long job, and every progress it told on the way. */
export async function finish<R>(job: Promise<AsyncIterable<Event<R>>>): Promise<{ result: R; phases: readonly string[] }> {
  const phases: string[] = [];
  for await (const event of await job) {
    if (event.type === 'done') return { result: event.result, phases };
    if (phases.at(-1) !== event.phase) phases.push(event.phase);
  }
  throw new Error('The job ended without a result');
}

export const fileOf = (content: string | Uint8Array, name = 'table.csv'): File => new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
export const fileAt = (path: string, name: string): File => new File([new Uint8Array(readFileSync(path))], name);

export const inspectText = ({ call }: TestHost, content: string | Uint8Array, name?: string): Promise<Inspection> =>
  call.imports.inspect({ file: fileOf(content, name) });

export const dryRunOf = async ({ call }: TestHost, inspection: Inspection, template: Template = inspection.template): Promise<DryRun> =>
  (await finish(call.imports.dryRun({ uploadId: inspection.uploadId, template }))).result;

export interface CommitOptions {
  readonly template?: Template;
  readonly saveTemplateAs?: string;
  readonly scoringOn?: string;
}

export const commitOf = async ({ call }: TestHost, inspection: Inspection, options: CommitOptions = {}): Promise<ImportResult> =>
  (
    await finish(
      call.imports.commit({
        uploadId: inspection.uploadId,
        template: options.template ?? inspection.template,
        saveTemplateAs: options.saveTemplateAs ?? null,
        scoringOn: options.scoringOn ?? null,
      }),
    )
  ).result;

export const importText = async (host: TestHost, content: string | Uint8Array, options: CommitOptions = {}): Promise<ImportResult> =>
  commitOf(host, await inspectText(host, content), options);

export const undoOf = async ({ call }: TestHost, batchId: string | null): Promise<UndoResult> => {
  if (batchId === null) throw new Error('Nothing was imported, so there is nothing to undo');
  return (await finish(call.imports.undo({ batchId }))).result;
};
