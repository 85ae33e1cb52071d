import type { ReactNode } from 'react';

/** Where a field of the certificate stands, so that what is missing leads to it. `field` as in `missingForIssue`, or a path of the document. */
export function Anchor({ field, children }: { readonly field: string; readonly children: ReactNode }) {
  return (
    <div data-field={field} className="min-w-0 scroll-mt-24">
      {children}
    </div>
  );
}

const focusable = 'input, textarea, [role="spinbutton"], select, button';

/** Brings a field to sight and the keyboard into it. @returns false where it is not on this page */
export function goToField(field: string): boolean {
  const place = document.querySelector(`[data-field~="${CSS.escape(field)}"]`);
  if (!place) return false;
  place.scrollIntoView({ block: 'center' });
  place.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
  return true;
}
