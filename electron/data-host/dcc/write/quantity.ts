import { decimal } from '#shared/domain/calibration/decimal.ts';
import type { DecimalText, Uncertainty } from '#shared/domain/calibration/types.ts';
import { dcc, si } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** D-SI has no other way to say that something is not known. */
export const notANumber = 'NaN';
/** The unit of numbers without one, D-SI. */
export const unitOne = String.raw`\one`;

/** One for all where it is the same for all: the lists of D-SI allow both. */
const compact = (values: readonly string[]): string => (values.every((value) => value === values[0]) ? values[0] ?? '' : values.join(' '));

/** U = U_rel · |y|, exact. */
function absolute(value: DecimalText | null, { expanded, kind }: Uncertainty): string {
  if (kind === 'absolute') return expanded;
  return value === null ? notANumber : decimal(value).abs().times(decimal(expanded)).toString();
}

const isOneWord = (distribution: string | null): distribution is string => distribution !== null && !/\s/u.test(distribution);

/** Name of a distribution that the lists of D-SI cannot carry: their items are words. */
export const unlistedDistribution = (uncertainty: Uncertainty | null): string | null =>
  uncertainty === null || uncertainty.distribution === null || isOneWord(uncertainty.distribution) ? null : uncertainty.distribution;

export interface Stated {
  readonly value: DecimalText | null;
  readonly unit: string;
  readonly uncertainty: Uncertainty | null;
}

/** `si:realListXMLList`; the uncertainties are all there with one kind and one distribution, or all absent. */
export function realList(column: readonly Stated[]): XmlNode {
  const uncertainties = column.flatMap(({ value, uncertainty }) => (uncertainty ? [{ value, uncertainty }] : []));
  const distribution = uncertainties[0]?.uncertainty.distribution ?? null;
  return si('realListXMLList', [
    si('valueXMLList', column.map(({ value }) => value ?? notANumber).join(' ')),
    si('unitXMLList', compact(column.map(({ unit }) => unit))),
    uncertainties.length === 0 ? null : si('measurementUncertaintyUnivariateXMLList', [si('expandedMUXMLList', [
      si('valueExpandedMUXMLList', compact(uncertainties.map(({ value, uncertainty }) => absolute(value, uncertainty)))),
      si('coverageFactorXMLList', compact(uncertainties.map(({ uncertainty }) => uncertainty.coverageFactor))),
      si('coverageProbabilityXMLList', compact(uncertainties.map(({ uncertainty }) => uncertainty.coverageProbability ?? notANumber))),
      isOneWord(distribution) ? si('distributionXMLList', distribution) : null,
    ])]),
  ]);
}

/** `dcc:relativeUncertainty` of that column, where its uncertainties are stated as relative. */
export function relativeList(column: readonly Stated[]): XmlNode | null {
  const relative = column.flatMap(({ uncertainty }) => (uncertainty?.kind === 'relative' ? [uncertainty.expanded] : []));
  if (relative.length === 0) return null;
  return dcc('relativeUncertainty', [dcc('relativeUncertaintyXmlList', [si('valueXMLList', compact(relative)), si('unitXMLList', unitOne)])]);
}

/** `si:real` */
export const real = ({ value, unit, uncertainty }: Stated): XmlNode => si('real', [
  si('value', value ?? notANumber),
  si('unit', unit),
  uncertainty === null ? null : si('measurementUncertaintyUnivariate', [si('expandedMU', [
    si('valueExpandedMU', absolute(value, uncertainty)),
    si('coverageFactor', uncertainty.coverageFactor),
    si('coverageProbability', uncertainty.coverageProbability ?? notANumber),
    uncertainty.distribution === null ? null : si('distribution', uncertainty.distribution),
  ])]),
]);

export const relativeSingle = (uncertainty: Uncertainty | null): XmlNode | null =>
  uncertainty?.kind !== 'relative' ? null : dcc('relativeUncertainty', [dcc('relativeUncertaintySingle', [si('value', uncertainty.expanded), si('unit', unitOne)])]);
