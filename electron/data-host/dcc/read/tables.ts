import type { Element } from '@xmldom/xmldom';
import type { DccColumnRole, DccText } from '#shared/domain/calibration/dcc-view.ts';
import { hasRefType } from '../ref-types.ts';
import type { Findings } from './findings.ts';
import type { Quantity, QuantityReader } from './quantity.ts';
import { roleOf, stageOf, stageOfStatus } from './roles.ts';
import type { FoundOrLeft, Role } from './roles.ts';
import type { Texts } from './texts.ts';
import { all, attributeTokens, down, first, nameOf, textOf, tokensOf } from './xml.ts';

export interface Column {
  readonly quantity: Quantity;
  readonly role: Role | null;
  /** What it is called, for people. */
  readonly label: string;
}

/** Limits and verdicts that stand in the meta data of a quantity, a list or a result. */
export interface LimitStatement {
  /** Of what it is said; null: of the whole table. */
  readonly owner: DccColumnRole | null;
  readonly columns: readonly Column[];
  readonly conformity: readonly string[];
  readonly element: Element;
}

export interface Table {
  readonly element: Element;
  readonly heading: DccText | null;
  readonly group: string | null;
  /** Names of the lists that single rows stood in, where each had its own. */
  readonly rowLabels: readonly (string | null)[];
  readonly stage: FoundOrLeft | null;
  readonly columns: readonly Column[];
  readonly limits: readonly LimitStatement[];
  /** IDs that the table, or what it stands in, refers to. */
  readonly refersTo: readonly string[];
  readonly isExternal: boolean;
  /** Other lists stand in it: its own quantities are said of all of them. */
  readonly hasInnerTables: boolean;
}

/** What holds for everything below. */
interface Around {
  readonly group: string | null;
  readonly label: string | null;
  readonly stage: FoundOrLeft | null;
  readonly limits: readonly LimitStatement[];
  readonly refersTo: readonly string[];
  readonly isExternal: boolean;
  readonly shared: readonly Column[];
}

const conditionsOf = (element: Element): Element[] => all(first(element, 'influenceConditions'), 'influenceCondition');

/** The state in which something was measured, where its influence conditions name one alone. */
function onlyStatus(conditions: readonly Element[]): FoundOrLeft | null {
  const stages = new Set(conditions.map((condition) => stageOfStatus(textOf(first(condition, 'status', 'state')))));
  const [only] = stages;
  return stages.size === 1 ? (only ?? null) : null;
}

const isScalar = (column: Column): boolean => (column.quantity.series[0]?.cells.length ?? 0) === 1;

const limitRoles = new Set<DccColumnRole>(['tolerance-lower', 'tolerance-upper', 'acceptance-lower', 'acceptance-upper']);
export const isLimit = (role: DccColumnRole | undefined): boolean => role !== undefined && limitRoles.has(role);

export class TableReader {
  readonly #quantities: QuantityReader;
  readonly #texts: Texts;
  readonly #findings: Findings;

  constructor(quantities: QuantityReader, texts: Texts, findings: Findings) {
    this.#quantities = quantities;
    this.#texts = texts;
    this.#findings = findings;
  }

