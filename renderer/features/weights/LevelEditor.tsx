import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LevelWeights, WeightJudgement } from '#shared/contract/weights.ts';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { DraftBanner } from '#renderer/components/DraftBanner.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { rescore } from '#renderer/state/rescoring.ts';
import { toast } from '#renderer/state/toasts.ts';
import { Consistency } from './Consistency.tsx';
import { itemName, itemsOf, pairsOf, ratioFor, sayTheSame, weigh, withJudgement } from './judgements.ts';
import type { Pair } from './judgements.ts';
import { PairQuestion } from './PairQuestion.tsx';
import { WeightBars } from './WeightBars.tsx';

interface LevelEditorProps {
  readonly saved: LevelWeights;
  /** Before scores are made anew. */
  readonly onSaved: () => void;
}

/** All questions of one level, and what the answers come to while they are given. */
export function LevelEditor({ saved, onSaved }: LevelEditorProps) {
  const { t } = useTranslation('weights');
  const names = useModelNames();
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const { level } = saved;
  const draft = useDraft<{ readonly judgements: readonly WeightJudgement[] }>(`weights-${level}`, { judgements: saved.judgements });
  const { judgements } = draft.value;
  const pairs = pairsOf(itemsOf(level));
  const weighed = weigh(level, judgements);
  const isChanged = !sayTheSame(judgements, saved.judgements, pairs);
  const judged = pairs.filter((pair) => ratioFor(judgements, pair) !== null).length;
  const judge = (pair: Pair, ratio: number): void => {
    draft.change({ judgements: withJudgement(judgements, pair, ratio) });
  };
  const save = useMutation({
    mutationFn: () => api.weights.save({ level, judgements: [...judgements] }),
    onSuccess: () => {
      draft.clear();
      onSaved();
      toast(t('saved'));
      void rescore(client);
    },
    onError: (error) => {
      toast(errorWords(error), null, 'danger');
    },
  });
  const spoiler = weighed.isConsistent || judged < pairs.length ? null : weighed.spoiler;
  return (
    <div className="flex flex-col gap-4">
      <DraftBanner isShown={draft.isRestored && isChanged} onDiscard={draft.discard} />
      <div className="grid grid-cols-[minmax(0,1.7fr)_minmax(17rem,1fr)] items-start gap-x-10 gap-y-6 max-lg:grid-cols-1">
        <Section title={level === 'dimensions' ? t('ask.dimensions') : t('ask.themes', { dimension: names.dimension(level) })} description={t('ask.how')}>
          <ul className="-mx-3 divide-y divide-line">
            {pairs.map((pair) => (
              <PairQuestion
                key={`${pair.left} ${pair.right}`}
                pair={pair}
                ratio={ratioFor(judgements, pair)}
                isSpoiler={spoiler !== null && [spoiler.left, spoiler.right].toSorted().join(' ') === [pair.left, pair.right].toSorted().join(' ')}
                onJudge={(ratio) => {
                  judge(pair, ratio);
                }}
              />
            ))}
          </ul>
        </Section>
        <div className="sticky top-0 flex flex-col gap-4 max-lg:static">
          <Section title={t('result.title')} look="card" description={t('result.judged', { done: judged, total: pairs.length })}>
            <div className="flex flex-col gap-4">
              <WeightBars label={t('result.title')} bars={weighed.items.map(({ id, weight }) => ({ id, weight, label: itemName(names, id) }))} />
              <Consistency weighed={weighed} isComplete={judged === pairs.length} onJudge={judge} />
              <div className="flex flex-wrap gap-2">
                <Button
                  variant="primary"
                  isDisabled={!isChanged}
                  isPending={save.isPending}
                  onPress={() => {
                    save.mutate();
                  }}
                >
                  {t('save')}
                </Button>
                <Button isDisabled={!isChanged || save.isPending} onPress={draft.discard}>
                  {t('discard')}
                </Button>
              </div>
              {isChanged ? <p className="text-sm text-ink-2">{t('saveMeans')}</p> : null}
            </div>
          </Section>
        </div>
      </div>
    </div>
  );
}
