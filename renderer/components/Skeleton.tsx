import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

/** Where a text will stand. `className` gives the size. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={clsx('block animate-pulse rounded-sm bg-line', className ?? 'h-4 w-full')} />;
}

/** A page or section that is being read. */
export function LoadingBlock({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation('common');
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 py-4">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={clsx('h-4', index === 0 ? 'w-1/3' : index % 3 === 2 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  );
}
