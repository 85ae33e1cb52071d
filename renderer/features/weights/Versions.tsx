import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WeightVersion } from '#shared/contract/weights.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { rescore } from '#renderer/state/rescoring.ts';
import { toast } from '#renderer/state/toasts.ts';
import { itemName } from './judgements.ts';
import { askForVersion } from './requests.ts';

/** Every set of weights that was ever in force: who set it, when, and what it said. */
export function Versions({ onSaved }: { readonly onSaved: () => void }) {
  const { t } = useTranslation('weights');
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(queries.weights.versions.queryOptions());
  const reuse = useMutation({
    mutationFn: (versionId: string) => askForVersion({ versionId }),
    onSuccess: () => {
      onSaved();
      toast(t('saved'));
      void rescore(client);
    },
    onError: (failure) => {
      toast(errorWords(failure), null, 'danger');
    },
  });
  return (
    <Section title={t('versions.title')} description={t('versions.why')}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock />
      ) : data.length === 0 ? (
        <p className="text-ink-2">{t('versions.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {data.map((version) => (
            <Version
              key={version.versionId}
              version={version}
              isPending={reuse.isPending && reuse.variables === version.versionId}
              onUse={() => {
                reuse.mutate(version.versionId);
              }}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Version({ version, isPending, onUse }: { readonly version: WeightVersion; readonly isPending: boolean; readonly onUse: () => void }) {
  const { t } = useTranslation('weights');
  const format = useFormat();
  const names = useModelNames();
  const dimensionWeights = version.levels.find(({ level }) => level === 'dimensions')?.items ?? [];
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t('versions.number', { number: version.number })}</span>
          {version.isCurrent ? <Pill tone="accent">{t('versions.current')}</Pill> : null}
          {version.isEqual ? <Pill>{t('versions.equal')}</Pill> : null}
        </p>
        <p className="text-sm text-ink-2">{t('versions.by', { name: version.savedBy === '' ? t('records:unknown') : version.savedBy, when: format.instant(version.savedAt) })}</p>
        {version.isEqual ? null : (
          <p className="text-sm text-ink-3">{dimensionWeights.map(({ id, weight }) => `${itemName(names, id)} ${format.percent(weight)}`).join(' · ')}</p>
        )}
      </div>
      {version.isCurrent ? null : (
        <Button size="small" isPending={isPending} onPress={onUse} aria-label={t('versions.useNumber', { number: version.number })}>
          {t('versions.use')}
        </Button>
      )}
    </li>
  );
}
