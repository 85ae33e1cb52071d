import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface DueDayProps {
  readonly dueOn: string;
  /** Negative: overdue. */
  readonly daysToDue: number | null;
}

/** A due day, and how far off it is. */
export function DueDay({ dueOn, daysToDue }: DueDayProps) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  return (
    <>
      <time className="block whitespace-nowrap" dateTime={dueOn}>
        {format.day(dueOn, 'short')}
      </time>
      {daysToDue === null ? null : (
        <span className={clsx('block text-sm', daysToDue < 0 ? 'text-danger' : 'text-ink-3')}>
          {daysToDue < 0 ? t('daysOver', { count: -daysToDue }) : daysToDue === 0 ? t('today') : t('daysLeft', { count: daysToDue })}
        </span>
      )}
    </>
  );
}
