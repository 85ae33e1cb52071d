import type { Element, Node } from '@xmldom/xmldom';
import { parseIsoDay } from '#shared/domain/calendar/index.ts';

export const namespaces = {
  dcc: 'https://ptb.de/dcc',
  si: 'https://ptb.de/si',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

export type Vocabulary = keyof typeof namespaces;

export const isElement = (node: Node | null): node is Element => node !== null && node.nodeType === 1;

/** Child elements in document order. */
export function elementsOf(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

export const nameOf = (element: Element): string => element.localName ?? '';

export const isNamed = (element: Element, vocabulary: Vocabulary, ...names: readonly string[]): boolean =>
  element.namespaceURI === namespaces[vocabulary] && names.includes(nameOf(element));

/** Children of DCC's namespace that bear one of the names. Prefixes never count. */
export const all = (parent: Element | null, ...names: readonly string[]): Element[] =>
  parent ? elementsOf(parent).filter((child) => isNamed(child, 'dcc', ...names)) : [];

export const first = (parent: Element | null, ...names: readonly string[]): Element | null => all(parent, ...names)[0] ?? null;

/** The first child down a path of names. */
export const down = (parent: Element | null, ...path: readonly string[]): Element | null =>
  path.reduce<Element | null>((element, name) => first(element, name), parent);

export const allSi = (parent: Element, ...names: readonly string[]): Element[] =>
  elementsOf(parent).filter((child) => isNamed(child, 'si', ...names));

export const firstSi = (parent: Element | null, ...names: readonly string[]): Element | null =>
  (parent ? allSi(parent, ...names)[0] : undefined) ?? null;

/** Text of an element without white space at its ends; null where there is none of either. */
export function textOf(element: Element | null): string | null {
  const text = element?.textContent?.trim() ?? '';
  return text === '' ? null : text;
}

/** Tokens of an xs:list. */
export const tokensOf = (element: Element | null): string[] => textOf(element)?.split(/\s+/u) ?? [];

export function attributeTokens(element: Element, name: string): string[] {
  const text = element.getAttribute(name)?.trim() ?? '';
  return text === '' ? [] : text.split(/\s+/u);
}

export const lineOf = (element: Element): number | null => element.lineNumber ?? null;

/** xs:boolean; null where it is neither. */
export function booleanOf(element: Element | null): boolean | null {
  const text = textOf(element);
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : null;
}

/** xs:date without its time zone; null where it is no day. */
export function dayOf(element: Element | null): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/u.exec(textOf(element) ?? '')?.[1];
  return day !== undefined && parseIsoDay(day) !== null ? day : null;
}
