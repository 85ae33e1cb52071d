import { useCallback, useState } from 'react';
import { create } from 'zustand';

const useDrafts = create<{ readonly drafts: Readonly<Record<string, object>> }>(() => ({ drafts: {} }));

const keep = (key: string, draft: object | null): void => {
  useDrafts.setState(({ drafts }) => {
    const { [key]: _before, ...others } = drafts;
    return { drafts: draft === null ? others : { ...others, [key]: draft } };
  });
};

interface Draft<T extends object> {
  readonly value: T;
  readonly change: (changes: Partial<T>) => void;
  /** True where typing from an earlier time was found. */
  readonly isRestored: boolean;
  /** Back to `initial`. */
  readonly discard: () => void;
  /** After saving: nothing is left to come back to. */
  readonly clear: () => void;
}

/**
 * What a form holds before it is saved. Leaving it by Esc, by another page or by accident keeps the typing until the form is
 * opened again with the same key; only what differs from `initial` is kept, so that an untouched field follows its record.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [isRestored, setIsRestored] = useState(() => useDrafts.getState().drafts[key] !== undefined);
  const changes = useDrafts((state) => state.drafts[key]);
  const value: T = changes === undefined ? initial : { ...initial, ...changes };
  const change = useCallback(
    (more: Partial<T>) => {
      keep(key, { ...useDrafts.getState().drafts[key], ...more });
    },
    [key],
  );
  const clear = useCallback(() => {
    keep(key, null);
    setIsRestored(false);
  }, [key]);
  return { value, change, isRestored: isRestored && changes !== undefined, discard: clear, clear };
}
