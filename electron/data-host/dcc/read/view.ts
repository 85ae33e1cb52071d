import { XMLSerializer } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { DccBlock, DccColumn, DccField, DccSection, DccSectionKind, DccText } from '#shared/domain/calibration/dcc-view.ts';
import type { Stage } from '#shared/domain/calibration/types.ts';
import { isFile } from './embedded.ts';
import type { Quantity, QuantityReader } from './quantity.ts';
import { stageOf, stageOfStatus } from './roles.ts';
import type { Column, TableReader } from './tables.ts';
import type { Texts } from './texts.ts';
import { contactValues, fieldOf, joinFields } from './view-values.ts';
import { all, attributeTokens, elementsOf, first, isNamed, nameOf, namespaces, textOf } from './xml.ts';

/** Elements that are a heading of their own. */
const sectionKinds: Readonly<Record<string, DccSectionKind>> = {
  dccSoftware: 'software', usedSoftware: 'software', installedSoftware: 'software', installedSoftwares: 'software', software: 'software',
  refTypeDefinitions: 'ref-types', refTypeDefinition: 'ref-types', coreData: 'core', items: 'items', item: 'item', subItems: 'sub-items',
  calibrationLaboratory: 'laboratory', respPersons: 'persons', respPerson: 'persons', customer: 'customer', statements: 'statements', statement: 'statement',
  measurementResults: 'results', measurementResult: 'result', result: 'result', usedMethods: 'methods', usedMethod: 'method', method: 'method',
  measuringEquipments: 'equipment', measuringEquipment: 'device', influenceConditions: 'conditions', influenceCondition: 'condition',
  metaData: 'meta-data', list: 'list', comment: 'comment', calibrationLocations: 'conditions',
};

/** Elements that only hold others. */
const transparent = new Set(['data', 'measurementMetaData', 'results', 'identifications', 'contact', 'person', 'administrativeData', 'itemQuantities', 'measuringEquipmentQuantities', 'usedMethodQuantities', 'reportAmendedSubstituted']);
const quantities = new Set(['quantity', 'itemQuantity', 'measuringEquipmentQuantity', 'usedMethodQuantity']);
const contacts = new Set(['contact', 'person', 'customer']);
const asRich = new Set(['text', 'description', 'declaration', 'noQuantity', 'further']);

/** The largest foreign piece that is shown as its source. */
const longestSource = 20_000;

interface Parts {
  readonly blocks: DccBlock[];
  readonly sections: DccSection[];
}

/** Draws the document as it was sent, everything that it says in its own order, for someone who knows no XML. */
export class ViewBuilder {
  readonly #texts: Texts;
  readonly #quantities: QuantityReader;
  readonly #tables: TableReader;
  readonly #fileIndex: ReadonlyMap<Element, number>;

  constructor(texts: Texts, quantityReader: QuantityReader, tables: TableReader, files: readonly Element[]) {
    this.#texts = texts;
    this.#quantities = quantityReader;
    this.#tables = tables;
    this.#fileIndex = new Map(files.map((file, index) => [file, index]));
  }

