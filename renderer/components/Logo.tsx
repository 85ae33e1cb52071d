/** The mark of the product: a jaw of a caliper that is a letter. */
export function Logo({ className = 'size-7' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M9 7v18M9 8h9.5a5.5 5.5 0 0 1 0 11H9" fill="none" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="square" />
      <path d="M14 13.5h4.5" stroke="#f0b44c" strokeWidth="2.4" />
    </svg>
  );
}
