import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordRef } from '#shared/domain/scoring/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useFactTitle, useKindName } from './fact-title.ts';
import { useRecords } from './records-context.ts';

const STEP = 50;

/** The records that a suggestion rests on, the most pressing first. */
export function RecordList({ refs }: { readonly refs: readonly RecordRef[] }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { clientId, open } = useRecords();
  const titleOf = useFactTitle();
  const kindName = useKindName();
  const [shown, setShown] = useState(STEP);
  const { data, error, refetch } = useQuery(queries.scores.explain.queryOptions({ input: { clientId } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock />;
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-line">
        {refs.slice(0, shown).map((ref) => {
          const fact = data.facts[`${ref.kind}:${ref.id}`];
          const title = titleOf(ref.kind, fact);
          return (
            <li key={`${ref.kind}:${ref.id}`}>
              <button
                type="button"
                onClick={() => {
                  open({ kind: 'record', ref, title });
                }}
                className="flex min-h-11 w-full items-center gap-3 rounded-sm px-2 py-1.5 text-start hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <bdi className="block truncate font-medium">{title}</bdi>
                  <span className="text-sm text-ink-3">
                    {kindName(ref.kind)}
                    {fact?.on ? ` · ${format.day(fact.on)}` : null}
                  </span>
                </span>
                <ChevronRight aria-hidden className="flip-rtl size-4 shrink-0 text-ink-3" />
              </button>
            </li>
          );
        })}
      </ul>
      {refs.length > shown ? (
        <div>
          <Button
            onPress={() => {
              setShown(shown + STEP);
            }}
          >
            {t('showMore')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
