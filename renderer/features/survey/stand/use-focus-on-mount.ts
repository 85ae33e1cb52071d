import { useEffect, useRef } from 'react';

/** What a new step says is read out, and the keyboard begins there. */
export function useFocusOnMount() {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  return ref;
}
