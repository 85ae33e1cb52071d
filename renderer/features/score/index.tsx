import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, SearchX, Star } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { id as idSchema } from '#shared/contract/common.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { dimensionOfIndicator, isDimensionId, isIndicatorId } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { errorKind } from '#renderer/components/describe-error.ts';
import { Dialog, Drawer } from '#renderer/components/Dialog.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { RatingSitting } from '#renderer/rating/RatingSitting.tsx';
import { RecordsProvider } from '#renderer/records/RecordsProvider.tsx';
import { ClosedLoop } from '#renderer/rating/ClosedLoop.tsx';
import { ChangedSince } from './ChangedSince.tsx';
import { IndicatorLedger } from './IndicatorLedger.tsx';
import { Outline } from './Outline.tsx';
import { Overview } from './Overview.tsx';
import type { ImaginedThing } from './imagined.ts';
import { Trend } from './Trend.tsx';
import { usePaper } from './use-paper.ts';
import { WhatIf } from './WhatIf.tsx';

/** How one client's score came about, down to the single record. */
export function ScorePage() {
  const { t } = useTranslation('score');
  const { id = '' } = useParams();
  const isId = idSchema.safeParse(id).success;
  const client = useQuery(queries.clients.get.queryOptions({ input: { id }, enabled: isId }));
  const explain = useQuery(queries.scores.explain.queryOptions({ input: { clientId: id }, enabled: isId }));
  const error = client.error ?? explain.error;
  if (!isId || (error && errorKind(error) === 'NOT_FOUND')) {
    return <EmptyState icon={<SearchX aria-hidden />} title={t('notFound')} actions={<LinkButton to="/clients">{t('toList')}</LinkButton>} />;
  }
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([client.refetch(), explain.refetch()])} />;
  if (!client.data || !explain.data) return <LoadingBlock lines={12} />;
  return (
    <RecordsProvider key={id} clientId={id}>
      <ScoreView client={client.data} explanation={explain.data} />
    </RecordsProvider>
  );
}

function ScoreView({ client, explanation }: { readonly client: Client; readonly explanation: ScoreExplanation }) {
  const { t } = useTranslation('score');
  const format = useFormat();
  const names = useModelNames();
  const [params, setParams] = useSearchParams();
  const asked = params.get('indicator');
  const indicator = asked !== null && isIndicatorId(asked) ? asked : null;
  const dimension = params.get('dimension');
  const isRating = params.has('rate');
  const rated = params.get('rate');
  const change = (changes: Readonly<Record<string, string | null>>) => {
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) after.delete(key);
          else after.set(key, value);
        }
        return after;
      },
      { replace: true },
    );
  };
  const rateFrom = (id: IndicatorId | null) => {
    change({ rate: id ?? '1', indicator: null });
  };
  const paper = usePaper();
  const askedRef = useRef<ImaginedThing | null>(null);
  const { basis } = explanation.score;
  const asOfOn = numberToIsoDay(basis.asOfDay);
  const opened = dimension !== null && isDimensionId(dimension) ? dimension : indicator === null ? explanation.score.weakestDimension : dimensionOfIndicator(indicator);
  return (
    <div className="flex w-full max-w-6xl flex-col gap-6">
      <PageHeader
        parent={
          <span className="-ms-2.5 inline-block max-w-80">
            <LinkButton to={`/clients/${client.id}`} variant="quiet" size="small" icon={<ChevronLeft aria-hidden className="flip-rtl size-4" />}>
              <bdi className="truncate">{client.name}</bdi>
            </LinkButton>
          </span>
        }
        title={t('title', { name: client.name })}
        description={`${t('readOn', { day: format.day(asOfOn, 'long') })} · ${t('model', { version: format.digits(basis.modelVersion.replace(/^\D*/u, '')) })}`}
        actions={
          <Button
            variant="primary"
            icon={<Star aria-hidden className="size-4" />}
            onPress={() => {
              rateFrom(null);
            }}
          >
            {t('rate')}
          </Button>
        }
      />
      <Overview client={client} explanation={explanation} />
      <Outline
        key={opened ?? 'none'}
        score={explanation.score}
        opened={opened}
        onOpenIndicator={(id) => {
          change({ indicator: id });
        }}
      />
      <ChangedSince clientId={client.id} asOfOn={asOfOn} />
      <WhatIf client={client} explanation={explanation} paper={paper} />
      <Trend clientId={client.id} />
      <Section title={t('scoreMoves:loop.title')} description={t('scoreMoves:loop.explain')}>
        <ClosedLoop score={explanation.score} />
      </Section>
      <Drawer
        size="large"
        isOpen={indicator !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) change({ indicator: null });
        }}
        title={indicator === null ? '' : names.indicator(indicator)}
      >
        {indicator === null ? null : (
          <IndicatorLedger
            indicatorId={indicator}
            explanation={explanation}
            onRate={rateFrom}
            onImagine={(thing) => {
              askedRef.current = thing;
              change({ indicator: null });
            }}
          />
        )}
        <WhenGone
          onGone={() => {
            if (askedRef.current !== null) paper.send(askedRef.current);
            askedRef.current = null;
          }}
        />
      </Drawer>
      <Dialog
        size="large"
        isOpen={isRating}
        onOpenChange={(isOpen) => {
          if (!isOpen) change({ rate: null });
        }}
        title={t('rating:title.client', { name: client.name })}
      >
        <p className="mb-4 text-ink-2">{t('rating:intro.client')}</p>
        <RatingSitting
          clientId={client.id}
          start={rated ?? undefined}
          onClose={() => {
            change({ rate: null });
          }}
        />
      </Dialog>
    </div>
  );
}

/** Speaks when its surroundings have left the page: a sheet that closes gives the focus back a frame later, and only then can it go elsewhere. */
function WhenGone({ onGone }: { readonly onGone: () => void }) {
  const onGoneRef = useRef(onGone);
  useEffect(() => {
    onGoneRef.current = onGone;
  });
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          onGoneRef.current();
        });
      });
    },
    [],
  );
  return null;
}
