import { NotebookPen, Plus, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { dimensionOfIndicator } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import type { ExplainedScore } from '#shared/domain/scoring/index.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { changeOf, goodValues, indicatorsOfType } from './imagined.ts';
import type { Imagined, ImaginedThing } from './imagined.ts';
import { ImaginedResult } from './ImaginedResult.tsx';
import { ImaginedRow } from './ImaginedRow.tsx';
import type { Paper } from './use-paper.ts';

/** What is most worth asking about: the lowest number of the weakest link. First data of an indicator can lower its theme's mean, however good. */
function startingIndicator(score: ExplainedScore): IndicatorId {
  const candidates = new Set(indicatorsOfType('event').map(({ id }) => id));
  const inWeakest = score.indicators
    .filter(({ indicatorId }) => dimensionOfIndicator(indicatorId) === score.weakestDimension && candidates.has(indicatorId))
    .toSorted((a, b) => (a.value?.score ?? Infinity) - (b.value?.score ?? Infinity));
  return inWeakest[0]?.indicatorId ?? 'timely-delivery';
}

interface WhatIfProps {
  readonly client: Client;
  readonly explanation: ScoreExplanation;
  readonly paper: Paper;
}

/** Events, ratings, records and deliveries on paper, with the score as it would be. Nothing of it is kept, here or in the data host. */
export function WhatIf({ client, explanation, paper }: WhatIfProps) {
  const { t } = useTranslation('scoreMoves');
  const { score } = explanation;
  const { rows } = paper;
  const asOfOn = numberToIsoDay(score.basis.asOfDay);
  const begin = (type: ImaginedThing['type']): ImaginedThing => {
    const indicatorId = startingIndicator(score);
    if (type === 'event') return { type, indicatorId, outcome: 1, count: 1 };
    if (type === 'rating') return { type, indicatorId, rating: 5 };
    if (type === 'entry') return { type, kind: 'commitment', values: goodValues('commitment', asOfOn, client.contacts[0]?.id ?? null) };
    return type === 'line' ? { type, lineId: null, daysLate: 0 } : { type, ref: null };
  };
  const changes = rows.map((row: Imagined) => changeOf(row, asOfOn)).filter((change) => change !== null);
  return (
    <Section
      title={t('whatIf.title')}
      description={t('whatIf.explain')}
      actions={
        rows.length === 0 ? undefined : (
          <Button size="small" variant="quiet" icon={<RotateCcw aria-hidden className="size-4" />} onPress={paper.clear}>
            {t('whatIf.reset')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Button
          icon={<NotebookPen aria-hidden className="size-4" />}
          onPress={() => {
            paper.add(begin('event'));
          }}
        >
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
                client={client}
                explanation={explanation}
                asOfOn={asOfOn}
                hasArrived={row.key === paper.arrivedKey}
                begin={begin}
                onChange={paper.replace}
                onRemove={() => {
                  paper.remove(row.key);
                }}
              />
            ))}
          </ul>
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden className="size-4" />}
              isDisabled={paper.isFull}
              onPress={() => {
                paper.add(begin('event'));
              }}
            >
              {t('whatIf.add')}
            </Button>
          </div>
          {changes.length === 0 ? <p className="text-ink-2">{t('whatIf.nothingYet')}</p> : <ImaginedResult clientId={client.id} changes={changes} />}
        </div>
      )}
    </Section>
  );
}
