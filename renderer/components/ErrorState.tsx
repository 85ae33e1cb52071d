import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { errorKind } from './describe-error.ts';
import { EmptyState } from './EmptyState.tsx';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Words that know more than the code does. */
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What went wrong in the person's words, and what to do. */
export function ErrorState({ error, onRetry, title, children, actions }: ErrorStateProps) {
  const { t } = useTranslation('common');
  const kind = errorKind(error);
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert aria-hidden className="text-danger" />}
        title={title ?? t(`error.${kind}.title`)}
        actions={
          <>
            {actions}
            {onRetry === undefined || kind === 'NOT_FOUND' ? null : <Button onPress={onRetry}>{t('retry')}</Button>}
          </>
        }
      >
        {children ?? t(`error.${kind}.remedy`)}
      </EmptyState>
    </div>
  );
}

/** One line for a toast or a form. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation('common');
  return (error) => {
    const kind = errorKind(error);
    return `${t(`error.${kind}.title`)} ${t(`error.${kind}.remedy`)}`;
  };
}
