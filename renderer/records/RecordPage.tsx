import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { isRelationshipKind } from '#shared/domain/relationship/index.ts';
import type { RecordRef } from '#shared/domain/scoring/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { highestRating } from '#renderer/rating/ratings.ts';
import { InteractionView } from './InteractionView.tsx';
import { LinesView } from './LinesView.tsx';
import { LineView } from './LineView.tsx';
import { useRecords } from './records-context.ts';
import { RelationshipView } from './RelationshipView.tsx';

/** One record of any kind that a score or a suggestion names. */
export function RecordPage({ recordRef: { kind, id }, onGone }: { readonly recordRef: RecordRef; readonly onGone: () => void }) {
  if (kind === 'order-line') return <LineView id={id} />;
  if (kind === 'order') return <OrderLines id={id} />;
  if (kind === 'interaction') return <InteractionView id={id} onGone={onGone} />;
  if (kind === 'task') return <TaskView id={id} />;
  if (kind === 'assessment') return <AssessmentView id={id} />;
  if (isRelationshipKind(kind)) return <RelationshipView kind={kind} id={id} onGone={onGone} />;
  return <ProfileView />;
}

function OrderLines({ id }: { readonly id: string }) {
  const { t } = useTranslation('records');
  const { clientId } = useRecords();
  return <LinesView title={t('order.lines')} query={{ clientId, orderId: id }} />;
}

function TaskView({ id }: { readonly id: string }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { clientId } = useRecords();
  const { data, error, refetch } = useQuery(queries.tasks.list.queryOptions({ input: { clientId } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock />;
  const task = data.find((entry) => entry.id === id);
  if (!task) return <EmptyState title={t('gone')} />;
  return (
    <div className="flex flex-col gap-4">
      <p dir="auto" className="text-lg font-semibold">
        {task.title}
      </p>
      <KeyValueList
        items={[
          { key: 'state', label: t('task.title'), value: task.doneAt === null ? t('task.open') : t('task.done', { when: format.instant(task.doneAt) }) },
          { key: 'due', label: t('task.due'), value: task.dueOn === null ? t('task.noDue') : format.day(task.dueOn, 'full') },
          { key: 'by', label: t('task.by'), value: task.staffName ?? t('unknown') },
        ]}
      />
    </div>
  );
}

/** The ratings of one sitting: the client's, or one of the exporter's own that counts for every client. */
function AssessmentView({ id }: { readonly id: string }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const names = useModelNames();
  const { clientId } = useRecords();
  const own = useQuery(queries.scores.assessments.queryOptions({ input: { clientId } }));
  const company = useQuery(queries.scores.assessments.queryOptions({ input: { clientId: null } }));
  const error = own.error ?? company.error;
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([own.refetch(), company.refetch()])} />;
  if (!own.data || !company.data) return <LoadingBlock />;
  const all = [...own.data, ...company.data];
  const named = all.find((entry) => entry.id === id);
  if (!named) return <EmptyState title={t('gone')} />;
  // Ratings given in one sitting carry one instant, and are told of as one.
  const sitting = all.filter(({ ratedAt, raterName, source, clientId: subject }) => ratedAt === named.ratedAt && raterName === named.raterName && source === named.source && subject === named.clientId);
  return (
    <div className="flex flex-col gap-4">
      <KeyValueList
        items={[
          { key: 'by', label: t('assessment.by'), value: `${named.raterName || t('unknown')} (${t(`rating:source.${named.source}`)})` },
          { key: 'when', label: t('assessment.when'), value: format.instant(named.ratedAt) },
        ]}
      />
      <ul className="flex flex-col divide-y divide-line border-t border-line">
        {sitting.map((assessment) => (
          <li key={assessment.id} className="py-2">
            {isIndicatorId(assessment.indicatorId) ? <p className="font-medium">{names.indicator(assessment.indicatorId)}</p> : null}
            <p className="text-sm text-ink-2">
              {t('rating:ratingOf', { rating: assessment.rating, max: highestRating })}
              {isIndicatorId(assessment.indicatorId) ? ` · ${t(`assessment:${assessment.indicatorId}.anchor${assessment.rating}`)}` : null}
            </p>
            {assessment.note === null ? null : (
              <p dir="auto" className="text-sm">
                {assessment.note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProfileView() {
  const { t } = useTranslation('records');
  const { clientId, close } = useRecords();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('field.title')}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            close();
            void navigate(`/clients/${clientId}?view=contacts`);
          }}
        >
          {t('field.open')}
        </Button>
      }
    >
      {t('field.explain')}
    </EmptyState>
  );
}
