import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { useJudgementWords } from './judgement-words.ts';
import { LAST_PLACE, itemName, placeOf, ratioOf } from './judgements.ts';
import type { Pair } from './judgements.ts';
import './weights.css';

interface PairQuestionProps {
  readonly pair: Pair;
  /** null: not judged yet. */
  readonly ratio: number | null;
  /** The judgement that fits the others least. */
  readonly isSpoiler: boolean;
  readonly onJudge: (ratio: number) => void;
}

/** One question: which of two matters more, and how much. The slider stands nearer to what matters more. */
export function PairQuestion({ pair, ratio, isSpoiler, onJudge }: PairQuestionProps) {
  const { t } = useTranslation('weights');
  const names = useModelNames();
  const words = useJudgementWords();
  const id = useId();
  const place = ratio === null ? 0 : placeOf(ratio);
  const [left, right] = [itemName(names, pair.left), itemName(names, pair.right)];
  const said = ratio === null ? t('judgement.none') : words(pair, ratio);
  return (
    <li id={`pair-${pair.left}-${pair.right}`} className={isSpoiler ? 'rounded-md bg-warn-soft px-3 py-3.5' : 'px-3 py-3.5'}>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(10rem,1.5fr)_minmax(0,1fr)] items-center gap-x-4 max-md:grid-cols-2">
        <span className={place < 0 ? 'font-semibold' : ''}>{left}</span>
        <span className={place > 0 ? 'text-end font-semibold md:order-last md:text-start' : 'text-end md:order-last md:text-start'}>{right}</span>
        <span className="relative flex items-center max-md:col-span-2">
          <span aria-hidden className="pointer-events-none absolute inset-x-[0.5625rem] top-1/2 flex -translate-y-1/2 justify-between">
            {Array.from({ length: 2 * LAST_PLACE + 1 }, (_, index) => (
              <span key={index} className={index === LAST_PLACE ? 'h-5 w-px bg-line-strong' : index % 2 === 0 ? 'h-3 w-px bg-line-strong/70' : 'h-2 w-px bg-line-strong/45'} />
            ))}
          </span>
          <input
            type="range"
            min={-LAST_PLACE}
            max={LAST_PLACE}
            step={1}
            value={place}
            aria-label={t('question', { left: isolated(left), right: isolated(right) })}
            aria-valuetext={said}
            aria-describedby={id}
            onChange={(event) => {
              onJudge(ratioOf(Number(event.target.value)));
            }}
            data-unanswered={ratio === null || undefined}
            className="judgement-slider relative h-8 w-full cursor-pointer"
          />
        </span>
      </div>
      <div className="mt-0.5 flex min-h-7 flex-wrap items-center justify-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <span id={id} className={ratio === null ? 'text-ink-3' : ''}>
          {said}
        </span>
        {ratio === null ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('saySameOf', { left: isolated(left), right: isolated(right) })}
            onPress={() => {
              onJudge(1);
            }}
          >
            {t('saySame')}
          </Button>
        ) : null}
        {isSpoiler ? <Pill tone="warn">{t('consistency.thisOne')}</Pill> : null}
      </div>
    </li>
  );
}
