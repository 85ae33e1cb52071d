import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Equal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WeightSet } from '#shared/contract/weights.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { rescore } from '#renderer/state/rescoring.ts';
import { toast } from '#renderer/state/toasts.ts';
import { Effect } from './Effect.tsx';
import { levels } from './judgements.ts';
import { LevelEditor } from './LevelEditor.tsx';
import { askForEqual } from './requests.ts';
import { Versions } from './Versions.tsx';

/** What counts how much in every client's score, found by comparing two things at a time (Saaty's analytic hierarchy process). */
export function WeightsPage() {
  const { data, error, refetch } = useQuery(queries.weights.current.queryOptions());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Weights set={data} /> : <LoadingBlock lines={12} />;
}

function Weights({ set }: { readonly set: WeightSet }) {
  const { t } = useTranslation('weights');
  const format = useFormat();
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const summary = useQuery(queries.scores.portfolio.queryOptions());
  const [medianBefore, setMedianBefore] = useState<number | null>(null);
  const asked = params.get('level');
  const level = levels.find((known) => known === asked) ?? 'dimensions';
  const onSaved = (): void => {
    setMedianBefore(summary.data?.medianOverall ?? null);
  };
  const equalise = useMutation({
    mutationFn: () => askForEqual(),
    onSuccess: () => {
      onSaved();
      toast(t('saved'));
      void rescore(client);
    },
    onError: (failure) => {
      toast(errorWords(failure), null, 'danger');
    },
  });
  const state = set.isEqual
    ? t('state.equal')
    : set.savedAt === null
      ? t('state.own')
      : t('state.by', { name: set.savedBy === null || set.savedBy === '' ? t('records:unknown') : set.savedBy, when: format.instant(set.savedAt) });
  return (
    <div className="flex w-full max-w-6xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        description={
          <span className="block max-w-prose">
            {t('explain')} <strong className="font-medium text-ink">{state}</strong>
          </span>
        }
        actions={
          <Button
            icon={<Equal aria-hidden className="size-4" />}
            isDisabled={set.isEqual}
            isPending={equalise.isPending}
            onPress={() => {
              equalise.mutate();
            }}
          >
            {t('useEqual')}
          </Button>
        }
      />
      <Effect before={medianBefore} />
      <Tabs
        label={t('levels')}
        selected={level}
        onSelect={(id) => {
          setParams(id === 'dimensions' ? {} : { level: id }, { replace: true });
        }}
        tabs={set.levels.map((saved) => ({
          id: saved.level,
          label: saved.level === 'dimensions' ? t('dimensions') : t(`common:dimension.${saved.level}`),
          content: <LevelEditor key={`${set.id}-${saved.level}`} saved={saved} onSaved={onSaved} />,
        }))}
      />
      <Versions onSaved={onSaved} />
    </div>
  );
}
