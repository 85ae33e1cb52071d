import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { StoreRefused } from './StoreRefused.tsx';

/** Nothing is shown of a store before it is known to be open and its choices are read. */
export function StoreBoundary({ children }: { readonly children: ReactNode }) {
  const status = useQuery(queries.system.status.queryOptions());
  const settings = useQuery(queries.settings.get.queryOptions({ enabled: status.data?.state === 'ready' }));
  const error = status.error ?? settings.error;
  if (error) return <ErrorState error={error} onRetry={() => void (status.error ? status : settings).refetch()} />;
  if (status.data?.state === 'refused') return <StoreRefused status={status.data} />;
  if (!settings.data) return <LoadingBlock />;
  return children;
}
