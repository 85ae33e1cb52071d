import { useQuery } from '@tanstack/react-query';
import { Building2, Star } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#shared/contract/scores.ts';
import { dimensions, indicatorsOf, isIndicatorId, themesOf } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { countingRatings, highestRating, indicatorsFor, ratingsOf, ratingSteps } from '#renderer/rating/ratings.ts';
import { RatingSitting } from '#renderer/rating/RatingSitting.tsx';

/** The exporter's own indicators: rated once, counted for every client. */
export function CompanyPage() {
  const { t } = useTranslation('company');
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(queries.scores.assessments.queryOptions({ input: { clientId: null } }));
  const asked = params.get('rate');
  const rate = (from: IndicatorId | null) => {
    setParams({ rate: from ?? '1' }, { replace: true });
  };
  const close = () => {
    setParams({}, { replace: true });
  };
  const ratedCount = data === undefined ? 0 : indicatorsFor('company').filter(({ id }) => ratingsOf(data, id).length > 0).length;
  const total = indicatorsFor('company').length;
  return (
    <div className="flex w-full max-w-4xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        description={<span className="block max-w-prose">{t('explain', { total })}</span>}
        actions={
          <Button
            variant="primary"
            icon={<Star aria-hidden className="size-4" />}
            onPress={() => {
              rate(null);
            }}
          >
            {ratedCount === 0 ? t('start') : ratedCount < total ? t('continue') : t('again')}
          </Button>
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock lines={8} />
      ) : (
        <>
          <p className="text-ink-2">{t('rating:progress', { done: ratedCount, total })}</p>
          {ratedCount === 0 ? (
            <EmptyState icon={<Building2 aria-hidden />} title={t('empty')}>
              {t('emptyBody')}
            </EmptyState>
          ) : null}
          <RatedIndicators assessments={data} asked={params.get('indicator')} onRate={rate} />
        </>
      )}
      <Dialog
        size="large"
        isOpen={asked !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
        title={t('rating:title.company')}
      >
        <p className="mb-4 text-ink-2">{t('rating:intro.company')}</p>
        <RatingSitting clientId={null} start={asked ?? undefined} onClose={close} />
      </Dialog>
    </div>
  );
}

interface RatedIndicatorsProps {
  readonly assessments: readonly Assessment[];
  /** The one that somebody came for. */
  readonly asked: string | null;
  readonly onRate: (id: IndicatorId) => void;
}

function RatedIndicators({ assessments, asked, onRate }: RatedIndicatorsProps) {
  const names = useModelNames();
  return (
    <div className="flex flex-col gap-6">
      {dimensions.map((dimension) => {
        const own = themesOf(dimension.id).flatMap((theme) => indicatorsOf(theme.id).filter(({ subject }) => subject === 'company'));
        return own.length === 0 ? null : (
          <Section key={dimension.id} title={names.dimension(dimension.id)}>
            <ul className="flex flex-col divide-y divide-line">
              {own.map(({ id }) => (
                <RatedIndicator key={id} id={id} ratings={ratingsOf(assessments, id)} isAsked={asked !== null && isIndicatorId(asked) && asked === id} onRate={onRate} />
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}

interface RatedIndicatorProps {
  readonly id: IndicatorId;
  /** The latest first. */
  readonly ratings: readonly Assessment[];
  readonly isAsked: boolean;
  readonly onRate: (id: IndicatorId) => void;
}

function RatedIndicator({ id, ratings, isAsked, onRate }: RatedIndicatorProps) {
  const { t } = useTranslation('company');
  const format = useFormat();
  const names = useModelNames();
  const counting = countingRatings(ratings);
  const counted = ratings.filter((rating) => counting.has(rating.id));
  const latest = counted[0];
  return (
    <li className={isAsked ? 'flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md bg-accent-soft px-3 py-2.5' : 'flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5'}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{names.indicator(id)}</p>
        <p className="text-sm text-ink-2">{t(`assessment:${id}.question`)}</p>
        {latest ? (
          <p className="text-sm text-ink-3">
            {t('rating:earlierBy', { rating: latest.rating, max: highestRating, name: latest.raterName || t('records:unknown'), when: format.instant(latest.ratedAt) })}
            {counted.length > 1 ? ` · ${t('others', { count: counted.length - 1 })}` : ''}
          </p>
        ) : null}
      </div>
      {latest ? <RatingDots rating={latest.rating} /> : <span className="text-sm text-ink-3">{t('rating:unrated')}</span>}
      <Button
        size="small"
        aria-label={t('rateOne', { name: names.indicator(id) })}
        onPress={() => {
          onRate(id);
        }}
      >
        {t('rate')}
      </Button>
    </li>
  );
}

/** Five marks, so many of them filled: read as "4 of 5". */
function RatingDots({ rating }: { readonly rating: number }) {
  const { t } = useTranslation('rating');
  return (
    <span role="img" aria-label={t('ratingOf', { rating, max: highestRating })} className="inline-flex gap-1">
      {ratingSteps.map((step) => (
        <span key={step} className={step <= rating ? 'size-3 rounded-full border-2 border-accent bg-accent' : 'size-3 rounded-full border-2 border-line-strong'} />
      ))}
    </span>
  );
}
