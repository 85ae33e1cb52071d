import type { Element } from '@xmldom/xmldom';
import type { DccEmbedded } from '../types.ts';
import type { Findings } from './findings.ts';
import type { Parsed } from './parse.ts';
import { base64Size } from './scan.ts';
import { elementsOf, first, isNamed, textOf } from './xml.ts';

/** Larger ones are named, not taken over. */
export const maxEmbeddedBytes = 50 * 1024 * 1024;

/** The base64 of an embedded file: in the tree, or set aside when the text was scanned. */
function contentOf(file: Element, { cuts, markerOf, wholeText }: Parsed): { readonly sizeBytes: number | null; readonly read: () => string } {
  // 2.x calls it data.
  const text = textOf(first(file, 'dataBase64', 'data')) ?? '';
  const index = cuts.findIndex((_, at) => markerOf(at) === text);
  const cut = cuts[index];
  return cut ? { sizeBytes: cut.sizeBytes, read: () => wholeText.slice(cut.start, cut.end) } : { sizeBytes: base64Size(text), read: () => text };
}

/** Everything of the shape of `dcc:byteDataType`, whatever its name: byteData, file, document, descriptionData. */
export const isFile = (element: Element): boolean => isNamed(element, 'dcc', 'byteData', 'file', 'document', 'descriptionData') && first(element, 'fileName', 'mimeType', 'dataBase64') !== null;

/** Embedded files in document order. Walks the tree without recursion: its depth is the sender's. */
export function filesOf(root: Element): Element[] {
  const found: Element[] = [];
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (isFile(element)) found.push(element);
    else waiting.push(...elementsOf(element).toReversed());
  }
  return found;
}

const describe = (file: Element, parsed: Parsed): DccEmbedded => {
  const { sizeBytes } = contentOf(file, parsed);
  return {
    name: textOf(first(file, 'fileName')) ?? '',
    mediaType: textOf(first(file, 'mimeType')) ?? 'application/octet-stream',
    sizeBytes: sizeBytes ?? 0,
    isReadable: sizeBytes !== null && sizeBytes <= maxEmbeddedBytes,
  };
};

export function embeddedOf(files: readonly Element[], parsed: Parsed, findings: Findings): DccEmbedded[] {
  return files.map((file) => {
    const embedded = describe(file, parsed);
    if (contentOf(file, parsed).sizeBytes === null) findings.add('invalid-base64', embedded.name, file);
    else if (!embedded.isReadable) findings.add('embedded-too-large', embedded.name, file);
    return embedded;
  });
}

export interface EmbeddedContent extends DccEmbedded {
  readonly bytes: Uint8Array;
}

/** The bytes of one of them; null: there is no such file, or it cannot be read. */
export function readEmbedded(parsed: Parsed, index: number): EmbeddedContent | null {
  const file = filesOf(parsed.root)[index];
  if (!file) return null;
  const embedded = describe(file, parsed);
  return embedded.isReadable ? { ...embedded, bytes: Buffer.from(contentOf(file, parsed).read(), 'base64') } : null;
}
