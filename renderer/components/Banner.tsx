import { clsx } from 'clsx';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface BannerProps {
  readonly tone: 'info' | 'warn' | 'danger';
  readonly title?: string;
  readonly children: ReactNode;
  /** Buttons. */
  readonly action?: ReactNode;
  /** Read out when it appears while the person works. */
  readonly isLive?: boolean;
}

const TONES = {
  info: { look: 'border-accent/35 bg-accent-soft', icon: <Info aria-hidden className="size-4.5 text-accent" /> },
  warn: { look: 'border-warn/40 bg-warn-soft', icon: <TriangleAlert aria-hidden className="size-4.5 text-warn" /> },
  danger: { look: 'border-danger/40 bg-danger-soft', icon: <CircleAlert aria-hidden className="size-4.5 text-danger" /> },
} as const;

export function Banner({ tone, title, children, action, isLive = false }: BannerProps) {
  const { look, icon } = TONES[tone];
  return (
    <div {...(isLive ? { role: tone === 'danger' ? 'alert' : 'status' } : {})} className={clsx('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border px-3.5 py-2', look)}>
      <span className="shrink-0">{icon}</span>
      <div className="min-w-0 flex-1 basis-64">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        <div className="text-ink">{children}</div>
      </div>
      {action === undefined ? null : <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
