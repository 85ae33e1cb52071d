import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { Button } from './Button.tsx';

interface ProgressBarProps {
  /** What is being done now. */
  readonly label: string;
  readonly done: number;
  /** 0: not known how much there is. */
  readonly total: number;
  /** Absent: it cannot be cancelled. */
  readonly onCancel?: () => void;
}

export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const isOpenEnded = total <= 0;
  const ratio = isOpenEnded ? 0 : Math.min(1, done / total);
  return (
    <div className="flex items-end gap-4">
      <AriaProgressBar value={ratio * 100} isIndeterminate={isOpenEnded} valueLabel={isOpenEnded ? t('working') : format.percent(ratio)} className="min-w-0 flex-1">
        <div className="mb-1.5 flex justify-between gap-4 text-sm">
          <Label>{label}</Label>
          <span className="text-ink-2">{isOpenEnded ? format.integer(done) : t('doneOf', { done: format.integer(done), total: format.integer(total) })}</span>
        </div>
        <div className="h-2 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--line)]">
          <div
            className={isOpenEnded ? 'h-full w-1/3 animate-pulse rounded-full bg-accent' : 'h-full rounded-full bg-accent transition-[width] duration-150'}
            style={isOpenEnded ? undefined : { width: `${ratio * 100}%` }}
          />
        </div>
      </AriaProgressBar>
      {onCancel === undefined ? null : (
        <Button size="small" onPress={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}
