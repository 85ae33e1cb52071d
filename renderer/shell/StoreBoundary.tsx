import type { ReactNode } from 'react';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useStore } from '#renderer/state/preferences.ts';
import { StoreRefused } from './StoreRefused.tsx';

/** Nothing is shown of a store before it is known to be open and its choices are read. */
export function StoreBoundary({ children }: { readonly children: ReactNode }) {
  const { status, settings } = useStore();
  const error = status.error ?? settings.error;
  if (error) return <ErrorState error={error} onRetry={() => void (status.error ? status : settings).refetch()} />;
  if (status.data?.state === 'refused') return <StoreRefused status={status.data} />;
  if (!settings.data) return <LoadingBlock />;
  return children;
}
