import { Check, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { surveyQuestions } from '#shared/domain/survey/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

interface MessageProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A step that says one thing. */
export function Message({ icon, title, children, actions }: MessageProps) {
  const headingRef = useFocusOnMount();
  return (
    <div className="mx-auto flex max-w-2xl flex-col items-center gap-4 text-center">
      {icon}
      <h1 ref={headingRef} tabIndex={-1} className="text-3xl font-semibold outline-none">
        {title}
      </h1>
      <div className="flex flex-col gap-2 text-xl text-ink-2">{children}</div>
      {actions === undefined ? null : <div className="mt-4 flex flex-wrap items-center justify-center gap-3">{actions}</div>}
    </div>
  );
}

interface ReviewProps {
  readonly answered: number;
  readonly isHandingIn: boolean;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

/** After the last statement: nothing is handed in before the client says so. */
export function Review({ answered, isHandingIn, onBack, onFinish }: ReviewProps) {
  const { t } = useTranslation('survey');
  return (
    <Message
      title={t('review.title')}
      actions={
        <>
          <Button size="large" isDisabled={isHandingIn} onPress={onBack}>
            {t('back')}
          </Button>
          {answered === 0 ? null : (
            <Button size="large" variant="primary" isPending={isHandingIn} onPress={onFinish}>
              {isHandingIn ? t('handingIn') : t('finish')}
            </Button>
          )}
        </>
      }
    >
      <p>{answered === 0 ? t('nothingAnswered') : t('review.answered', { answered, total: surveyQuestions.length })}</p>
    </Message>
  );
}

/** Whether to give up. */
export function Stopping({ hasFailed, onGoOn, onStop }: { readonly hasFailed: boolean; readonly onGoOn: () => void; readonly onStop: () => void }) {
  const { t } = useTranslation('survey');
  return (
    <Message
      title={t('stopQuestion')}
      actions={
        <>
          <Button size="large" onPress={onStop}>{t('stopConfirm')}</Button>
          <Button size="large" variant="primary" onPress={onGoOn}>
            {t('goOn')}
          </Button>
        </>
      }
    >
      {hasFailed ? <p role="alert">{t('stopFailed')}</p> : null}
    </Message>
  );
}

/** Not kept yet: the answers are still here, and it can be tried again. */
export function NotHandedIn({ onAgain, isPending }: { readonly onAgain: () => void; readonly isPending: boolean }) {
  const { t } = useTranslation('survey');
  return (
    <Message
      icon={<CircleAlert aria-hidden className="size-12 text-warn" />}
      title={t('failed.title')}
      actions={
        <Button size="large" variant="primary" isPending={isPending} onPress={onAgain}>
          {t('failed.again')}
        </Button>
      }
    >
      <p role="alert">{t('failed.body')}</p>
    </Message>
  );
}

export function Thanks() {
  const { t } = useTranslation('survey');
  return (
    <Message icon={<Check aria-hidden className="size-14 text-accent" />} title={t('thanks.title')}>
      <p>{t('thanks.body')}</p>
      <p className="font-medium text-ink">{t('handBack')}</p>
    </Message>
  );
}

/** The client did not want to, or stopped. */
export function Declined() {
  const { t } = useTranslation('survey');
  return (
    <Message title={t('thanks.declined')}>
      <p className="font-medium text-ink">{t('handBack')}</p>
    </Message>
  );
}
