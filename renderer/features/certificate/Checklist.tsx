import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IssueReadiness, IssueWarning } from '#shared/domain/calibration/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface ChecklistProps {
  readonly readiness: IssueReadiness;
  /** Cells that hold no number. */
  readonly unreadCount: number;
  readonly onGo: (field: string, points: readonly number[]) => void;
  readonly onGoUnread: () => void;
}

/** `points.as-left` is a key of its own, not a branch of `points`. */
export const missingKey = (field: string): string => field.replaceAll('.', '_');

/** A warning in words: its days in the chosen calendar. */
export function useWarningWords(): (warning: { readonly code: string; readonly params: IssueWarning['params'] }) => string {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return ({ code, params }) =>
    t(`warning.${code}`, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name.endsWith('On') && typeof value === 'string' ? format.day(value) : value])));
}

/** What keeps it from being issued, by the clause that asks for it; each entry leads to its field. */
export function Checklist({ readiness: { missing, warnings }, unreadCount, onGo, onGoUnread }: ChecklistProps) {
  const { t } = useTranslation('certificates');
  const warningWords = useWarningWords();
  const isReady = missing.length === 0 && unreadCount === 0;
  return (
    <div>
      <h2 className="mb-2 text-base font-semibold">{t('check.title')}</h2>
      {isReady ? (
        <p className="flex items-center gap-2 text-accent-strong">
          <CircleCheck aria-hidden className="size-4.5" /> {t('check.ready')}
        </p>
      ) : (
        <ul className="flex flex-col gap-1" aria-label={t('check.missing')}>
          {unreadCount === 0 ? null : (
            <li>
              <button type="button" onClick={onGoUnread} className="flex w-full gap-2 rounded-sm text-start text-danger hover:underline">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" /> {t('check.unread', { count: unreadCount })}
              </button>
            </li>
          )}
          {missing.map(({ field, clause, points }) => (
            <li key={field}>
              <button type="button" onClick={() => { onGo(field, points); }} className="flex w-full gap-2 rounded-sm text-start hover:underline">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
                <span>
                  {t(`missing.${missingKey(field)}`, { count: points.length })}{' '}
                  <bdi dir="ltr" className="text-sm whitespace-nowrap text-ink-3">{t('check.clause', { clause })}</bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {warnings.length === 0 ? null : (
        <>
          <h3 className="mt-4 mb-1 text-sm font-semibold text-ink-2">{t('check.warnings')}</h3>
          <ul className="flex flex-col gap-1 text-sm">
            {warnings.map((warning, index) => (
              <li key={`${warning.code}-${String(index)}`} className="flex gap-2">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" /> <span>{warningWords(warning)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