  /** All tables of measured values of the document, in its order; those of conditions before an adjustment first. */
  read(root: Element): Table[] {
    const container = first(root, 'measurementResults');
    const whole = this.#around({ group: null, label: null, stage: null, limits: [], refersTo: [], isExternal: false, shared: [] }, container, null);
    return all(container, 'measurementResult').flatMap((result) => this.#measurementResult(result, whole));
  }

  /** The values of an influence condition that are a table of results: what the instrument showed before it was adjusted. */
  isResults(condition: Element): boolean {
    return this.#stageOfCondition(condition) !== null && this.#conditionTables(condition, emptyAround).some((table) => hasMeasurements(table));
  }

  column(quantity: Element): Column {
    const read = this.#quantities.read(quantity);
    const role = roleOf(read.refTypes, this.#allNames(quantity));
    return { quantity: read, role, label: labelOf(read) };
  }

  limitsOf(element: Element, owner: DccColumnRole | null): LimitStatement[] {
    return all(first(element, 'measurementMetaData'), 'metaData').flatMap((metaData) => {
      const columns = this.#quantitiesBelow(first(metaData, 'data')).map((quantity) => this.column(quantity)).filter(({ role }) => isLimit(role?.role));
      const conformity = tokensOf(first(metaData, 'conformity', 'conformityXMLList'));
      return columns.length > 0 || conformity.length > 0 ? [{ owner, columns, conformity, element: metaData }] : [];
    });
  }

  #measurementResult(result: Element, outer: Around): Table[] {
    const around = this.#around(outer, result, null);
    const conditions = conditionsOf(result);
    const before = conditions.filter((condition) => this.isResults(condition));
    const tables = before.flatMap((condition) => this.#conditionTables(condition, around));
    const said = onlyStatus(conditions.filter((condition) => !before.includes(condition)));
    // Where the state before stands among the conditions, the results are those after.
    const other = tables.length > 0 && tables.every(({ stage }) => stage === 'as-found') ? 'as-left' : null;
    const stage = around.stage ?? said ?? other;
    const results = all(first(result, 'results'), 'result');
    return [...tables, ...results.flatMap((each) => this.#result(each, { ...around, stage }))];
  }

  #result(result: Element, outer: Around): Table[] {
    const name = this.#texts.plain(first(result, 'name'));
    const around = this.#around({ ...outer, group: name ?? outer.group }, result, this.#allNames(result));
    return this.#below(first(result, 'data'), around);
  }

  #conditionTables(condition: Element, outer: Around): Table[] {
    const around = this.#around({ ...outer, group: this.#texts.plain(first(condition, 'name')), stage: this.#stageOfCondition(condition) }, condition, null);
    return this.#below(first(condition, 'data'), around);
  }

  #stageOfCondition(condition: Element): FoundOrLeft | null {
    return stageOfStatus(textOf(first(condition, 'status', 'state'))) ?? stageOf(attributeTokens(condition, 'refType'), null)?.stage ?? null;
  }

  #around(outer: Around, element: Element | null, name: string | null): Around {
    if (!element) return outer;
    const refTypes = attributeTokens(element, 'refType');
    const said = stageOf(refTypes, name);
    if (said?.by === 'name') this.#findings.add('stage-by-name', this.#texts.plain(first(element, 'name')) ?? nameOf(element), element);
    const refersTo = attributeTokens(element, 'refId');
    return {
      ...outer,
      stage: said?.stage ?? (nameOf(element) === 'list' ? onlyStatus(conditionsOf(element)) : null) ?? outer.stage,
      limits: [...outer.limits, ...this.limitsOf(element, null)],
      refersTo: refersTo.length > 0 ? refersTo : outer.refersTo,
      isExternal: outer.isExternal || hasRefType(refTypes, 'externalProvider'),
    };
  }

  /** `dcc:data` and `dcc:list`: quantities side by side are the columns of a table. */
  #below(element: Element | null, outer: Around): Table[] {
    if (!element) return [];
    const around = nameOf(element) === 'list' ? this.#around(outer, element, this.#allNames(element)) : outer;
    const heading = nameOf(element) === 'list' ? this.#texts.of(first(element, 'name')) : null;
    const lists = all(element, 'list');
    const own = all(element, 'quantity').map((quantity) => this.column(quantity));
    const roles = new Set(own.map(({ role }) => role?.role));
    const columns = [...around.shared.filter(({ role }) => role !== null && !roles.has(role.role)), ...own];
    const label = heading ? [around.label, heading.text].filter((part) => part !== null).join(' · ') : around.label;
    const tables: Table[] = own.length === 0 ? [] : [{
      element, heading, columns, group: around.group, rowLabels: [label], stage: around.stage,
      limits: [...around.limits, ...own.flatMap((column) => this.limitsOf(column.quantity.element, column.role?.role ?? null))],
      refersTo: own.flatMap((column) => attributeTokens(column.quantity.element, 'refId')).concat(around.refersTo),
      isExternal: around.isExternal, hasInnerTables: lists.length > 0,
    }];
    const inner = lists.flatMap((list) => this.#below(list, { ...around, label, shared: columns.filter(isScalar) }));
    return [...tables, ...mergeRows(inner)];
  }

