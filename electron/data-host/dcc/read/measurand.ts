import type { Element } from '@xmldom/xmldom';
import type { DccCell, DccCellUncertainty } from '#shared/domain/calibration/dcc-view.ts';
import { decimal, isDecimal as isDecimalText, plainText } from '#shared/domain/calibration/decimal.ts';
import type { DecimalText, Measurand, Uncertainty } from '#shared/domain/calibration/types.ts';
import type { Findings } from './findings.ts';

export const isDecimal = (text: string | null | undefined): text is DecimalText => text !== null && text !== undefined && isDecimalText(text);

/** What a measurand is read from: where it stands, for what is said about it. */
export interface Subject {
  readonly name: string;
  readonly element: Element;
  readonly findings: Findings;
}

const distributionOf = (stated: DccCellUncertainty): string | null => stated.distribution;

/** u alone is U with k = 1, which is what GUM 6.2.1 makes of it. */
const standard = (value: DecimalText, stated: DccCellUncertainty): Uncertainty =>
  ({ expanded: value, kind: 'absolute', coverageFactor: '1', coverageProbability: null, distribution: distributionOf(stated) });

function fromInterval(cell: DccCell, stated: DccCellUncertainty, value: DecimalText, subject: Subject): Uncertainty {
  const { interval } = stated;
  if (interval && isDecimal(interval.lower) && isDecimal(interval.upper) && isDecimal(cell.text) && !decimal(value).eq(0)) {
    const lower = decimal(interval.lower);
    const upper = decimal(interval.upper);
    const centre = decimal(cell.text);
    if (upper.minus(centre).eq(centre.minus(lower))) {
      const expanded = upper.minus(centre);
      return {
        expanded: plainText(expanded), kind: 'absolute',
        // Twelve digits of U / u: what u was rounded to says far less.
        coverageFactor: plainText(decimal(expanded.div(decimal(value)).toPrecision(12)).plus('0')),
        coverageProbability: isDecimal(stated.coverageProbability) ? stated.coverageProbability : null,
        distribution: distributionOf(stated),
      };
    }
  }
  subject.findings.add('asymmetric-interval', subject.name, subject.element);
  return standard(value, stated);
}

function absolute(cell: DccCell, stated: DccCellUncertainty, subject: Subject): Uncertainty | null {
  const { value } = stated;
  if (!isDecimal(value)) {
    subject.findings.add(value === 'NaN' ? 'not-a-number' : 'unreadable-number', subject.name, subject.element);
    return null;
  }
  if (stated.kind === 'standard') {
    subject.findings.add('standard-uncertainty-only', subject.name, subject.element);
    return standard(value, stated);
  }
  if (stated.kind === 'interval') return fromInterval(cell, stated, value, subject);
  if (!isDecimal(stated.coverageFactor)) {
    subject.findings.add('coverage-factor-missing', subject.name, subject.element);
    return null;
  }
  return {
    expanded: value, kind: 'absolute', coverageFactor: stated.coverageFactor,
    coverageProbability: isDecimal(stated.coverageProbability) ? stated.coverageProbability : null,
    distribution: distributionOf(stated),
  };
}

/** The schema has no place for its coverage factor, save that of an uncertainty stated beside it. */
function relativeOf(cell: DccCell, relative: DccCell, unit: string, subject: Subject): Uncertainty | null {
  if (!isDecimal(relative.text)) return null;
  const coverageFactor = cell.uncertainty?.coverageFactor ?? relative.uncertainty?.coverageFactor ?? null;
  if (!isDecimal(coverageFactor)) {
    subject.findings.add('coverage-factor-missing', subject.name, subject.element);
    return null;
  }
  const expanded = unit.trim() === '\\percent' ? plainText(decimal(relative.text).div(100)) : relative.text;
  return { expanded, kind: 'relative', coverageFactor, coverageProbability: null, distribution: null };
}

/** A value with its unit and uncertainty; U / k is kept as stated. */
export function measurandOf(cell: DccCell, unit: string, relative: DccCell | null, subject: Subject): Measurand {
  const isNumber = isDecimal(cell.text);
  if (!isNumber) subject.findings.add(cell.text === 'NaN' ? 'not-a-number' : 'unreadable-number', subject.name, subject.element);
  const stated = cell.uncertainty && absolute(cell, cell.uncertainty, subject);
  return {
    value: isNumber ? cell.text : null,
    unit,
    uncertainty: stated ?? (relative && relativeOf(cell, relative, relative.unit ?? '\\one', subject)),
  };
}
