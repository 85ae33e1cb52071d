import type { Element } from '@xmldom/xmldom';
import type { DccCell, DccCellUncertainty, DccText } from '#shared/domain/calibration/dcc-view.ts';
import { attributeTokens, elementsOf, first, firstSi, isNamed, nameOf, namespaces, textOf, tokensOf } from './xml.ts';
import type { Findings } from './findings.ts';
import type { Texts } from './texts.ts';
import { oneForAll, uncertaintyListOf, uncertaintyOf } from './uncertainty.ts';

/** The values of a quantity in one unit. */
export interface Series {
  readonly kind: 'numbers' | 'words' | 'complex';
  /** null: no numbers, or every cell says its own. */
  readonly unit: string | null;
  readonly cells: readonly DccCell[];
}

export interface Quantity {
  readonly element: Element;
  readonly name: DccText | null;
  readonly refTypes: readonly string[];
  /** One; several where the same values are given in several units (`si:hybrid`). */
  readonly series: readonly Series[];
  /** `dcc:relativeUncertainty`, beside or instead of the absolute one: one for all values or one for each. */
  readonly relative: readonly DccCell[];
}

interface Loose {
  readonly text: string;
  readonly unit: string | null;
  readonly label: string | null;
  readonly at: string | null;
  readonly uncertainty: DccCellUncertainty | null;
}

/** Units that are the same for all cells go up to the column. */
function seriesOf(kind: Series['kind'], loose: readonly Loose[]): Series {
  const unit = loose[0]?.unit ?? null;
  const isCommon = loose.every((cell) => cell.unit === unit);
  return { kind, unit: isCommon ? unit : null, cells: isCommon ? loose.map((cell) => ({ ...cell, unit: null })) : loose };
}

const words = (texts: readonly string[]): Series =>
  seriesOf('words', texts.map((text) => ({ text, unit: null, label: null, at: null, uncertainty: null })));

/** An XML list whose unit holds no blanks; some writers leave it empty for numbers without a unit. */
const unitOf = (text: string | null): string => text ?? '\\one';

function realCell(real: Element, listUnit: string | null, listUncertainty: DccCellUncertainty | null, listLabel: string | null = null): Loose {
  return {
    text: textOf(firstSi(real, 'value')) ?? '',
    unit: unitOf(textOf(firstSi(real, 'unit')) ?? listUnit),
    label: textOf(firstSi(real, 'label')) ?? listLabel,
    at: textOf(firstSi(real, 'dateTime')),
    uncertainty: uncertaintyOf(real) ?? listUncertainty,
  };
}

/** `a + b i`, or magnitude and phase, as written. */
function complexText(read: (name: string) => string | undefined): string {
  const real = read('valueReal');
  if (real !== undefined) {
    const imaginary = read('valueImag') ?? '';
    return imaginary.startsWith('-') ? `${real} − ${imaginary.slice(1)} i` : `${real} + ${imaginary.replace(/^\+/u, '')} i`;
  }
  return `${read('valueMagnitude') ?? ''} ∠ ${read('valuePhase') ?? ''} ${read('unitPhase') ?? ''}`.trim();
}

function complexCell(complex: Element, list: Element | null): Loose {
  const read = (name: string) =>
    textOf(firstSi(complex, name)) ?? (name === 'unitPhase' && list ? textOf(firstSi(list, 'listUnitPhase')) : null) ?? undefined;
  return {
    text: complexText(read),
    unit: unitOf(textOf(firstSi(complex, 'unit')) ?? (list ? textOf(firstSi(list, 'listUnit')) : null)),
    label: textOf(firstSi(complex, 'label')), at: textOf(firstSi(complex, 'dateTime')), uncertainty: null,
  };
}

/** Reads `dcc:quantity` and its like: whatever D-SI 1.3–2.2 can put into one. */
export class QuantityReader {
  readonly #texts: Texts;
  readonly #findings: Findings;

  constructor(texts: Texts, findings: Findings) {
    this.#texts = texts;
    this.#findings = findings;
  }

  read(element: Element): Quantity {
    const name = this.#texts.of(first(element, 'name'));
    const subject = name?.text ?? element.getAttribute('refType') ?? nameOf(element);
    const content = elementsOf(element).find((child) => child.namespaceURI === namespaces.si || isNamed(child, 'dcc', 'noQuantity', 'charsXMLList'));
    const relative = first(element, 'relativeUncertainty');
    return {
      element, name,
      refTypes: attributeTokens(element, 'refType'),
      series: content ? this.#alternatives(content, subject) : [words([])],
      relative: relative ? this.#relative(relative, subject) : [],
    };
  }

