import { useMemo, useState } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useNavigate } from 'react-router';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Switch } from '#renderer/components/Switch.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { nearestTo, neighbour, placePoints, scatterSize } from '#renderer/portfolio/scatter-scales.ts';
import type { PlacedPoint, QuadrantId, QuadrantPoint, Quadrants } from '#renderer/portfolio/scatter-scales.ts';
import { ScatterPicture, quadrantIds } from '#renderer/portfolio/ScatterPicture.tsx';
import { useQuadrantWords } from '#renderer/portfolio/use-quadrant-words.ts';
import { isolated } from '#renderer/records/isolate.ts';

/** Units of the picture: how near the pointer must be to a point. */
const REACH = 24;

/** Value × score: whom to keep, whom to repair, whom to develop, whom to watch. */
export function ValueAndScore({ quadrants }: { readonly quadrants: Quadrants }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { leftOut, cut } = useQuadrantWords(quadrants);
  const [chosen, setChosen] = useState<QuadrantId | 'all'>('all');
  const [isTable, setTable] = useState(false);
  const { points } = quadrants;
  const shown = useMemo(() => (chosen === 'all' ? points : points.filter(({ quadrant }) => quadrant === chosen)), [points, chosen]);
  if (points.length === 0) {
    return (
      <EmptyState title={t('value.none')}>
        {t('value.noneBody')} {leftOut}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <RadioGroup
          look="segments"
          label={t('value.quadrants')}
          isLabelHidden
          options={(['all', ...quadrantIds] as const).map((id) => ({
            id,
            label: t('value.withCount', {
              name: id === 'all' ? t('quadrant.all') : t(`quadrant.${id}`),
              count: id === 'all' ? points.length : points.filter(({ quadrant }) => quadrant === id).length,
            }),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Switch isSelected={isTable} onChange={setTable}>
          {t('value.asTable')}
        </Switch>
      </div>
      <p className="max-w-prose text-sm text-ink-2">
        {chosen === 'all' ? cut : t(`quadrantMeans.${chosen}`)} {leftOut}
      </p>
      {isTable ? <PointTable points={shown} /> : <Picture quadrants={quadrants} chosen={chosen === 'all' ? null : chosen} />}
      <p className="text-sm text-ink-3">{isTable ? null : t('value.keys', { top: format.integer(100) })}</p>
    </div>
  );
}

function Picture({ quadrants, chosen }: { readonly quadrants: Quadrants; readonly chosen: QuadrantId | null }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const navigate = useNavigate();
  const isRtl = format.choice.language === 'fa';
  const placed = useMemo(() => placePoints(quadrants, isRtl).placed.filter(({ point }) => chosen === null || point.quadrant === chosen), [quadrants, isRtl, chosen]);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  // Without a choice: the most valuable of those with the lowest score.
  const current = placed.find(({ point }) => point.clientId === lookedAt) ?? placed.toSorted((a, b) => a.point.overall - b.point.overall)[0] ?? null;
  const href = useHref(`/clients/${current?.point.clientId ?? ''}`);
  const under = (event: MouseEvent<SVGSVGElement>): PlacedPoint | null => {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width === 0) return null;
    const scale = scatterSize.width / box.width;
    return nearestTo(placed, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale, REACH);
  };
  const words = ({ name, value, overall, quadrant }: QuadrantPoint): string =>
    t('value.point', { name: isolated(name), value: format.money(value), score: format.fixed(overall, 0), quadrant: t(`quadrant.${quadrant}`) });
  if (current === null) return <p className="py-6 text-ink-2">{t('value.nobody')}</p>;
  return (
    <>
      <p role="status" className="min-h-6 font-medium">
        {words(current.point)}
      </p>
      <ScatterPicture
        quadrants={quadrants}
        chosen={chosen}
        onPointerMove={(event) => {
          const found = under(event);
          if (found) setLookedAt(found.point.clientId);
        }}
        onClick={(event) => {
          const found = under(event);
          if (found) void navigate(`/clients/${found.point.clientId}`);
        }}
      >
        <a
          href={href}
          aria-label={words(current.point)}
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void navigate(`/clients/${current.point.clientId}`);
          }}
          onKeyDown={(event) => {
            const next = neighbour(placed, current, event.key);
            if (next === null) return;
            event.preventDefault();
            setLookedAt(next.point.clientId);
          }}
          className="outline-none [&:focus-visible>circle]:stroke-focus [&:focus-visible>circle]:[stroke-width:3.5]"
        >
          <circle cx={current.x} cy={current.y} r="9" fill="transparent" stroke="var(--ink)" strokeWidth="2" />
        </a>
      </ScatterPicture>
    </>
  );
}

function PointTable({ points }: { readonly points: readonly QuadrantPoint[] }) {
  const { t } = useTranslation('portfolio');
  const navigate = useNavigate();
  const source = useListedRows(useMemo(() => points.toSorted((a, b) => b.value.minor - a.value.minor), [points]));
  const columns = usePointColumns();
  return (
    <DataGrid
      label={t('value.picture')}
      columns={columns}
      source={source}
      rowKey={(row) => row.clientId}
      onOpen={(row) => void navigate(`/clients/${row.clientId}`)}
      height={30}
      empty={<EmptyState title={t('value.nobody')} />}
    />
  );
}

function usePointColumns(): readonly GridColumn<QuadrantPoint>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return useMemo(
    (): readonly GridColumn<QuadrantPoint>[] => [
      { id: 'client', header: t('clients:column.client'), minRem: 12, grow: 3, cell: (row) => <NameText className="font-medium">{row.name}</NameText> },
      { id: 'value', header: t('clients:column.value'), minRem: 9, grow: 1, align: 'end', cell: (row) => format.money(row.value) },
      { id: 'score', header: t('column.overall'), minRem: 6, grow: 1, align: 'end', cell: (row) => format.fixed(row.overall, 0) },
      { id: 'quadrant', header: t('value.quadrant'), minRem: 8, grow: 1, cell: (row) => t(`quadrant.${row.quadrant}`) },
    ],
    [t, format],
  );
}
