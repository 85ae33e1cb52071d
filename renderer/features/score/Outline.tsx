import { clsx } from 'clsx';
import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorsOf, themesOf } from '#shared/domain/model/index.ts';
import type { DimensionId, IndicatorId, ThemeId } from '#shared/domain/model/index.ts';
import type { Banded, ExplainedScore, IndicatorScore, Part } from '#shared/domain/scoring/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';

interface OutlineProps {
  readonly score: ExplainedScore;
  /** The dimension that is open at first. */
  readonly opened: DimensionId | null;
  readonly onOpenIndicator: (id: IndicatorId) => void;
}

const ROW = 'grid grid-cols-[minmax(0,1fr)_minmax(9rem,17rem)_5.5rem] items-center gap-x-4 max-md:grid-cols-1 max-md:gap-y-1';

/** Dimensions, their themes and the 57 indicators, each with its number, its band and how much of it is known. */
export function Outline({ score, opened, onOpenIndicator }: OutlineProps) {
  const { t } = useTranslation('score');
  // A theme that has nothing to say yet stays folded until all is asked for.
  const telling = score.themes.filter(({ value }) => value !== null).map(({ themeId }) => themeId);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set<string>(opened === null ? telling : [opened, ...telling]));
  const toggle = (id: string) => {
    setOpen((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
  };
  const all = [...score.dimensions.map(({ dimensionId }) => dimensionId), ...score.themes.map(({ themeId }) => themeId)];
  const isAllOpen = all.every((id) => open.has(id));
  return (
    <Section
      title={t('outline.title')}
      description={t('outline.explain')}
      actions={
        <Button
          size="small"
          onPress={() => {
            setOpen(new Set<string>(isAllOpen ? telling : all));
          }}
        >
          {isAllOpen ? t('outline.closeAll') : t('outline.openAll')}
        </Button>
      }
    >
      <div aria-hidden className={clsx(ROW, 'pb-1 text-sm text-ink-3 max-md:hidden')}>
        <span />
        <span>{t('outline.score')}</span>
        <span className="text-end">{t('outline.points')}</span>
      </div>
      <ul className="border-t border-line">
        {score.dimensions.map((dimension) => (
          <Dimension
            key={dimension.dimensionId}
            score={score}
            id={dimension.dimensionId}
            open={open}
            onToggle={toggle}
            onOpenIndicator={onOpenIndicator}
          />
        ))}
      </ul>
    </Section>
  );
}

interface DimensionProps {
  readonly score: ExplainedScore;
  readonly id: DimensionId;
  /** The open dimensions and themes. */
  readonly open: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onOpenIndicator: (id: IndicatorId) => void;
}

function Dimension({ score, id, open, onToggle, onOpenIndicator }: DimensionProps) {
  const { t } = useTranslation('score');
  const format = useFormat();
  const names = useModelNames();
  const dimension = score.dimensions.find(({ dimensionId }) => dimensionId === id);
  const part = score.overall.parts.find((entry) => entry.id === id);
  if (!dimension) return null;
  const isOpen = open.has(id);
  return (
    <li className="border-b border-line">
      <div className={clsx(ROW, 'min-h-14 py-1.5')}>
        <h3>
          <button type="button" aria-expanded={isOpen} onClick={() => { onToggle(id); }} className="flex min-h-9 w-full flex-wrap items-center gap-x-2 rounded-sm text-start text-base font-semibold hover:text-accent">
            <ChevronRight aria-hidden className={clsx('size-4 shrink-0 transition-transform', isOpen ? 'rotate-90' : 'flip-rtl')} />
            <span className="min-w-0">{names.dimension(id)}</span>
            {score.weakestDimension === id ? (
              <Pill tone="warn" icon={<TriangleAlert aria-hidden />}>
                {t('outline.weakest')}
              </Pill>
            ) : null}
          </button>
        </h3>
        <Reading value={dimension.value} coverage={dimension.coverage} label={names.dimension(id)} />
        {part && part.score !== null ? <Effect words={t('outline.costs', { points: format.fixed(part.lossPoints, 1) })} title={t('outline.costsWhy')} /> : <span className="max-md:hidden" />}
      </div>
      {isOpen ? (
        <ul className="mb-3 flex flex-col gap-3 ps-6">
          {themesOf(id).map((theme) => (
            <Theme key={theme.id} score={score} dimensionParts={dimension.parts} id={theme.id} isOpen={open.has(theme.id)} onToggle={onToggle} onOpenIndicator={onOpenIndicator} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface ThemeProps {
  readonly score: ExplainedScore;
  readonly dimensionParts: readonly Part<ThemeId>[];
  readonly id: ThemeId;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  readonly onOpenIndicator: (id: IndicatorId) => void;
}

function Theme({ score, dimensionParts, id, isOpen, onToggle, onOpenIndicator }: ThemeProps) {
  const names = useModelNames();
  const theme = score.themes.find(({ themeId }) => themeId === id);
  if (!theme) return null;
  return (
    <li>
      <div className={clsx(ROW, 'border-b border-line/70 py-1')}>
        <h4>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => {
              onToggle(id);
            }}
            className="flex min-h-7 w-full items-center gap-1.5 rounded-sm text-start font-medium hover:text-accent"
          >
            <ChevronRight aria-hidden className={clsx('size-3.5 shrink-0 transition-transform', isOpen ? 'rotate-90' : 'flip-rtl')} />
            {names.theme(id)}
          </button>
        </h4>
        <Reading value={theme.value} coverage={theme.coverage} label={names.theme(id)} />
        <Points part={dimensionParts.find((part) => part.id === id)} />
      </div>
      {isOpen ? (
        <ul className="ps-5">
          {indicatorsOf(id).map((indicator) => {
            const result = score.indicators.find(({ indicatorId }) => indicatorId === indicator.id);
            return result ? (
              <IndicatorRow key={indicator.id} result={result} part={theme.parts.find((part) => part.id === indicator.id)} onOpen={onOpenIndicator} />
            ) : null;
          })}
        </ul>
      ) : null}
    </li>
  );
}

interface IndicatorRowProps {
  readonly result: IndicatorScore;
  readonly part: Part<IndicatorId> | undefined;
  readonly onOpen: (id: IndicatorId) => void;
}

function IndicatorRow({ result, part, onOpen }: IndicatorRowProps) {
  const { t } = useTranslation('score');
  const names = useModelNames();
  const { indicatorId, evidence, assessment, value, subject } = result;
  const witnesses = [
    evidence.events > 0 ? t('outline.evidence', { count: evidence.events }) : null,
    assessment.events > 0 ? t('outline.ratings', { count: assessment.events }) : null,
  ].filter((words) => words !== null);
  return (
    <li className={clsx(ROW, 'py-1.5')}>
      <div className="min-w-0">
        <button
          type="button"
          onClick={() => {
            onOpen(indicatorId);
          }}
          className="min-h-6 rounded-sm text-start underline decoration-dotted underline-offset-4 hover:text-accent hover:decoration-solid"
        >
          {names.indicator(indicatorId)}
        </button>
        <p className="text-sm text-ink-3">
          {subject === 'company' ? `${t('outline.company')} · ` : ''}
          {witnesses.length === 0 ? t('outline.noWitness') : witnesses.join(' · ')}
        </p>
      </div>
      <Reading value={value} coverage={null} label={names.indicator(indicatorId)} />
      <Points part={part} />
    </li>
  );
}

const Reading = ({ value, coverage, label }: { readonly value: Banded | null; readonly coverage: number | null; readonly label: string }) => (
  <ScoreBar score={value?.score ?? null} lower={value?.lower ?? null} upper={value?.upper ?? null} coverage={coverage} label={label} />
);

/** What the part gives to the number above it. */
function Points({ part }: { readonly part: Part<string> | undefined }) {
  const { t } = useTranslation('score');
  const format = useFormat();
  if (!part || part.score === null) return <span className="max-md:hidden" />;
  return <Effect words={t('outline.gives', { points: format.fixed(part.points, 1) })} title={t('outline.share', { share: format.percent(part.share) })} />;
}

const Effect = ({ words, title }: { readonly words: string; readonly title: string }) => (
  <span className="text-end text-sm text-ink-2 max-md:text-start" title={title}>
    {words}
  </span>
);
