import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { PageHeader } from '#renderer/components/PageHeader.tsx';

const parts = [
  ['due', '/recall'],
  ['calendar', '/recall/calendar'],
  ['letters', '/recall/letters'],
  ['orders', '/recall/orders'],
  ['cases', '/recall/cases'],
] as const;

interface RecallFrameProps {
  readonly part: (typeof parts)[number][0];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What recalling instruments is made of, each part a page under one heading. */
export function RecallFrame({ part, actions, children }: RecallFrameProps) {
  const { t } = useTranslation('recall');
  return (
    <>
      <PageHeader title={t(`part.${part}.title`)} description={t(`part.${part}.description`)} actions={actions} />
      <nav aria-label={t('parts')} className="flex flex-wrap gap-x-5 border-b border-line">
        {parts.map(([id, to]) => (
          <NavLink
            key={id}
            to={to}
            end
            className={({ isActive }) =>
              clsx('-mb-px flex min-h-10 items-center border-b-2', isActive ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink')
            }
          >
            {t(`part.${id}.tab`)}
          </NavLink>
        ))}
      </nav>
      {children}
    </>
  );
}