  build(root: Element): DccSection[] {
    return elementsOf(root).flatMap((child) => {
      if (!isNamed(child, 'dcc', 'administrativeData', 'measurementResults', 'comment', 'document')) return [];
      if (isFile(child)) return [{ kind: 'document', heading: null, ...this.#parts([child], 'only') }];
      if (nameOf(child) === 'administrativeData') return this.#parts(elementsOf(child), 'only').sections;
      return [this.#section(child, 'only')];
    });
  }

  #section(element: Element, outer: Stage): DccSection {
    const kind = sectionKinds[nameOf(element)] ?? 'list';
    const stage = this.#stage(element, outer);
    const heading = this.#texts.of(first(element, 'name'));
    const children = elementsOf(element).filter((child) => !isNamed(child, 'dcc', 'name') || !heading);
    if (kind !== 'customer') return { kind, heading, ...this.#parts(children, stage) };
    const field: DccField = { label: null, term: 'name', values: contactValues(element, this.#texts) };
    return { kind, heading: null, blocks: [{ kind: 'fields', fields: [field] }], sections: [] };
  }

  #stage(element: Element, outer: Stage): Stage {
    return stageOfStatus(textOf(first(element, 'status', 'state'))) ?? stageOf(attributeTokens(element, 'refType'), null)?.stage ?? outer;
  }

  /** Children in their order: leaves become fields, quantities side by side a table, the rest sections. */
  #parts(children: readonly Element[], stage: Stage): Parts {
    const parts: Parts = { blocks: [], sections: [] };
    let fields: DccField[] = [];
    let columns: Element[] = [];
    const flush = () => {
      const joined = joinFields(fields);
      if (joined.length > 0) parts.blocks.push({ kind: 'fields', fields: joined });
      if (columns.length > 0) this.#table(columns, stage, parts);
      fields = [];
      columns = [];
    };
    for (const child of children) {
      const name = nameOf(child);
      if (quantities.has(name) && child.namespaceURI === namespaces.dcc) {
        if (fields.length > 0) flush();
        columns.push(child);
        continue;
      }
      const field = this.#field(child);
      if (field) {
        if (columns.length > 0) flush();
        fields.push(field);
        continue;
      }
      flush();
      this.#part(child, stage, parts);
    }
    flush();
    return { blocks: joinRows(parts.blocks), sections: parts.sections };
  }

  #field(element: Element): DccField | null {
    const name = nameOf(element);
    if (element.namespaceURI !== namespaces.dcc || name in sectionKinds || transparent.has(name) || isFile(element)) return null;
    if (asRich.has(name) && first(element, 'file', 'formula', 'name')) return null;
    if (contacts.has(name)) return null;
    return ['formula', 'xml', 'byteData', 'text'].includes(name) ? null : fieldOf(element, this.#texts);
  }

  #part(child: Element, stage: Stage, parts: Parts): void {
    const name = nameOf(child);
    if (child.namespaceURI === namespaces.signature) return;
    if (child.namespaceURI !== namespaces.dcc) this.#foreign(child, parts);
    else if (isFile(child)) this.#file(child, parts);
    else if (name === 'formula') this.#formula(child, parts);
    else if (name === 'xml') elementsOf(child).forEach((inner) => this.#foreign(inner, parts));
    else if (asRich.has(name)) this.#rich(child, stage, parts);
    else if (contacts.has(name) && name !== 'customer') parts.blocks.push({ kind: 'fields', fields: [{ label: null, term: 'name', values: contactValues(child, this.#texts) }] });
    else if (name === 'list') this.#list(child, stage, parts);
    else if (name in sectionKinds) {
      const section = this.#section(child, stage);
      // Meta data that only refer to what stands elsewhere say nothing of their own.
      if (section.heading || section.blocks.length > 0 || section.sections.length > 0) parts.sections.push(section);
    }
    else {
      // Only holds others; or nothing that any schema knows: shown with what it holds.
      const inner = this.#parts(elementsOf(child), this.#stage(child, stage));
      parts.blocks.push(...inner.blocks);
      parts.sections.push(...inner.sections);
    }
  }

  /** Text with files and formulas in between. */
  #rich(element: Element, stage: Stage, parts: Parts): void {
    const text = this.#texts.of(element);
    const heading = this.#texts.of(first(element, 'name'));
    if (text) parts.blocks.push({ kind: 'text', heading, text });
    else if (heading) parts.blocks.push({ kind: 'text', heading: null, text: heading });
    const rest = elementsOf(element).filter((child) => !isNamed(child, 'dcc', 'name', 'content'));
    const inner = this.#parts(rest, stage);
    parts.blocks.push(...inner.blocks);
    parts.sections.push(...inner.sections);
  }

  /** Under its name; one without a name is no more than what it holds. */
  #list(list: Element, outer: Stage, parts: Parts): void {
    const section = this.#section(list, outer);
    if (section.heading) parts.sections.push(section);
    else {
      parts.blocks.push(...section.blocks);
      parts.sections.push(...section.sections);
    }
  }

  #file(element: Element, parts: Parts): void {
    const index = this.#fileIndex.get(element);
    if (index !== undefined) parts.blocks.push({ kind: 'file', index });
  }

  #formula(element: Element, parts: Parts): void {
    const [latex] = all(element, 'latex');
    const [siunitx] = all(element, 'siunitx');
    const mathml = first(element, 'mathml');
    if (latex) parts.blocks.push({ kind: 'formula', notation: 'latex', source: latex.textContent ?? '' });
    if (siunitx) parts.blocks.push({ kind: 'formula', notation: 'siunitx', source: siunitx.textContent ?? '' });
    if (mathml) parts.blocks.push({ kind: 'formula', notation: 'mathml', source: this.#source(mathml) });
  }

  #foreign(element: Element, parts: Parts): void {
    if (element.namespaceURI === namespaces.si) {
      const columns = this.#quantities.readSi(element, nameOf(element)).map((series) => ({ heading: null, role: null, refTypes: [], unit: series.unit, cells: series.cells }));
      parts.blocks.push({ kind: 'table', heading: null, stage: 'only', rowCount: rowsIn(columns), columns });
    } else parts.blocks.push({ kind: 'foreign', source: this.#source(element) });
  }

  #source(element: Element): string {
    const source = new XMLSerializer().serializeToString(element);
    return source.length > longestSource ? `${source.slice(0, longestSource)}…` : source;
  }

  #table(elements: readonly Element[], stage: Stage, parts: Parts): void {
    const read = elements.map((element) => this.#tables.column(element));
    const columns = read.flatMap((column) => [...columnsOf(column), ...relativeOf(column.quantity)]);
    if (columns.length > 0) parts.blocks.push({ kind: 'table', heading: null, stage, rowCount: rowsIn(columns), columns });
    for (const { quantity, label } of read) this.#aboutQuantity(quantity, label, stage, parts);
  }

  /** What a quantity says besides its values: where it came from, by which method, within which limits. */
  #aboutQuantity(quantity: Quantity, label: string, stage: Stage, parts: Parts): void {
    const rest = elementsOf(quantity.element).filter((child) =>
      isNamed(child, 'dcc', 'description', 'usedMethods', 'usedSoftware', 'measuringEquipments', 'influenceConditions', 'measurementMetaData') ||
      (isNamed(child, 'dcc', 'noQuantity') && first(child, 'file', 'formula') !== null));
    if (rest.length === 0) return;
    const heading: DccText | null = quantity.name ?? (label === '' ? null : { text: label, language: null, isFallback: false });
    const inner = this.#parts(rest, stage);
    if (inner.blocks.length > 0 || inner.sections.length > 0) parts.sections.push({ kind: 'meta-data', heading, ...inner });
  }
}

type TableBlock = Extract<DccBlock, { readonly kind: 'table' }>;

const isRow = (block: DccBlock): block is TableBlock => block.kind === 'table' && block.heading === null && block.columns.every(({ cells }) => cells.length === 1);

const columnKey = ({ heading, role, refTypes, unit }: DccColumn): string => [heading?.text ?? '', role ?? '', refTypes.join(' '), unit ?? ''].join('\u0000');
const rowKey = ({ stage, columns }: TableBlock): string => [stage, ...columns.map(columnKey)].join('\u0001');

function joinColumn(rows: readonly TableBlock[], index: number, column: DccColumn): DccColumn {
  const { heading, role, refTypes, unit } = column;
  return { heading, role, refTypes, unit, cells: rows.flatMap((row) => row.columns[index]?.cells ?? []) };
}

/** Rows that were written as a list each are one table: ten thousand of them are not ten thousand tables. */
function joinRows(blocks: readonly DccBlock[]): DccBlock[] {
  const joined: DccBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (!block) break;
    const rows: TableBlock[] = [];
    if (isRow(block)) {
      const key = rowKey(block);
      for (let next: DccBlock | undefined = block; next && isRow(next) && rowKey(next) === key; next = blocks[at + rows.length]) rows.push(next);
    }
    const [row] = rows;
    joined.push(row && rows.length > 1 ? { ...row, rowCount: rows.length, columns: row.columns.map((column, index) => joinColumn(rows, index, column)) } : block);
    at += Math.max(1, rows.length);
  }
  return joined;
}

const rowsIn = (columns: readonly DccColumn[]): number => Math.max(0, ...columns.map(({ cells }) => cells.length));

/** Values in several units are as many columns. */
const columnsOf = ({ quantity, role }: Column): DccColumn[] =>
  quantity.series.map((series) => ({ heading: quantity.name, role: role?.role ?? null, refTypes: quantity.refTypes, unit: series.unit, cells: series.cells }));

const relativeOf = (quantity: Quantity): DccColumn[] =>
  quantity.relative.length === 0 ? [] : [{ heading: quantity.name, role: null, refTypes: ['relativeUncertainty'], unit: null, cells: quantity.relative }];
