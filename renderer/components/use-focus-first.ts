import { useEffect, useRef } from 'react';

interface FormKeys {
  /** Esc, where no field of the form (an open list, a month) took it for itself. */
  readonly onEscape?: () => void;
  /** Ctrl/Cmd+Enter. */
  readonly onCommit?: () => void;
}

/** Keys that work in the whole of a form. */
export function useFormKeys(keys: FormKeys) {
  const ref = useRef<HTMLFormElement>(null);
  const keysRef = useRef(keys);
  useEffect(() => {
    keysRef.current = keys;
  });
  useEffect(() => {
    const form = ref.current;
    if (!form) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape') keysRef.current.onEscape?.();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keysRef.current.onCommit?.();
    };
    form.addEventListener('keydown', listen);
    return () => {
      form.removeEventListener('keydown', listen);
    };
  }, []);
  return ref;
}

/** Puts the keyboard into the first field of a form that has just been opened by the person. */
export function useFocusFirst(keys: FormKeys = {}) {
  const ref = useFormKeys(keys);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, [role="spinbutton"]')?.focus();
  }, [ref]);
  return ref;
}
