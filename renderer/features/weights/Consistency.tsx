import { useTranslation } from 'react-i18next';
import type { LevelWeights } from '#shared/contract/weights.ts';
import { CONSISTENCY_LIMIT } from '#shared/domain/weighting/index.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useJudgementWords } from './judgement-words.ts';
import { placeOf, ratioOf } from './judgements.ts';
import type { Pair } from './judgements.ts';

interface ConsistencyProps {
  readonly weighed: LevelWeights;
  /** Questions without an answer count as “equal”, which contradicts whatever else was said: nothing is blamed before all are answered. */
  readonly isComplete: boolean;
  readonly onJudge: (pair: Pair, ratio: number) => void;
}

/** Whether the judgements fit together; where they do not, which one to look at again and what the others say of it. */
export function Consistency({ weighed: { items, consistencyRatio, isConsistent, spoiler }, isComplete, onJudge }: ConsistencyProps) {
  const { t } = useTranslation('weights');
  const format = useFormat();
  const words = useJudgementWords();
  // Two things cannot contradict each other.
  if (items.length < 3) return <p className="text-sm text-ink-3">{t('consistency.two')}</p>;
  const ratio = format.fixed(consistencyRatio, 2);
  const limit = format.fixed(CONSISTENCY_LIMIT, 2);
  if (isConsistent) {
    return (
      <p role="status" className="text-sm text-ink-2">
        {t('consistency.good', { ratio, limit })}
      </p>
    );
  }
  if (!isComplete) {
    return (
      <p role="status" className="text-sm text-ink-2">
        {t('consistency.soFar', { ratio, limit })}
      </p>
    );
  }
  return (
    <Banner
      tone="warn"
      isLive
      title={t('consistency.bad', { ratio, limit })}
      action={
        spoiler === null ? undefined : (
          <>
            <Button
              size="small"
              onPress={() => {
                const question = document.querySelector<HTMLInputElement>(`#pair-${CSS.escape(spoiler.left)}-${CSS.escape(spoiler.right)} input, #pair-${CSS.escape(spoiler.right)}-${CSS.escape(spoiler.left)} input`);
                question?.scrollIntoView({ block: 'center' });
                question?.focus({ preventScroll: true });
              }}
            >
              {t('consistency.look')}
            </Button>
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                onJudge(spoiler, ratioOf(placeOf(spoiler.implied)));
              }}
            >
              {t('consistency.take')}
            </Button>
          </>
        )
      }
    >
      {spoiler === null ? (
        t('consistency.body')
      ) : (
        <>
          <p>{t('consistency.spoiler', { said: words(spoiler, spoiler.ratio) })}</p>
          <p>{t('consistency.implied', { implied: words(spoiler, spoiler.implied) })}</p>
        </>
      )}
    </Banner>
  );
}