  /** The values of an `si:` element, as a column. */
  readSi(element: Element, subject: string): readonly Series[] {
    return this.#alternatives(element, subject);
  }

  #relative(element: Element, subject: string): readonly DccCell[] {
    const single = first(element, 'relativeUncertaintySingle');
    const list = first(element, 'relativeUncertaintyXmlList');
    if (single) return [realCell(single, null, null)];
    return list ? this.#xmlList(list, subject) : [];
  }

  #alternatives(content: Element, subject: string): readonly Series[] {
    if (isNamed(content, 'si', 'hybrid')) return elementsOf(content).map((child) => this.#series(child, subject));
    return [this.#series(content, subject)];
  }

  #series(content: Element, subject: string): Series {
    switch (nameOf(content)) {
      case 'noQuantity': {
        const text = this.#texts.ofAny(content)?.text;
        return words(text === undefined ? [] : [text]);
      }
      case 'charsXMLList': return words(tokensOf(content));
      case 'real': case 'constant': return seriesOf('numbers', [realCell(content, null, null)]);
      case 'realListXMLList': return seriesOf('numbers', this.#xmlList(content, subject));
      case 'realList': return seriesOf('numbers', this.#reals(content));
      case 'list': return this.#list(content, subject);
      case 'complex': return seriesOf('complex', [complexCell(content, null)]);
      case 'complexList': return seriesOf('complex', elementsOf(content).filter((child) => isNamed(child, 'si', 'complex')).map((child) => complexCell(child, content)));
      case 'complexListXMLList': return seriesOf('complex', this.#complexXmlList(content));
      default:
        this.#findings.add('unknown-element', nameOf(content), content);
        return words([]);
    }
  }

  #reals(list: Element): Loose[] {
    const unit = textOf(firstSi(list, 'listUnit'));
    const uncertainty = uncertaintyOf(list);
    const label = textOf(firstSi(list, 'label'));
    return elementsOf(list).filter((child) => isNamed(child, 'si', 'real')).map((child) => realCell(child, unit, uncertainty, label));
  }

  /** D-SI 1.3 keeps reals in `list`, later ones keep lists in it. */
  #list(list: Element, subject: string): Series {
    if (firstSi(list, 'real')) return seriesOf('numbers', this.#reals(list));
    if (firstSi(list, 'complex')) return seriesOf('complex', elementsOf(list).filter((child) => isNamed(child, 'si', 'complex')).map((child) => complexCell(child, list)));
    const inner = elementsOf(list).filter((child) => isNamed(child, 'si', 'realList', 'realListXMLList', 'complexList', 'complexListXMLList', 'list'));
    const series = inner.map((child) => this.#series(child, subject));
    if (series.length > 1) this.#findings.add('nested-list-flattened', subject, list);
    const kind = series.every((each) => each.kind === 'numbers') ? 'numbers' : 'complex';
    return seriesOf(kind, series.flatMap((each) => each.cells.map((cell) => ({ ...cell, unit: cell.unit ?? each.unit }))));
  }

  #xmlList(list: Element, subject: string): Loose[] {
    const values = tokensOf(firstSi(list, 'valueXMLList'));
    const units = tokensOf(firstSi(list, 'unitXMLList'));
    const labels = tokensOf(firstSi(list, 'labelXMLList'));
    const instants = tokensOf(firstSi(list, 'dateTimeXMLList'));
    const uncertainties = uncertaintyListOf(list);
    for (const length of [units.length, labels.length, instants.length, uncertainties?.length ?? 0]) {
      if (length > 1 && length !== values.length) this.#findings.add('columns-of-unequal-length', subject, list);
    }
    return values.map((text, index) => ({
      text,
      unit: unitOf(oneForAll(units, index) ?? null),
      label: oneForAll(labels, index) ?? null,
      at: oneForAll(instants, index) ?? null,
      uncertainty: uncertainties?.at(index) ?? null,
    }));
  }

  #complexXmlList(list: Element): Loose[] {
    const names = ['valueReal', 'valueImag', 'valueMagnitude', 'valuePhase', 'unit', 'unitPhase', 'label', 'dateTime'] as const;
    const columns = new Map<string, readonly string[]>(names.map((name) => [name, tokensOf(firstSi(list, `${name}XMLList`))]));
    const length = Math.max(columns.get('valueReal')?.length ?? 0, columns.get('valueMagnitude')?.length ?? 0);
    return Array.from({ length }, (_, index) => {
      const read = (name: string) => oneForAll(columns.get(name) ?? [], index);
      return { text: complexText(read), unit: unitOf(read('unit') ?? null), label: read('label') ?? null, at: read('dateTime') ?? null, uncertainty: null };
    });
  }
}
