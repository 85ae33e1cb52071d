import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecords } from '#renderer/records/records-context.ts';
import { localToday } from '#renderer/state/today.ts';
import { directionIcon } from './direction-icon.tsx';
import { NumberLink } from './Figures.tsx';

const SHOWN = 5;

interface RecentInteractionsProps {
  readonly clientId: string;
  readonly onLog: () => void;
  readonly onShowAll: () => void;
}

/** The last few words exchanged. */
export function RecentInteractions({ clientId, onLog, onShowAll }: RecentInteractionsProps) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { open } = useRecords();
  const { data, error, refetch } = useQuery(queries.interactions.list.queryOptions({ input: { clientId } }));
  const recent = data?.toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt)).slice(0, SHOWN);
  return (
    <Section
      title={t('recent.title')}
      actions={
        recent && recent.length > 0 ? (
          <Button size="small" variant="quiet" onPress={onShowAll}>
            {t('recent.all')}
          </Button>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : recent === undefined ? (
        <LoadingBlock lines={3} />
      ) : recent.length === 0 ? (
        <EmptyState icon={<MessagesSquare aria-hidden />} title={t('recent.empty')} actions={<Button onPress={onLog}>{t('action.log')}</Button>}>
          {t('recent.emptyBody')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {recent.map((interaction) => (
            <li key={interaction.id} className="flex items-start gap-2.5 py-2">
              <span className="mt-1 text-ink-3">{directionIcon(interaction.direction)}</span>
              <span className="min-w-0">
                <NumberLink
                  onPress={() => {
                    open({ kind: 'record', ref: { kind: 'interaction', id: interaction.id }, title: t('records:interaction.title') });
                  }}
                >
                  <bdi>{interaction.subject}</bdi>
                </NumberLink>
                <span className="block text-sm text-ink-3">
                  {t(`records:channel.${interaction.channel}`)} · {t(`records:direction.${interaction.direction}`)} ·{' '}
                  <time dateTime={interaction.occurredAt} title={format.instant(interaction.occurredAt)}>
                    {format.relative(interaction.occurredAt, localToday())}
                  </time>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
