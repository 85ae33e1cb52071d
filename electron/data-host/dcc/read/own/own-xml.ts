import type { Element } from '@xmldom/xmldom';
import { isDecimal } from '#shared/domain/calibration/decimal.ts';
import type { DecimalText, Uncertainty, Verdict } from '#shared/domain/calibration/types.ts';
import { all, attributeTokens, dayOf, first, firstSi, textOf } from '../xml.ts';

/** The file says to be ours and is not as we write it: it is read as anyone's. */
export class Unlike extends Error {}

export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Unlike(what);
  return value;
}

export const marked = (element: Element, refType: string): boolean => attributeTokens(element, 'refType').includes(refType);

export const firstMarked = (elements: readonly Element[], refType: string): Element | null => elements.find((element) => marked(element, refType)) ?? null;

/** The text of an element that holds one `content`: what the certificate says, in its own language. */
export const saidIn = (element: Element | null): string | null => textOf(first(element, 'content'));

export const required = (element: Element | null, what: string): string => found(textOf(element), what);
export const requiredSaid = (element: Element | null, what: string): string => found(saidIn(element), what);
export const requiredDay = (element: Element | null, what: string): string => found(dayOf(element), what);

/** A number as written; null where the file says that it is none. */
export function decimalOf(text: string | null | undefined): DecimalText | null {
  const stated = found(text, 'a number');
  if (stated === 'NaN') return null;
  if (!isDecimal(stated)) throw new Unlike(stated);
  return stated;
}

export const wholeDecimalOf = (text: string | null | undefined): DecimalText => found(decimalOf(text), 'a number');

const verdicts: Readonly<Record<string, Verdict>> = {
  pass: 'pass', conditionalPass: 'conditional-pass', conditionalFail: 'conditional-fail', fail: 'fail',
  'conditional-pass': 'conditional-pass', 'conditional-fail': 'conditional-fail',
  conform: 'conform', nonconform: 'nonconform', indeterminate: 'indeterminate', 'not-judged': 'not-judged',
};

/** A verdict in DCC's word or in that of its decision rule. */
export const verdictOfWord = (word: string): Verdict => found(verdicts[word], word);

export interface RealStated {
  readonly value: DecimalText | null;
  readonly unit: string;
  readonly uncertainty: Uncertainty | null;
}

/** `si:real` of a quantity, with the relative uncertainty that may stand beside it. */
export function realOf(quantity: Element, isStatedRelative: boolean): RealStated {
  const real = found(firstSi(quantity, 'real'), 'si:real');
  const expanded = firstSi(firstSi(real, 'measurementUncertaintyUnivariate'), 'expandedMU');
  const relative = first(first(quantity, 'relativeUncertainty'), 'relativeUncertaintySingle');
  return {
    value: decimalOf(textOf(firstSi(real, 'value'))),
    unit: required(firstSi(real, 'unit'), 'si:unit'),
    uncertainty: expanded && {
      expanded: wholeDecimalOf(textOf(isStatedRelative ? firstSi(relative, 'value') : firstSi(expanded, 'valueExpandedMU'))),
      kind: isStatedRelative ? 'relative' : 'absolute',
      coverageFactor: wholeDecimalOf(textOf(firstSi(expanded, 'coverageFactor'))),
      coverageProbability: decimalOf(textOf(firstSi(expanded, 'coverageProbability'))),
      distribution: textOf(firstSi(expanded, 'distribution')),
    },
  };
}

export const metaDataOf = (element: Element): Element[] => all(first(element, 'measurementMetaData'), 'metaData');
