import type { Element } from '@xmldom/xmldom';
import type { InfluenceCondition, StandardUsed } from '#shared/domain/calibration/types.ts';
import { hasRefType, refTypes } from '../ref-types.ts';
import { cellOf } from './alternatives.ts';
import type { Findings } from './findings.ts';
import { measurandOf } from './measurand.ts';
import { descendants, identificationsOf, serialOf } from './parties.ts';
import type { QuantityReader } from './quantity.ts';
import { stageOfStatus } from './roles.ts';
import type { Texts } from './texts.ts';
import { oneForAll } from './uncertainty.ts';
import { all, attributeTokens, down, first, textOf } from './xml.ts';

const stages = { 'as-found': 'before-adjustment', 'as-left': 'after-adjustment' } as const;

interface Named {
  readonly quantity: Element;
  readonly names: readonly string[];
}

/** Quantities of a condition with the names of the lists that they stand in. */
function quantitiesOf(parent: Element | null, names: readonly string[], texts: Texts): Named[] {
  const own = all(parent, 'quantity').map((quantity) => {
    const name = texts.plain(first(quantity, 'name'));
    return { quantity, names: name === null ? names : [...names, name] };
  });
  return [...own, ...all(parent, 'list').flatMap((list) => {
    const name = texts.plain(first(list, 'name'));
    return quantitiesOf(list, name === null ? names : [...names, name], texts);
  })];
}

export class ConditionReader {
  readonly #quantities: QuantityReader;
  readonly #texts: Texts;
  readonly #findings: Findings;

  constructor(quantities: QuantityReader, texts: Texts, findings: Findings) {
    this.#quantities = quantities;
    this.#texts = texts;
    this.#findings = findings;
  }

  /** Every influence condition; `isResults`: those that are a table of results and are read as such. */
  read(root: Element, isResults: (condition: Element) => boolean): InfluenceCondition[] {
    return descendants(first(root, 'measurementResults'), 'influenceCondition').filter((condition) => !isResults(condition)).flatMap((condition) => this.#condition(condition));
  }

  #condition(condition: Element): InfluenceCondition[] {
    const texts = this.#texts;
    const name = texts.plain(first(condition, 'name')) ?? '';
    const status = stageOfStatus(textOf(first(condition, 'status', 'state')));
    const stage = status && stages[status];
    const description = texts.plain(...all(condition, 'description'));
    const data = first(condition, 'data');
    const said = all(data, 'text').map((text) => texts.plain(text)).filter((text) => text !== null);
    const text = [description, ...said].filter((part) => part !== null).join('\n') || null;
    const quantities = quantitiesOf(data, [name], texts);
    if (quantities.length === 0) return [{ name, stage, value: null, unit: null, uncertainty: null, text }];
    return quantities.flatMap(({ quantity, names }) => this.#quantity(quantity, names.filter((part) => part !== '').join(' · '), stage, text));
  }

  #quantity(element: Element, name: string, stage: InfluenceCondition['stage'], text: string | null): InfluenceCondition[] {
    const quantity = this.#quantities.read(element);
    const [series] = quantity.series;
    if (series?.kind !== 'numbers') {
      const words = series?.cells.map((cell) => cell.text).join(' ') ?? '';
      return [{ name, stage, value: null, unit: series?.unit ?? null, uncertainty: null, text: [words, text].filter((part) => part !== null && part !== '').join('\n') || null }];
    }
    const said = new Map<string, InfluenceCondition>();
    for (const row of series.cells.keys()) {
      const cell = cellOf(quantity, series, row);
      if (!cell) continue;
      const { value, unit, uncertainty } = measurandOf(cell, cell.unit, oneForAll(quantity.relative, row) ?? null, { name, element, findings: this.#findings });
      // One that is stated for every point, and was the same at all of them, is one condition.
      said.set(JSON.stringify([value, unit, uncertainty]), { name, stage, value, unit, uncertainty, text });
    }
    return [...said.values()];
  }
}

/** Standards and other equipment used, wherever in the results they are named. */
export const standardsOf = (root: Element, texts: Texts, findings: Findings): StandardUsed[] =>
  descendants(first(root, 'measurementResults'), 'measuringEquipment').map((equipment) => {
    const identifications = identificationsOf(equipment, texts);
    const numbered = identifications.find(({ element }) => hasRefType(attributeTokens(element, 'refType'), refTypes.certificateNumber));
    return {
      name: texts.plain(first(equipment, 'name')) ?? '',
      manufacturer: texts.plain(down(equipment, 'manufacturer', 'name')),
      model: textOf(first(equipment, 'model')),
      serial: serialOf(identifications.filter((each) => each !== numbered), findings)?.value ?? null,
      // `certificate` wants a checksum of the certificate, which few laboratories have: they give its number alone.
      certificateNumber: textOf(down(equipment, 'certificate', 'referralID') ?? down(equipment, 'certificate', 'referenceID')) ?? numbered?.value ?? null,
      dueOn: null,
    };
  });
