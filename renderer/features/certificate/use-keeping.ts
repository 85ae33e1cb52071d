import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { api } from '#renderer/api.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { useDraft } from '#renderer/components/use-draft.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { savable } from './working.ts';
import type { Working } from './working.ts';

export interface KeepingStart {
  /** Of what was typed and not kept yet, for as long as the window is open. */
  readonly key: string;
  readonly instrumentId: string;
  readonly calibrationOrderId: string | null;
  readonly working: Working;
  /** null: not in the store yet. */
  readonly certificate: StoredCertificate | null;
}

export type KeepState =
  | { readonly kind: 'kept' | 'waiting' | 'keeping' | 'changed-elsewhere' }
  /** Paths of the document without which nothing is kept. */
  | { readonly kind: 'not-yet'; readonly fields: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly { readonly field: string; readonly code: string }[] }
  | { readonly kind: 'failed'; readonly error: unknown };

const PAUSE_MS = 1000;

interface InStore {
  readonly certificate: StoredCertificate | null;
  readonly working: Working;
}

/** Cells that could not be read are not the store's. */
const isSameContent = (one: Working, other: Working): boolean =>
  (['document', 'rows', 'isOwnLaboratory', 'standardInstrumentIds'] as const).every((name) => one[name] === other[name]);

/**
 * A draft that keeps itself: a second after the last change it is written to the store, and at once when the page is left. What
 * cannot be written yet outlives the page all the same.
 */
export function useKeeping(start: KeepingStart, onCreated: (certificate: StoredCertificate) => void) {
  const client = useQueryClient();
  const [base, setBase] = useState(start.working);
  const draft = useDraft<Working>(start.key, base);
  const { document, rows, isOwnLaboratory, standardInstrumentIds, unread } = draft.value;
  const working = useMemo<Working>(() => ({ document, rows, isOwnLaboratory, standardInstrumentIds, unread }), [document, rows, isOwnLaboratory, standardInstrumentIds, unread]);
  const [certificate, setCertificate] = useState(start.certificate);
  const [state, setState] = useState<KeepState>({ kind: 'kept' });
  const isDirty = !isSameContent(base, working);

  const latestRef = useRef(working);
  const storedRef = useRef<InStore>({ certificate: start.certificate, working: start.working });
  const underWayRef = useRef<Promise<StoredCertificate | null> | null>(null);
  const createdRef = useRef(onCreated);
  const isOvertakenRef = useRef(false);
  const isGoneRef = useRef(false);
  useEffect(() => {
    latestRef.current = working;
    createdRef.current = onCreated;
  });
  const { instrumentId, calibrationOrderId } = start;
  const { clear } = draft;

  const write = useCallback(async (): Promise<StoredCertificate | null> => {
    // Whoever changed it there is not overwritten from here.
    if (isOvertakenRef.current) return null;
    const current = latestRef.current;
    const stored = storedRef.current;
    if (isSameContent(stored.working, current) && stored.certificate !== null) return stored.certificate;
    const read = savable(current);
    if (read.kind === 'not-yet') {
      setState(read);
      return null;
    }
    setState({ kind: 'keeping' });
    try {
      const kept = await api.certificates.save({
        ...read.draft, id: stored.certificate?.id ?? null, updatedAt: stored.certificate?.updatedAt ?? null, instrumentId, calibrationOrderId,
      });
      storedRef.current = { certificate: kept, working: current };
      setCertificate(kept);
      setBase(current);
      if (isGoneRef.current && latestRef.current === current) clear();
      setState({ kind: latestRef.current === current ? 'kept' : 'waiting' });
      // Other pages read it anew when they are opened; this one knows already.
      void client.invalidateQueries({ refetchType: 'none' });
      if (stored.certificate === null) createdRef.current(kept);
      return kept;
    } catch (error) {
      isOvertakenRef.current = errorKind(error) === 'CONFLICT';
      const problems = problemsOf(error);
      setState(errorKind(error) === 'CONFLICT' ? { kind: 'changed-elsewhere' } : problems.length > 0 ? { kind: 'refused', problems } : { kind: 'failed', error });
      return null;
    }
  }, [client, instrumentId, calibrationOrderId, clear]);

  /** Writes what is there now; one after the other. @returns what the store holds then, null where it could not be written. */
  const keep = useCallback((): Promise<StoredCertificate | null> => {
    const next = (underWayRef.current ?? Promise.resolve(null)).then(write);
    underWayRef.current = next;
    return next;
  }, [write]);

  useEffect(() => {
    if (isSameContent(base, working)) {
      // The store has it all: nothing is left to come back to but cells that could not be read.
      if (base.unread === working.unread) clear();
      return undefined;
    }
    const timer = setTimeout(() => void keep(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [base, working, keep, clear]);

  const dirtyRef = useRef(isDirty);
  useEffect(() => {
    dirtyRef.current = isDirty;
  });
  useEffect(() => {
    isGoneRef.current = false;
    return () => {
      isGoneRef.current = true;
      if (dirtyRef.current) void keep();
    };
  }, [keep]);

  /** The store was changed by something else than the typing: an attachment. */
  const follow = useCallback((changed: StoredCertificate) => {
    storedRef.current = { ...storedRef.current, certificate: changed };
    setCertificate(changed);
  }, []);

  // Something was typed since the last word about it.
  const shown: KeepState = isDirty && state.kind === 'kept' ? { kind: 'waiting' } : state;
  return { working, change: draft.change, certificate, state: shown, keep, follow, isDirty, isRestored: draft.isRestored, discard: draft.discard };
}

export type Keeping = ReturnType<typeof useKeeping>;
