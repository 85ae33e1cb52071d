import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import { create } from 'zustand';
import { maximumDccBytes } from '#shared/contract/dcc.ts';
import type { DccReport } from '#shared/contract/dcc.ts';
import { errorMap } from '#shared/contract/errors.ts';
import { api } from '#renderer/api.ts';

/** Why a file is no certificate that can be read: a code of `dcc.read`, with what its words need. */
export type DccRefusal = z.output<typeof errorMap.FILE_REFUSED.data>;

export type DccReading =
  | { readonly status: 'waiting' | 'reading' | 'stopped' }
  | { readonly status: 'refused'; readonly refusal: DccRefusal }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'read'; readonly report: DccReport };

export interface TakenDcc {
  readonly certificateId: string;
  readonly number: string;
}

/** A file that was given to be read, with what became of it. */
export interface TrayFile {
  readonly key: string;
  readonly file: File;
  /** The instrument on whose page it was dropped. */
  readonly instrumentId: string | null;
  readonly reading: DccReading;
  /** By place of the item in the file. */
  readonly taken: Readonly<Record<number, TakenDcc>>;
}

interface Tray {
  readonly files: readonly TrayFile[];
  /** The one that is looked at. */
  readonly openKey: string | null;
}

const empty: Tray = { files: [], openKey: null };

/**
 * Digital certificates that were given to be read, wherever they were dropped. The tray outlives its page: who looks something up
 * in the middle of it finds every file and every decision again.
 */
export const useDccTray = create<Tray>(() => empty);

let lastKey = 0;
let reader: AbortController | null = null;

const patch = (key: string, changes: Partial<TrayFile>): void => {
  useDccTray.setState(({ files }) => ({ files: files.map((file) => (file.key === key ? { ...file, ...changes } : file)) }));
};

export const openTrayFile = (openKey: string | null): void => {
  useDccTray.setState({ openKey });
};

/** What one file says of calibrations: one item, or several. */
export const itemsOf = (report: DccReport): readonly [DccReport, ...DccReport['moreItems']] => [report, ...report.moreItems];

/** Every item of it is taken in, now or before: nothing is left to decide. */
export const isDone = ({ reading, taken }: TrayFile): boolean =>
  reading.status === 'read' && itemsOf(reading.report).every(({ item, takenBefore }) => taken[item] !== undefined || takenBefore?.isSame === true);

const isWaiting = ({ reading }: TrayFile): boolean => reading.status === 'waiting';
export const isUnread = ({ reading: { status } }: TrayFile): boolean => status === 'waiting' || status === 'reading';
/**
 * Best first: the window's own language, then the one that most certificates also speak, before the one that binds.
 * @param language of the window
 */
export const askedLanguages = (language: string): readonly string[] => [...new Set([language, 'en'])];

/** Still to be decided by the person. */
export const isOpenQuestion = (file: TrayFile): boolean => file.reading.status === 'read' && !isDone(file);

function discard(reading: DccReading): void {
  // The host throws away what is left behind; asking for it is only tidier, so a failure needs no word.
  if (reading.status === 'read') api.dcc.discard({ uploadId: reading.report.uploadId }).catch(() => undefined);
}

const refusalOf = (error: unknown): DccRefusal | null => {
  if (!(error instanceof ORPCError) || error.code !== 'FILE_REFUSED') return null;
  const read = errorMap.FILE_REFUSED.data.safeParse(error.data);
  return read.success ? read.data : null;
};

async function readingOf(file: File, languages: readonly string[], signal: AbortSignal): Promise<DccReading> {
  // Said before its bytes are sent: two gigabytes would choke the window.
  if (file.size > maximumDccBytes) return { status: 'refused', refusal: { code: 'too-large', params: { bytes: file.size, limit: maximumDccBytes } } };
  try {
    return { status: 'read', report: await api.dcc.read({ file, languages: [...languages] }, { signal }) };
  } catch (error) {
    if (signal.aborted) return { status: 'stopped' };
    const refusal = refusalOf(error);
    return refusal ? { status: 'refused', refusal } : { status: 'failed', error };
  }
}

/** The first one that was read is looked at; one whose turn it was, and that turned out to be known already, gives it to the next. */
function showRead(key: string): void {
  const { files, openKey } = useDccTray.getState();
  const read = files.find((file) => file.key === key);
  if (read?.reading.status !== 'read') return;
  if (openKey === null) openTrayFile(key);
  else if (openKey === key && isDone(read)) openTrayFile(nextAfter(key) ?? key);
}

