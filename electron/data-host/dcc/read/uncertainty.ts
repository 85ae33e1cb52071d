import type { Element } from '@xmldom/xmldom';
import type { DccCellUncertainty } from '#shared/domain/calibration/dcc-view.ts';
import { elementsOf, firstSi, isNamed, nameOf, textOf, tokensOf } from './xml.ts';

/** Where D-SI 1.3–2.2 put what a value is uncertain by. `…Univaraite` is how the schema itself spells it in lists. */
const holders = [
  'measurementUncertaintyUnivariate', 'measurementUncertaintyUnivaraite', 'listMeasurementUncertaintyUnivariate', 'listUnivariateUnc',
  'measurementUncertaintyUnivariateXMLList',
];

const kinds: Readonly<Record<string, 'expanded' | 'standard' | 'interval'>> = {
  expandedUnc: 'expanded', expandedMU: 'expanded', expandedUncXMLList: 'expanded', expandedMUXMLList: 'expanded',
  standardMU: 'standard', standardMUXMLList: 'standard',
  coverageInterval: 'interval', coverageIntervalMU: 'interval', coverageIntervalXMLList: 'interval', coverageIntervalMUXMLList: 'interval',
};

const parts = {
  value: ['uncertainty', 'valueExpandedMU', 'valueStandardMU', 'standardUnc'],
  coverageFactor: ['coverageFactor'],
  coverageProbability: ['coverageProbability'],
  distribution: ['distribution'],
  lower: ['intervalMin'],
  upper: ['intervalMax'],
} as const;

type Part = keyof typeof parts;

/** The statement of uncertainty below a value or a list of values. */
function statementOf(value: Element): Element | null {
  const holder = elementsOf(value).find((child) => isNamed(child, 'si', ...holders));
  return firstSi(holder ?? value, ...Object.keys(kinds));
}

const partOf = (statement: Element, part: Part, suffix: string): Element | null =>
  firstSi(statement, ...parts[part].map((name) => `${name}${suffix}`));

type PartReader = (part: Part) => string | null;

function assemble(kind: DccCellUncertainty['kind'], read: PartReader): DccCellUncertainty | null {
  const value = read('value');
  if (value === null) return null;
  const lower = read('lower');
  const upper = read('upper');
  return {
    kind, value,
    coverageFactor: read('coverageFactor'),
    coverageProbability: read('coverageProbability'),
    distribution: read('distribution'),
    interval: lower !== null && upper !== null ? { lower, upper } : null,
  };
}

/** Of one `si:real`, `si:constant` or of all values of an `si:realList`. */
export function uncertaintyOf(value: Element): DccCellUncertainty | null {
  const statement = statementOf(value);
  if (statement) return assemble(kinds[nameOf(statement)] ?? 'expanded', (part) => textOf(partOf(statement, part, '')));
  // A constant states its standard uncertainty beside its value (D-SI: `uncertainty`, since 2.2 `valueStandardMU`).
  if (!isNamed(value, 'si', 'constant')) return null;
  const plain = firstSi(value, 'valueStandardMU', 'uncertainty');
  return plain ? assemble('standard', (part) => (part === 'value' ? textOf(plain) : part === 'distribution' ? textOf(firstSi(value, 'distribution')) : null)) : null;
}

export interface UncertaintyList {
  /** How many are stated: 1 stands for all. */
  readonly length: number;
  readonly at: (index: number) => DccCellUncertainty | null;
}

/** One of a list of one or as many as there are values. */
export const oneForAll = <T>(list: readonly T[], index: number): T | undefined => (list.length === 1 ? list[0] : list[index]);

/** Of `si:realListXMLList`, where every part is one for all values or one for each. */
export function uncertaintyListOf(values: Element): UncertaintyList | null {
  const statement = statementOf(values);
  if (!statement) return null;
  const kind = kinds[nameOf(statement)] ?? 'expanded';
  const lists = new Map<Part, readonly string[]>();
  let length = 0;
  for (const part of ['value', 'coverageFactor', 'coverageProbability', 'distribution', 'lower', 'upper'] as const) {
    const tokens = tokensOf(partOf(statement, part, 'XMLList'));
    lists.set(part, tokens);
    length = Math.max(length, tokens.length);
  }
  return { length, at: (index) => assemble(kind, (part) => oneForAll(lists.get(part) ?? [], index) ?? null) };
}
