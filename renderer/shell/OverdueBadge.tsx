import { clsx } from 'clsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Badge } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { questionOf } from '#renderer/instruments/due-question.ts';

/** Whoever points to it is described by it. */
export const overdueBadgeId = 'nav-overdue';

/** On the corner of an icon that stands alone. */
const SMALL = '-end-1 -top-1 scale-80';

/** Beside the link that it describes, for a link is called what it shows: how many instruments are past their due day; nothing where there is none, or where it cannot be said. */
export function OverdueBadge({ isSmall = false }: { readonly isSmall?: boolean }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { data } = useQuery(queries.instruments.list.queryOptions({ input: { ...questionOf('overdue'), offset: 0, limit: 1 }, placeholderData: keepPreviousData }));
  const count = data?.total ?? 0;
  if (count === 0) return null;
  return (
    <span className={clsx('pointer-events-none absolute', isSmall ? SMALL : 'end-2.5 top-2 max-md:-end-1 max-md:-top-1 max-md:scale-80')}>
      <span aria-hidden>
        <Badge tone="danger">{format.integer(count)}</Badge>
      </span>
      <span id={overdueBadgeId} className="sr-only">
        {t('nav.overdue', { count })}
      </span>
    </span>
  );
}
