import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { NotebookPen, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImaginedScore } from '#shared/contract/scores.ts';
import { dimensionOfIndicator, dimensions } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import type { ExplainedScore, StageResult } from '#shared/domain/scoring/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { DimensionDifferences } from './DimensionDifferences.tsx';
import { changeOf, indicatorsOfType } from './imagined.ts';
import type { Imagined } from './imagined.ts';
import { ImaginedRow } from './ImaginedRow.tsx';

/** As many as can be overlooked, and as the data host takes. */
const MOST = 20;

/** What is most worth asking about: what the weakest link knows least of. */
function startingIndicator(score: ExplainedScore): IndicatorId {
  const candidates = new Set(indicatorsOfType('event').map(({ id }) => id));
  const inWeakest = score.indicators
    .filter(({ indicatorId }) => dimensionOfIndicator(indicatorId) === score.weakestDimension && candidates.has(indicatorId))
    .toSorted((a, b) => (a.value?.score ?? -1) - (b.value?.score ?? -1));
  return inWeakest[0]?.indicatorId ?? 'timely-delivery';
}

/** Events and ratings on paper, with the score as it would be. Nothing of it is kept, here or in the data host. */
export function WhatIf({ clientId, score }: { readonly clientId: string; readonly score: ExplainedScore }) {
  const { t } = useTranslation('scoreMoves');
  const [rows, setRows] = useState<readonly Imagined[]>([]);
  const [nextKey, setNextKey] = useState(1);
  const add = () => {
    setRows([...rows, { key: nextKey, type: 'event', indicatorId: startingIndicator(score), outcome: 1, count: 1, rating: 5 }]);
    setNextKey(nextKey + 1);
  };
  return (
    <Section
      title={t('whatIf.title')}
      description={t('whatIf.explain')}
      actions={
        rows.length === 0 ? undefined : (
          <Button
            size="small"
            variant="quiet"
            icon={<RotateCcw aria-hidden className="size-4" />}
            onPress={() => {
              setRows([]);
            }}
          >
            {t('whatIf.reset')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Button icon={<NotebookPen aria-hidden className="size-4" />} onPress={add}>
          {t('whatIf.start')}
        </Button>
      ) : (
        <div className="flex flex-col gap-4 rounded-lg border-2 border-dashed border-line-strong p-4">
          <Banner tone="warn">{t('whatIf.paper')}</Banner>
          <ul className="flex flex-col divide-y divide-line">
            {rows.map((row) => (
              <ImaginedRow
                key={row.key}
                row={row}
                onChange={(changed) => {
                  setRows(rows.map((each) => (each.key === row.key ? changed : each)));
                }}
                onRemove={() => {
                  setRows(rows.filter(({ key }) => key !== row.key));
                }}
              />
            ))}
          </ul>
          <div>
            <Button size="small" icon={<Plus aria-hidden className="size-4" />} isDisabled={rows.length >= MOST} onPress={add}>
              {t('whatIf.add')}
            </Button>
          </div>
          <Result clientId={clientId} rows={rows} />
        </div>
      )}
    </Section>
  );
}

function Result({ clientId, rows }: { readonly clientId: string; readonly rows: readonly Imagined[] }) {
  const { data, error, refetch } = useQuery(queries.scores.whatIf.queryOptions({ input: { clientId, changes: rows.map(changeOf) }, placeholderData: keepPreviousData }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <LoadingBlock lines={4} /> : <Comparison imagined={data} />;
}

function Comparison({ imagined: { before, after, change } }: { readonly imagined: ImaginedScore }) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const { difference } = change.overall;
  const isSame = difference !== null && Math.abs(difference) < 0.005;
  return (
    <section aria-label={t('whatIf.result')} className="flex flex-col gap-4">
      <div role="status" className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Side name={t('whatIf.before')} score={before} />
        <Side name={t('whatIf.after')} score={after}>
          {difference === null ? null : (
            <strong className={isSame ? 'text-ink-3' : difference > 0 ? 'text-accent' : 'text-danger'}>
              <bdi dir="ltr">{isSame ? t('whatIf.same') : format.signed(difference, 2)}</bdi>
            </strong>
          )}
        </Side>
      </div>
      <DimensionDifferences change={change} caption={t('whatIf.result')} beforeName={t('whatIf.before')} afterName={t('whatIf.after')} />
    </section>
  );
}

function Side({ name, score, children }: { readonly name: string; readonly score: ExplainedScore; readonly children?: ReactNode }) {
  const { t } = useTranslation('scoreMoves');
  const { value, coverage } = score.overall;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap justify-between gap-x-3 text-sm text-ink-2">
        <span>{name}</span>
        {children}
      </p>
      <ScoreBar score={value?.score ?? null} lower={value?.lower ?? null} upper={value?.upper ?? null} coverage={coverage} label={`${name}: ${t('whatIf.overall')}`} size="medium" />
      <p className="mt-1 text-sm">
        <span className="text-ink-3">{t('whatIf.stage')}: </span>
        <StageWords stage={score.stage} />
      </p>
    </div>
  );
}

function StageWords({ stage }: { readonly stage: StageResult }) {
  const { t } = useTranslation('scoreMoves');
  const names = useModelNames();
  if (!stage.placed) return t('whatIf.stageUnknown');
  const reached = dimensions.find(({ number }) => number === stage.stage);
  return (
    <>
      {t('whatIf.stageOf', { stage: stage.stage, total: dimensions.length })}
      {reached === undefined ? null : ` · ${names.stage(reached.id)}`}
    </>
  );
}
