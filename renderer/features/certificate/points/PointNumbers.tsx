import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conformity, decimalPlaces, differenceOf, displayUnit, roundUncertainty } from '#shared/domain/calibration/index.ts';
import type { Decision, DecisionRule, Judged, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { ToleranceBand } from './ToleranceBand.tsx';

/** More than this many places come from a quotient that does not end. */
const LONG = 12;

/** A number as it is; one with no end to six significant digits and an ellipsis. */
const unending = (text: string): string => {
  const places = text.split('.')[1]?.length ?? 0;
  return places <= LONG ? text : `${Number(Number(text).toPrecision(6))}…`;
};

/** Written as far as the others: zeros are added, nothing is cut. */
const asFarAs = (text: string, ...others: readonly (string | null)[]): string => {
  const places = Math.max(...others.map((other) => (other === null ? 0 : decimalPlaces(other))));
  return places === 0 || places > LONG ? text : differenceOf(text, `0.${'0'.repeat(places)}`);
};

interface PointNumbersProps {
  readonly point: MeasurementPoint;
  readonly decision: Decision;
  readonly rule: DecisionRule | null;
}

/** Behind a verdict: the sum that led to it, and how likely it is wrong. */
export function PointNumbers({ point, decision, rule }: PointNumbersProps) {
  const { t } = useTranslation('certificates');
  if (decision.verdict === 'not-judged') {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <VerdictPill verdict="not-judged" />
        <p>{t(`reason.${decision.reason}`)}</p>
      </div>
    );
  }
  return <JudgedNumbers point={point} decision={decision} rule={rule} />;
}

function JudgedNumbers({ point, decision, rule }: PointNumbersProps & { readonly decision: Judged }) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const unit = displayUnit(decision.unit);
  const number = (text: string): string => decimalIn(format, unending(text));
  const amount = (text: string): ReactNode => <bdi dir="ltr" className="tabular-nums">{`${number(text)} ${unit}`.trim()}</bdi>;
  const span = (lower: string | null, upper: string | null): ReactNode => (
    <bdi dir="ltr" className="tabular-nums">{`${lower === null ? '…' : number(lower)} … ${upper === null ? '…' : number(upper)} ${unit}`.trim()}</bdi>
  );
  const likely = conformity(point);
  const { uncertainty, lowerLimit, upperLimit, acceptance, rejection } = decision;
  const shifted = (text: string | null): string | null => (text === null ? null : asFarAs(text, lowerLimit, upperLimit, uncertainty?.expanded ?? null));
  return (
    <div className="grid gap-x-8 gap-y-4 2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <KeyValueList
        items={[
          { key: 'verdict', label: t('number.verdict'), value: <VerdictPill verdict={decision.verdict} /> },
          { key: 'y', label: t(decision.isComputed ? 'number.computed' : decision.judged === 'error' ? 'number.error' : 'number.value'), value: amount(decision.value) },
          { key: 'limits', label: t('number.limits'), value: span(decision.lowerLimit, decision.upperLimit) },
          ...(uncertainty === null
            ? [{ key: 'U', label: t('number.expanded'), value: t('number.none') }]
            : [
                { key: 'U', label: t('number.expanded'), value: <>{amount(uncertainty.expanded)} <span className="text-sm text-ink-3">{t(`source.${uncertainty.source}`)}</span></> },
                { key: 'u', label: t('number.standard', { k: decimalIn(format, uncertainty.coverageFactor) }), value: amount(uncertainty.standard) },
              ]),
          { key: 'w', label: t('number.guard'), value: <>{amount(asFarAs(decision.guardBand, uncertainty?.expanded ?? null))}{rule === null || rule.kind === 'simple' ? null : <span className="text-sm text-ink-3"> = <bdi dir="ltr">{`${number(decision.guardFactor)} × ${rule.kind === 'iso-14253-1' ? 'u' : 'U'}`}</bdi></span>}</> },
          { key: 'acceptance', label: t('number.acceptance'), value: decision.isAcceptanceEmpty ? t('number.acceptanceEmpty') : span(shifted(acceptance.lower), shifted(acceptance.upper)) },
          ...(rejection === null ? [] : [{ key: 'rejection', label: t('number.rejection'), value: span(shifted(rejection.lower), shifted(rejection.upper)) }]),
          ...(decision.testUncertaintyRatio === null ? [] : [{ key: 'tur', label: t('number.tur'), value: <bdi dir="ltr">{t('number.turValue', { ratio: format.number(decision.testUncertaintyRatio, 2) })}</bdi> }]),
          ...(likely === null
            ? []
            : [
                { key: 'p', label: t('number.probability'), value: format.percent(likely.probability, 2) },
                { key: 'risk', label: t('number.falseAccept'), value: format.percent(likely.falseAccept, 2) },
              ]),
        ]}
      />
      <ToleranceBand
        decision={decision}
        description={t('band.description', {
          value: number(decision.value), lower: decision.lowerLimit === null ? '…' : number(decision.lowerLimit), upper: decision.upperLimit === null ? '…' : number(decision.upperLimit),
          expanded: uncertainty === null ? '0' : number(roundUncertainty(uncertainty.expanded)), unit, verdict: t(`instruments:verdict.${decision.verdict}`),
        })}
      />
    </div>
  );
}
