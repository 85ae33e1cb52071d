import { useEffect, useRef } from 'react';

/** Puts the keyboard into the first field of a form that has just been opened by the person. */
export function useFocusFirst() {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, [role="spinbutton"]')?.focus();
  }, []);
  return ref;
}
