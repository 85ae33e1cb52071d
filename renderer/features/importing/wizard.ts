import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { DryRun, ImportResult, Inspection } from '#shared/contract/imports.ts';
import { headerFingerprint } from '#shared/domain/importing/index.ts';
import type { Delimiter, Encoding, Template } from '#shared/domain/importing/index.ts';
import { api } from '#renderer/api.ts';
import type { JobProgress, JobState } from '#renderer/state/use-job.ts';

type Reading =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly fileName: string }
  | { readonly status: 'failed'; readonly fileName: string; readonly error: unknown };

/** The person's word against what was detected of the file's form. */
interface FormChoice {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

export interface Wizard {
  readonly reading: Reading;
  /** The file as it was chosen, to read it again in another form. */
  readonly file: File | null;
  readonly inspection: Inspection | null;
  /** The mapping as it is edited. */
  readonly template: Template | null;
  /** The name to remember the mapping under; null: it is not remembered. */
  readonly rememberAs: string | null;
  readonly check: JobState<DryRun>;
  /** The day to read scores at; null until the person chose otherwise than was proposed. */
  readonly readOn: 'newest' | 'unchanged' | null;
  readonly commit: JobState<ImportResult>;
}

const nothing: Wizard = {
  reading: { status: 'idle' }, file: null, inspection: null, template: null, rememberAs: null,
  check: { status: 'idle' }, readOn: null, commit: { status: 'idle' },
};

/**
 * One import at a time, with all that was chosen. It outlives the page: who looks something up in the middle of it finds
 * every choice again, and rows that are being written go on being written.
 */
export const useWizard = create<Wizard>(() => nothing);

const set = (changes: Partial<Wizard>): void => {
  useWizard.setState(changes);
};

let shownPages = 0;
/** The page is on screen until the returned function is called. */
export function showPage(): () => void {
  shownPages += 1;
  return () => {
    shownPages -= 1;
  };
}
export const isPageShown = (): boolean => shownPages > 0;

let reader: AbortController | null = null;
let checker: AbortController | null = null;
let writer: AbortController | null = null;

const discard = (uploadId: string | undefined): void => {
  // The host throws away what is left behind; asking for it is only tidier, so a failure needs no word.
  if (uploadId !== undefined) api.imports.discard({ uploadId }).catch(() => undefined);
};

/** Forgets the file and every choice. Nothing that was imported is touched. */
export function startOver(): void {
  reader?.abort();
  checker?.abort();
  discard(useWizard.getState().inspection?.uploadId);
  useWizard.setState(nothing, true);
}

/** Takes a file in. @returns whether it could be read as a table. */
export async function takeFile(file: File, form: FormChoice = {}): Promise<boolean> {
  reader?.abort();
  checker?.abort();
  const controller = new AbortController();
  reader = controller;
  const { inspection: former, template: edited, rememberAs } = useWizard.getState();
  set({ reading: { status: 'running', fileName: file.name } });
  try {
    const inspection = await api.imports.inspect({ file, ...form }, { signal: controller.signal });
    if (reader !== controller) {
      discard(inspection.uploadId);
      return false;
    }
    discard(former?.uploadId);
    // The same columns in another encoding: what was chosen for them still holds.
    const isSameTable = former !== null && edited !== null && fingerprintOf(former) === fingerprintOf(inspection);
    const kept = isSameTable ? { template: edited, rememberAs } : { template: inspection.template, rememberAs: null };
    useWizard.setState({ ...nothing, file, inspection, ...kept }, true);
    return true;
  } catch (error) {
    if (reader === controller) set({ reading: controller.signal.aborted ? { status: 'idle' } : { status: 'failed', fileName: file.name, error } });
    return false;
  }
}

const fingerprintOf = ({ columns }: Inspection): string => headerFingerprint(columns.map(({ column }) => column));

export function cancelReading(): void {
  reader?.abort();
}

export function setTemplate(template: Template): void {
  set({ template });
}

export function setRememberAs(rememberAs: string | null): void {
  set({ rememberAs });
}

export function setReadOn(readOn: 'newest' | 'unchanged'): void {
  set({ readOn });
}

interface Follower<R> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
  readonly start: (signal: AbortSignal) => Promise<AsyncIterable<({ readonly type: 'progress' } & JobProgress) | { readonly type: 'done'; readonly result: R }>>;
}

async function follow<R>({ signal, onProgress, start }: Follower<R>): Promise<R> {
  for await (const event of await start(signal)) {
    if (event.type === 'done') return event.result;
    onProgress(event);
  }
  throw new Error('The job ended without a result');
}

/** Reads every row under the mapping against the records as they are now; writes nothing. Leaves a running import alone. */
export async function runCheck(): Promise<void> {
  const { inspection, template, commit } = useWizard.getState();
  if (!inspection || !template || commit.status === 'running') return;
  checker?.abort();
  const controller = new AbortController();
  checker = controller;
  const tell = (next: JobState<DryRun>): void => {
    if (checker === controller) set({ check: next });
  };
  set({ check: { status: 'running', progress: null }, commit: { status: 'idle' } });
  try {
    const result = await follow({
      signal: controller.signal,
      onProgress: (progress) => { tell({ status: 'running', progress }); },
      start: (signal) => api.imports.dryRun({ uploadId: inspection.uploadId, template }, { signal }),
    });
    tell({ status: 'done', result });
  } catch (error) {
    tell(controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error });
  }
}

export function cancelCheck(): void {
  checker?.abort();
}

/**
 * Writes what the check announced.
 * @param scoringOn ISO day to read scores at from now on; null leaves the choice as it is
 * @returns the result, or null where nothing came of it (see `commit` of the state)
 */
export async function runCommit(client: QueryClient, scoringOn: string | null): Promise<ImportResult | null> {
  const { inspection, template, rememberAs, commit } = useWizard.getState();
  if (!inspection || !template || commit.status === 'running') return null;
  const controller = new AbortController();
  writer = controller;
  set({ commit: { status: 'running', progress: null } });
  const known = new Set<string>();
  try {
    for (const { id } of await api.imports.list()) known.add(id);
    const result = await follow({
      signal: controller.signal,
      onProgress: (progress) => { set({ commit: { status: 'running', progress } }); },
      start: (signal) => {
        const name = rememberAs?.trim() ?? '';
        return api.imports.commit({ uploadId: inspection.uploadId, template, saveTemplateAs: name === '' ? null : name, scoringOn }, { signal });
      },
    });
    set({ commit: { status: 'done', result } });
    return result;
  } catch (error) {
    const kept = controller.signal.aborted ? await writtenSince(known) : null;
    if (kept !== null) set({ commit: { status: 'done', result: kept } });
    else set({ commit: controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error } });
    return kept;
  } finally {
    writer = null;
    await client.invalidateQueries();
  }
}

/** A stop that came when the rows were in already ended the scoring alone: the batch is there, and is told. */
async function writtenSince(known: ReadonlySet<string>): Promise<ImportResult | null> {
  const batch = (await api.imports.list()).find(({ id }) => !known.has(id));
  if (!batch) return null;
  const { id, counts, rowsRead, rowsRejected } = batch;
  return { batchId: id, counts, rowsRead, rowsRejected, scored: false };
}

export function cancelCommit(): void {
  writer?.abort();
}
