import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import type { Document, Element } from '@xmldom/xmldom';
import { namespaces } from '../read/xml.ts';

const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** An element as it shall stand in the document; `content` is text, or elements in their order. */
export interface XmlNode {
  readonly prefix: 'dcc' | 'si';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
}

/** What may be left out is null, so that a sequence reads like the schema's. */
export type Content = string | readonly (XmlNode | null)[];

function node(prefix: XmlNode['prefix'], name: string, content: Content, attributes: Readonly<Record<string, string>>): XmlNode {
  return { prefix, name, attributes, content: typeof content === 'string' ? content : content.filter((child) => child !== null) };
}

export const dcc = (name: string, content: Content, attributes: Readonly<Record<string, string>> = {}): XmlNode => node('dcc', name, content, attributes);
export const si = (name: string, content: Content): XmlNode => node('si', name, content, {});

/** The element, or nothing where there is nothing to say. */
export const dccText = (name: string, text: string | null): XmlNode | null => (text === null ? null : dcc(name, text));

export const refType = (...names: readonly string[]): { readonly refType: string } => ({ refType: names.join(' ') });

function fill(document: Document, element: Element, from: XmlNode, depth: number): void {
  for (const [name, value] of Object.entries(from.attributes)) element.setAttribute(name, value);
  if (typeof from.content === 'string') {
    if (from.content !== '') element.appendChild(document.createTextNode(from.content));
    return;
  }
  // White space between elements says nothing in this format, and lets people read the file.
  for (const child of from.content) {
    element.appendChild(document.createTextNode(`\n${'  '.repeat(depth + 1)}`));
    const made = document.createElementNS(namespaces[child.prefix], `${child.prefix}:${child.name}`);
    fill(document, made, child, depth + 1);
    element.appendChild(made);
  }
  if (from.content.length > 0) element.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`));
}

/**
 * The document of that root, as UTF-8 text. Characters that XML 1.0 cannot carry throw (`InvalidStateError`): they are to be
 * found before.
 */
export function serialised(root: XmlNode, schemaLocation: string): string {
  const document = new DOMImplementation().createDocument(namespaces[root.prefix], `${root.prefix}:${root.name}`);
  const element = document.documentElement;
  if (element === null) throw new Error('a document without its root');
  element.setAttributeNS(xmlnsNamespace, 'xmlns:si', namespaces.si);
  element.setAttributeNS(xmlnsNamespace, 'xmlns:xsi', xsiNamespace);
  element.setAttributeNS(xsiNamespace, 'xsi:schemaLocation', schemaLocation);
  fill(document, element, root, 0);
  // XML readers turn a bare carriage return into a line feed (XML 1.0, 2.11); the serialiser leaves it bare in text alone.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document, { requireWellFormed: true }).replaceAll('\r', '&#13;')}\n`;
}
