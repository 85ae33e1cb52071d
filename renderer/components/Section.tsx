import { clsx } from 'clsx';
import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly level?: 2 | 3;
  /** Under the title. */
  readonly description?: ReactNode;
  /** At the end of the title's line. */
  readonly actions?: ReactNode;
  /** `card`: on its own ground; `plain`: under a hairline. */
  readonly look?: 'card' | 'plain';
  readonly children: ReactNode;
}

/** A named part of a page. */
export function Section({ title, level = 2, description, actions, look = 'plain', children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className={clsx('min-w-0', look === 'card' && 'rounded-lg border border-line bg-surface px-5 py-4')}>
      <header className={clsx('mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2', look === 'plain' && 'border-b border-line pb-1.5')}>
        <div className="min-w-0">
          <Heading id={id} className={level === 2 ? 'text-lg font-semibold' : 'text-base font-semibold'}>
            {title}
          </Heading>
          {description === undefined ? null : <div className="max-w-prose text-sm text-ink-2">{description}</div>}
        </div>
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
