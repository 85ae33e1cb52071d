import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** On another page the keyboard and the screen reader begin at its top, not where the old page's link was. */
export function usePageFocus() {
  const mainRef = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const lastRef = useRef(pathname);
  useEffect(() => {
    if (lastRef.current === pathname) return;
    lastRef.current = pathname;
    const main = mainRef.current;
    if (!main) return;
    main.scrollTo({ top: 0 });
    // A page that put the focus somewhere itself knows better.
    if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [pathname]);
  return mainRef;
}
