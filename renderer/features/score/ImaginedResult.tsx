import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImaginedChangeInput, ImaginedScore } from '#shared/contract/scores.ts';
import { dimensions } from '#shared/domain/model/index.ts';
import type { ExplainedScore, StageResult } from '#shared/domain/scoring/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { DimensionDifferences } from './DimensionDifferences.tsx';

/** What the data host can only tell once it is asked: the record came after the reading day, or is gone meanwhile. */
const KNOWN_PROBLEMS: ReadonlySet<string> = new Set(['unknown-line', 'no-promise', 'unknown-record']);

/** The score as it is and as it would be. */
export function ImaginedResult({ clientId, changes }: { readonly clientId: string; readonly changes: readonly ImaginedChangeInput[] }) {
  const { t } = useTranslation('scoreMoves');
  const { data, error, refetch } = useQuery(queries.scores.whatIf.queryOptions({ input: { clientId, changes: [...changes] }, placeholderData: keepPreviousData }));
  const problem = problemsOf(error).find(({ code }) => KNOWN_PROBLEMS.has(code));
  if (problem) {
    return (
      <Banner tone="danger" isLive>
        {t(`whatIf.problem.${problem.code}`)}
      </Banner>
    );
  }
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