/** Whose turn comes after a file: the same one while something of it is open, else the next that is, or is not read yet. */
function nextAfter(key: string): string | null {
  const { files } = useDccTray.getState();
  const at = Math.max(0, files.findIndex((file) => file.key === key));
  return [...files.slice(at), ...files.slice(0, at)].find((file) => isOpenQuestion(file) || isUnread(file))?.key ?? null;
}

/** One after the other: a drawer full of them leaves the window its breath. */
async function readWaiting(languages: readonly string[]): Promise<void> {
  if (reader) return;
  const controller = new AbortController();
  reader = controller;
  try {
    for (let next = useDccTray.getState().files.find(isWaiting); next; next = useDccTray.getState().files.find(isWaiting)) {
      const { key, file } = next;
      patch(key, { reading: { status: 'reading' } });
      const reading = await readingOf(file, languages, controller.signal);
      // Put away while it was read.
      if (!useDccTray.getState().files.some((other) => other.key === key)) discard(reading);
      patch(key, { reading });
      showRead(key);
      if (controller.signal.aborted) break;
    }
  } finally {
    reader = null;
  }
  // A stop, and files that came after it.
  if (useDccTray.getState().files.some(isWaiting)) await readWaiting(languages);
}

/**
 * Puts files into the tray and reads them. What is done with goes.
 * @param languages BCP 47, best first: of texts that the files have in several
 * @param instrumentId of the page that they were dropped on
 */
export function addToTray(files: readonly File[], languages: readonly string[], instrumentId: string | null = null): void {
  const added = files.map((file): TrayFile => {
    lastKey += 1;
    return { key: String(lastKey), file, instrumentId, reading: { status: 'waiting' }, taken: {} };
  });
  clearDone();
  useDccTray.setState((tray) => ({ files: [...tray.files, ...added] }));
  void readWaiting(languages);
}

export function readAgain(key: string, languages: readonly string[]): void {
  patch(key, { reading: { status: 'waiting' }, taken: {} });
  void readWaiting(languages);
}

/** What is being read and what waits is left where it is, unread. */
export function stopReading(): void {
  useDccTray.setState(({ files }) => ({ files: files.map((file) => (isWaiting(file) ? { ...file, reading: { status: 'stopped' } } : file)) }));
  reader?.abort();
}

export function putAway(key: string): void {
  const { files, openKey } = useDccTray.getState();
  const gone = files.find((file) => file.key === key);
  if (gone) discard(gone.reading);
  useDccTray.setState({ files: files.filter((file) => file.key !== key), openKey: openKey === key ? null : openKey });
}

export function clearDone(): void {
  for (const { key } of useDccTray.getState().files.filter(isDone)) putAway(key);
}

const serialsOf = (report: DccReport): readonly string[] => itemsOf(report).flatMap(({ certificate: { document } }) => document.item.serial ?? []);

/** Whether what is known of one file changed when the other was taken in: the same instrument, or the same certificate. */
function isRelated(one: TrayFile, other: TrayFile): boolean {
  if (one.reading.status !== 'read' || other.reading.status !== 'read') return false;
  if (one.reading.report.uniqueIdentifier === other.reading.report.uniqueIdentifier) return true;
  const taken = new Set(serialsOf(one.reading.report));
  return serialsOf(other.reading.report).some((serial) => taken.has(serial));
}

/**
 * What was just learnt makes others be read again: the new instrument is a candidate now, the certificate may be replaced.
 * @param languages as of `addToTray`
 * @returns the file whose turn it is now: the same one while items of it wait, else the next that does; null: all is decided.
 */
export function markTaken(key: string, item: number, certificate: TakenDcc, languages: readonly string[]): string | null {
  const { files } = useDccTray.getState();
  const file = files.find((each) => each.key === key);
  if (!file) return null;
  patch(key, { taken: { ...file.taken, [item]: certificate } });
  for (const other of files) {
    if (other.key === key || !isOpenQuestion(other) || Object.keys(other.taken).length > 0 || !isRelated(file, other)) continue;
    discard(other.reading);
    readAgain(other.key, languages);
  }
  const next = nextAfter(key);
  openTrayFile(next ?? key);
  return next;
}

/** Puts everything away, read or not; nothing that was taken in is touched. */
export function emptyTray(): void {
  reader?.abort();
  for (const { reading } of useDccTray.getState().files) discard(reading);
  useDccTray.setState(empty, true);
}
