import { Check, CircleAlert, LoaderCircle, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { keptFieldKey } from './field-words.ts';
import type { Keeping } from './use-keeping.ts';

interface KeepStatusProps {
  readonly keeping: Keeping;
  /** Reads the draft anew; what was typed here and not kept is let go. */
  readonly onReload: () => void;
  readonly onGo: (field: string) => void;
}

/** Whether what is on screen is in the store. */
export function KeepStatus({ keeping: { state, certificate, keep }, onReload, onGo }: KeepStatusProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const errorWords = useErrorWords();
  switch (state.kind) {
    case 'changed-elsewhere':
      return <Banner tone="warn" isLive action={<Button size="small" onPress={onReload}>{t('keep.reload')}</Button>}>{t('keep.changedElsewhere')}</Banner>;
    case 'failed':
      return <Banner tone="danger" isLive action={<Button size="small" onPress={() => void keep()}>{t('common:retry')}</Button>}>{errorWords(state.error)}</Banner>;
    case 'refused':
      return <Banner tone="danger" isLive>{t('keep.refused')}</Banner>;
    case 'not-yet': {
      const [field] = state.fields;
      return (
        <Banner tone="info" action={field === undefined ? undefined : <Button size="small" onPress={() => { onGo(field); }}>{t('keep.go')}</Button>}>
          {t('keep.notYet', { fields: format.list([...new Set(state.fields.map((name) => t(keptFieldKey(name))))]) })}
        </Banner>
      );
    }
    case 'kept':
    case 'waiting':
    case 'keeping':
      return (
        <p role="status" className="flex items-center gap-2 text-sm text-ink-2">
          {state.kind === 'kept' ? (
            certificate === null ? <PenLine aria-hidden className="size-4" /> : <Check aria-hidden className="size-4 text-accent" />
          ) : state.kind === 'keeping' ? (
            <LoaderCircle aria-hidden className="size-4 animate-spin" />
          ) : (
            <CircleAlert aria-hidden className="size-4 text-ink-3" />
          )}
          {state.kind === 'kept' ? (certificate === null ? t('keep.nothing') : t('keep.kept', { time: format.instant(certificate.updatedAt) })) : t(`keep.${state.kind}`)}
        </p>
      );
    default:
      throw new RangeError(`unknown state ${JSON.stringify(state satisfies never)}`);
  }
}
