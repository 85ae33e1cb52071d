import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreSnapshot } from '#shared/contract/scores.ts';
import { dimensions } from '#shared/domain/model/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LineChart } from '#renderer/components/LineChart.tsx';
import type { LinePoint } from '#renderer/components/LineChart.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';

/** The last of each day: a busy day has several. */
const daily = (snapshots: readonly ScoreSnapshot[]): readonly ScoreSnapshot[] => [...new Map(snapshots.map((snapshot) => [snapshot.takenOn, snapshot])).values()];

/** How the score and its dimensions went, from what was kept of them. */
export function Trend({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('scoreMoves');
  const [isTable, setIsTable] = useState(false);
  const { data, error, refetch } = useQuery(queries.scores.history.queryOptions({ input: { clientId } }));
  const kept = daily(data ?? []);
  return (
    <Section
      title={t('trend.title')}
      description={t('trend.explain')}
      actions={
        kept.length < 2 ? undefined : (
          <Button
            size="small"
            onPress={() => {
              setIsTable(!isTable);
            }}
          >
            {isTable ? t('trend.asChart') : t('trend.asTable')}
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock lines={4} />
      ) : kept.length < 2 ? (
        <p className="text-ink-2">{kept.length === 0 ? t('trend.none') : t('trend.empty')}</p>
      ) : isTable ? (
        <TrendTable kept={kept} />
      ) : (
        <Charts kept={kept} />
      )}
    </Section>
  );
}

function Charts({ kept }: { readonly kept: readonly ScoreSnapshot[] }) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const names = useModelNames();
  const from = kept[0]?.takenOn;
  const to = kept.at(-1)?.takenOn;
  if (from === undefined || to === undefined) return null;
  const wordsOf = (points: readonly LinePoint[]): string => {
    const known = points.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
    const first = known[0];
    const last = known.at(-1);
    if (first === undefined || last === undefined) return t('trend.noNumber');
    return t('trend.range', { first: format.fixed(first.value, 0), firstDay: format.day(first.on), last: format.fixed(last.value, 0), lastDay: format.day(last.on) });
  };
  const rows = [
    { id: 'overall', title: t('trend.overall'), points: kept.map(({ takenOn, overall }) => ({ on: takenOn, value: overall })) },
    ...dimensions.map(({ id }) => ({ id, title: names.dimension(id), points: kept.map((snapshot) => ({ on: snapshot.takenOn, value: snapshot.dimensions[id] })) })),
  ];
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-8 gap-y-5">
      {rows.map(({ id, title, points }) => (
        <LineChart key={id} title={title} points={points} from={from} to={to} words={wordsOf(points)} />
      ))}
    </div>
  );
}

function TrendTable({ kept }: { readonly kept: readonly ScoreSnapshot[] }) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const names = useModelNames();
  const read = (value: number | null) => (value === null ? <span className="text-ink-3">{t('common:score.noneShort')}</span> : format.fixed(value, 1));
  const head = 'pb-1 ps-3 text-end align-bottom font-normal';
  const cell = 'py-1 ps-3 text-end whitespace-nowrap tabular-nums';
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t('trend.caption')}</caption>
        <thead className="border-b border-line text-ink-3">
          <tr>
            <th scope="col" className="pb-1 text-start align-bottom font-normal">{t('trend.taken')}</th>
            <th scope="col" className={head}>{t('trend.readOn')}</th>
            <th scope="col" className={head}>{t('trend.overall')}</th>
            {dimensions.map(({ id }) => (
              <th key={id} scope="col" className={head}>{names.dimension(id)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kept.toReversed().map((snapshot) => (
            <tr key={snapshot.takenOn} className="border-b border-line/60">
              <th scope="row" className="py-1 text-start font-medium whitespace-nowrap">{format.day(snapshot.takenOn)}</th>
              <td className={cell}>{format.day(snapshot.asOfOn)}</td>
              <td className={`${cell} font-semibold`}>{read(snapshot.overall)}</td>
              {dimensions.map(({ id }) => (
                <td key={id} className={cell}>{read(snapshot.dimensions[id])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
