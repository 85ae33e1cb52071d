import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { LinesGrid } from './LinesGrid.tsx';
import type { LinesQuery } from './records-context.ts';

/** Exactly the lines that a number counts, with their count beside it. */
export function LinesView({ title, query }: { readonly title: string; readonly query: LinesQuery }) {
  const { t } = useTranslation('records');
  return (
    <LinesGrid label={title} query={query} empty={<EmptyState title={t('noLines')} />} height={38}>
      {(total) =>
        total === null ? null : (
          <p role="status" className="text-ink-2">
            {t('count', { count: total })}
            {query.figure || query.basis ? <span className="text-ink-3"> · {t(`basis.${query.basis ?? 'first-promise'}`)}</span> : null}
          </p>
        )
      }
    </LinesGrid>
  );
}
