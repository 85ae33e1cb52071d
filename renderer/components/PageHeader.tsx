import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeaderProps {
  readonly title: string;
  /** One line under the title. */
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Above the title: where this page belongs. */
  readonly parent?: ReactNode;
}

/** The one h1 of a page; the window's title follows it. */
export function PageHeader({ title, description, actions, parent }: PageHeaderProps) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.title = t('windowTitle', { page: title });
  }, [t, title]);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {parent === undefined ? null : <div className="mb-0.5 text-sm">{parent}</div>}
        <h1 className="text-2xl font-semibold tracking-tight rtl:tracking-normal">{title}</h1>
        {description === undefined ? null : <div className="text-ink-2">{description}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
