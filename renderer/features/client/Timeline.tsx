import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Award, BellRing, ClipboardCheck, ClipboardList, FileDown, Handshake, History, MessageSquare, Package, Ruler, Star, Truck, Wrench } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineKinds } from '#shared/contract/clients.ts';
import type { TimelineEntry } from '#shared/contract/clients.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { TimelineItem } from './TimelineItem.tsx';

const PAGE = 100;
const ALL = 'all';
type Kind = TimelineEntry['kind'];

const ICONS: Readonly<Record<Kind, ReactNode>> = {
  interaction: <MessageSquare aria-hidden className="size-4" />,
  order: <Package aria-hidden className="size-4" />,
  delivery: <Truck aria-hidden className="flip-rtl size-4" />,
  task: <ClipboardCheck aria-hidden className="size-4" />,
  assessment: <Star aria-hidden className="size-4" />,
  import: <FileDown aria-hidden className="size-4" />,
  relationship: <Handshake aria-hidden className="size-4" />,
  survey: <ClipboardList aria-hidden className="size-4" />,
  instrument: <Ruler aria-hidden className="size-4" />,
  certificate: <Award aria-hidden className="size-4" />,
  recall: <BellRing aria-hidden className="size-4" />,
  'calibration-order': <Wrench aria-hidden className="size-4" />,
};

/** All that happened with the client, the newest first, page by page. */
export function Timeline({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const [kind, setKind] = useState<Kind | typeof ALL>(ALL);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    queries.clients.timeline.infiniteOptions({
      input: (offset: number) => ({ clientId, kinds: kind === ALL ? [] : [kind], offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const read = pages.reduce((sum, { entries }) => sum + entries.length, 0);
        return read < last.total && last.entries.length > 0 ? read : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t('timeline.filter')}
        isLabelHidden
        look="segments"
        options={[{ id: ALL, label: t('timeline.all') }, ...timelineKinds.map((id) => ({ id, label: t(`timeline.kind.${id}`) }))]}
        value={kind}
        onChange={setKind}
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock lines={8} />
      ) : entries.length === 0 ? (
        <EmptyState
          icon={<History aria-hidden />}
          title={kind === ALL ? t('timeline.empty') : t('timeline.noMatch')}
          actions={
            kind === ALL ? undefined : (
              <Button
                onPress={() => {
                  setKind(ALL);
                }}
              >
                {t('timeline.showAll')}
              </Button>
            )
          }
        />
      ) : (
        <>
          <ol className="flex max-w-4xl flex-col">
            {entries.map((entry, index) => {
              const month = format.month(entry.at.slice(0, 10));
              const before = entries[index - 1];
              return (
                <Fragment key={`${entry.kind}-${entry.id}`}>
                  {before && format.month(before.at.slice(0, 10)) === month ? null : (
                    <li className="pt-4 pb-1 first:pt-0">
                      <h2 className="text-sm font-semibold text-ink-2">{month}</h2>
                    </li>
                  )}
                  <TimelineItem clientId={clientId} entry={entry} icon={ICONS[entry.kind]} />
                </Fragment>
              );
            })}
          </ol>
          <p className="flex items-center gap-3 text-sm text-ink-3">
            {t('timeline.shown', { shown: entries.length, total })}
            {hasNextPage ? (
              <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
                {t('timeline.more')}
              </Button>
            ) : null}
          </p>
        </>
      )}
    </div>
  );
}
