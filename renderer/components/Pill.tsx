import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type PillTone = 'neutral' | 'accent' | 'warn' | 'danger' | 'outline';

const TONES: Readonly<Record<PillTone, string>> = {
  neutral: 'border-transparent bg-sunken text-ink-2',
  accent: 'border-transparent bg-accent-soft text-accent-strong',
  warn: 'border-transparent bg-warn-soft text-warn',
  danger: 'border-transparent bg-danger-soft text-danger',
  outline: 'border-line-strong text-ink-2',
};

/** A word about a thing: a state, a kind, a stage. The word carries the meaning, the tone only underlines it. */
export function Pill({ tone = 'neutral', icon, children }: { readonly tone?: PillTone; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={clsx('inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 py-px text-sm font-medium [&_svg]:size-3.5', TONES[tone])}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A small count. */
export function Badge({ children, tone = 'neutral' }: { readonly children: ReactNode; readonly tone?: 'neutral' | 'accent' | 'danger' }) {
  return (
    <span
      className={clsx(
        'inline-flex min-w-5 items-center justify-center rounded-full px-1.5 text-xs font-semibold',
        tone === 'neutral' ? 'bg-sunken text-ink-2' : tone === 'accent' ? 'bg-accent text-on-accent' : 'bg-danger text-on-danger',
      )}
    >
      {children}
    </span>
  );
}
