import { useLocale } from 'react-aria-components';

/**
 * A name of any script on one line: cut off where it ends (not where the page's direction would), and standing at the start of the
 * page's direction all the same. The whole name is in the title.
 */
export function NameText({ children, className = '' }: { readonly children: string; readonly className?: string }) {
  const { direction } = useLocale();
  return (
    <span dir="auto" title={children} className={`block truncate ${className}`} style={{ textAlign: direction === 'rtl' ? 'right' : 'left' }}>
      {children}
    </span>
  );
}