  #quantitiesBelow(element: Element | null): Element[] {
    return [...all(element, 'quantity'), ...all(element, 'list').flatMap((list) => this.#quantitiesBelow(list))];
  }

  /** Its name in all languages: a role is known by any of them. */
  #allNames(element: Element): string | null {
    const contents = all(down(element, 'name'), 'content').map((content) => content.textContent ?? '');
    return contents.length > 0 ? contents.join('\n') : null;
  }
}

/** What a column is called in one line: its name, what its only value is labelled, its refTypes. */
function labelOf({ name, series, refTypes }: Quantity): string {
  const cells = series[0]?.cells ?? [];
  return name?.text.replaceAll(/\s*\n\s*/gu, ', ') ?? (cells.length === 1 ? cells[0]?.label : null) ?? refTypes.join(' ');
}

const emptyAround: Around = { group: null, label: null, stage: null, limits: [], refersTo: [], isExternal: false, shared: [] };

const hasMeasurements = (table: Table): boolean =>
  table.columns.some(({ role }) => role?.by === 'ref-type' && (role.role === 'measured' || role.role === 'error'));

const columnSignature = (column: Column): string =>
  [column.role?.role ?? '', column.quantity.refTypes.join(' '), column.label, column.quantity.series.map(({ kind }) => kind).join(' '), column.quantity.relative.length].join('\u0000');

const limitSignature = (limit: LimitStatement): string =>
  [limit.owner ?? '', limit.conformity.length, ...limit.columns.map((column) => `${columnSignature(column)}${String(isScalar(column))}`)].join('\u0001');

/** The same columns, one value in each: rows of one table that were written as a list each. */
function rowSignature(table: Table): string | null {
  if (table.hasInnerTables || table.columns.some((column) => !isScalar(column))) return null;
  return [
    table.group ?? '', table.stage ?? '', table.refersTo.join(' '), String(table.isExternal),
    ...table.columns.map(columnSignature), ...table.limits.map(limitSignature),
  ].join('\u0002');
}

function joinColumns(columns: readonly Column[]): Column {
  const [head] = columns;
  if (!head) throw new RangeError('a table has columns');
  const series = head.quantity.series.map((one, index) => {
    const parts = columns.map((column) => column.quantity.series[index] ?? one);
    const cells = parts.flatMap((part) => part.cells.map((cell) => ({ ...cell, unit: cell.unit ?? part.unit })));
    const unit = cells[0]?.unit ?? null;
    const isCommon = cells.every((cell) => cell.unit === unit);
    return { kind: one.kind, unit: isCommon ? unit : null, cells: isCommon ? cells.map((cell) => ({ ...cell, unit: null })) : cells };
  });
  return { ...head, quantity: { ...head.quantity, series, relative: columns.flatMap((column) => column.quantity.relative) } };
}

const transposed = <T>(rows: readonly (readonly T[])[]): T[][] => (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));

function mergeRows(tables: readonly Table[]): Table[] {
  const merged: Table[] = [];
  for (let at = 0; at < tables.length;) {
    const table = tables[at];
    if (!table) break;
    const signature = rowSignature(table);
    let end = at + 1;
    if (signature !== null) while (end < tables.length && rowSignature(tables[end] ?? table) === signature) end += 1;
    const rows = tables.slice(at, end);
    merged.push(rows.length === 1 ? table : {
      ...table,
      heading: null,
      rowLabels: rows.flatMap((row) => row.rowLabels),
      columns: transposed(rows.map((row) => row.columns)).map(joinColumns),
      limits: transposed(rows.map((row) => row.limits)).map((limits) => ({
        owner: limits[0]?.owner ?? null, element: limits[0]?.element ?? table.element,
        conformity: limits.flatMap((limit) => limit.conformity),
        columns: transposed(limits.map((limit) => limit.columns)).map(joinColumns),
      })),
    });
    at = end;
  }
  return merged;
}
