import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContractClient } from '#shared/contract/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { DueStatePill } from '#renderer/instruments/DueStatePill.tsx';

type Found = Awaited<ReturnType<ContractClient['instruments']['find']>>;

/** Several instruments share what was read: makers number each on their own. */
export function FoundList({ found }: { readonly found: Found }) {
  const { t } = useTranslation('scan');
  return (
    <section aria-label={t('several', { count: found.length })}>
      <h2 className="mb-2 text-lg font-semibold">{t('several', { count: found.length })}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {found.map((row) => (
          <li key={row.id}>
            <Link to={`/instruments/${row.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover">
              <span className="min-w-0 flex-1">
                <span className="font-medium">
                  <Isolate>{row.serial}</Isolate>
                </span>{' '}
                <NameText>{row.name}</NameText>
                <span className="block text-sm text-ink-3">{row.clientName === null ? t('ownHands') : <bdi>{row.clientName}</bdi>}</span>
              </span>
              <span className="text-sm text-ink-3">{t(`foundBy.${row.foundBy}`)}</span>
              <DueStatePill state={row.dueState} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
