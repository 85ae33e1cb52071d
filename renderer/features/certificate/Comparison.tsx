import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionRule, MeasurementPoint, VerdictSummary } from '#shared/domain/calibration/index.ts';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import { queries } from '#renderer/api.ts';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { DecimalField } from '#renderer/instruments/DecimalField.tsx';
import { ruleIdOf, ruleIds, ruleOf, usualFactor } from '#renderer/instruments/decision-rules.ts';
import type { RuleId } from '#renderer/instruments/decision-rules.ts';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { overallOf, useJudge } from './judging.ts';
import { withLimits } from './limits-on-paper.ts';
import type { LimitsFrom, TriedLimits } from './limits-on-paper.ts';
import { LimitsChoice } from './LimitsChoice.tsx';

const SHOWN = 50;

interface ComparisonProps {
  /** Whose tolerance the results can be held to. */
  readonly instrumentId: string;
  readonly points: readonly MeasurementPoint[];
  readonly adjusted: boolean;
  /** The certificate's own; null: it judges nothing. */
  readonly rule: DecisionRule | null;
}

const usualOther = (rule: DecisionRule | null): RuleId => (rule?.kind === 'simple' ? 'guard-band-four-way' : 'simple');

/** The same results under two decision rules, side by side: how many points each accepts, and where they part. */
export function Comparison({ instrumentId, points, adjusted, rule }: ComparisonProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const [first, setFirst] = useState<RuleId>(rule === null ? 'simple' : ruleIdOf(rule));
  const [second, setSecond] = useState<RuleId>(() => (rule === null ? 'guard-band-binary' : usualOther(rule)));
  const [factor, setFactor] = useState(rule?.kind === 'guard-band' ? rule.factor : usualFactor);
  const [one, two] = [useMemo(() => ruleOf(first, factor), [first, factor]), useMemo(() => ruleOf(second, factor), [second, factor])];
  const instrument = useQuery(queries.instruments.get.queryOptions({ input: { id: instrumentId } }));
  const ranges = useMemo(() => instrument.data?.ranges ?? [], [instrument.data]);
  const hasLimits = points.some(({ lowerLimit, upperLimit }) => lowerLimit !== null || upperLimit !== null);
  const hasTolerance = ranges.some(({ toleranceLower, toleranceUpper }) => toleranceLower !== null || toleranceUpper !== null);
  const [chosenFrom, setFrom] = useState<LimitsFrom | null>(null);
  // Without limits of its own a certificate can still be held to what its instrument is allowed.
  const from = chosenFrom ?? (hasLimits || !hasTolerance ? 'stated' : 'instrument');
  const [own, setOwn] = useState<TriedLimits>(() => ({ lower: null, upper: null, unit: points[0]?.error?.unit ?? points[0]?.measured?.unit ?? '' }));
  const tried = useMemo(() => withLimits(points, from, ranges, own), [points, from, ranges, own]);
  const settled = useDeferredValue(tried);
  const [judgeOne, judgeTwo] = [useJudge(one), useJudge(two)];
  const sides = [
    { key: 'one', rule: one, ...overallOf(settled, adjusted, judgeOne) },
    { key: 'two', rule: two, ...overallOf(settled, adjusted, judgeTwo) },
  ] as const;
  const different = settled.flatMap((point, index) => (judgeOne(point).verdict === judgeTwo(point).verdict ? [] : [{ point, index }]));
  const counted = (summary: VerdictSummary) => (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <VerdictPill verdict={summary.verdict} />
      <span className="text-sm text-ink-3">{t('compare.counts', { judged: summary.judged, good: summary.counts.pass + summary.counts.conform, notJudged: summary.notJudged })}</span>
    </span>
  );
  const options = ruleIds.map((id) => ({ id, label: t(`instruments:rule.${id}`) }));
  return (
    <Section title={t('compare.title')} description={t('compare.how')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-64 max-w-full"><Select label={t('compare.first')} options={options} value={first} onChange={setFirst} /></div>
          <div className="w-64 max-w-full"><Select label={t('compare.second')} options={options} value={second} onChange={setSecond} /></div>
          {first.startsWith('guard-band') || second.startsWith('guard-band') ? (
            <div className="w-44"><DecimalField label={t('rule.factor')} isRequired value={factor} onChange={(text) => { setFactor(text ?? usualFactor); }} /></div>
          ) : null}
        </div>
        <LimitsChoice from={from} onFrom={setFrom} hasTolerance={hasTolerance} own={own} onOwn={(changes) => { setOwn({ ...own, ...changes }); }} />
        {from === 'stated' && !hasLimits ? <p className="text-sm text-ink-2">{t('compare.noLimits')}</p> : null}
        <table className="w-full text-start">
          <thead className="border-b border-line text-sm text-ink-3">
            <tr>
              <th scope="col" className="py-1 pe-3 text-start font-medium">{t('compare.what')}</th>
              {sides.map(({ key, rule: of }) => <th key={key} scope="col" className="py-1 pe-3 text-start font-medium">{t(`instruments:rule.${ruleIdOf(of)}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {adjusted ? (
              <tr className="border-b border-line/70">
                <th scope="row" className="py-1.5 pe-3 text-start font-normal">{t('stage.as-found')}</th>
                {sides.map(({ key, asFound }) => <td key={key} className="py-1.5 pe-3">{asFound === null ? null : counted(asFound)}</td>)}
              </tr>
            ) : null}
            <tr className="border-b border-line/70">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal">{adjusted ? t('stage.as-left') : t('compare.overall')}</th>
              {sides.map(({ key, overall }) => <td key={key} className="py-1.5 pe-3">{counted(overall)}</td>)}
            </tr>
            {different.slice(0, SHOWN).map(({ point, index }) => {
              const decisions = [judgeOne(point), judgeTwo(point)] as const;
              const [judged] = decisions.flatMap((decision) => (decision.verdict === 'not-judged' ? [] : [decision]));
              return (
                <tr key={index} className="border-b border-line/70">
                  <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                    {t('compare.point', { number: index + 1 })}
                    {judged === undefined ? null : (
                      <bdi dir="ltr" className="ms-2 text-sm text-ink-3 tabular-nums">{`${decimalIn(format, judged.value)} ${displayUnit(judged.unit)}`}</bdi>
                    )}
                  </th>
                  {decisions.map((decision, side) => <td key={sides[side]?.key} className="py-1.5 pe-3"><VerdictPill verdict={decision.verdict} /></td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="text-sm text-ink-2">{different.length > SHOWN ? t('compare.more', { count: different.length, shown: SHOWN }) : t('compare.different', { count: different.length })}</p>
      </div>
    </Section>
  );
}
