import { DOMParser, ParseError } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { DccRefusal } from '../types.ts';
import { decodeXml } from './decode.ts';
import { scanXml } from './scan.ts';
import type { Scanned } from './scan.ts';
import { nameOf, namespaces } from './xml.ts';

export interface Parsed {
  readonly ok: true;
  readonly root: Element;
  /** All characters of the file. */
  readonly wholeText: string;
  readonly cuts: Scanned['cuts'];
  readonly markerOf: Scanned['markerOf'];
}

/** XML 1.0 2.11. The parser's own goes by XML 1.1 and would turn NEL and LS into line feeds. */
export const normalizeLineEndings = (source: string): string => (source.includes('\r') ? source.replace(/\r\n?/gu, '\n') : source);

interface Locator {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

const isLocator = (value: unknown): value is Locator =>
  typeof value === 'object' && value !== null && 'lineNumber' in value && 'columnNumber' in value &&
  typeof value.lineNumber === 'number' && typeof value.columnNumber === 'number';

/** What the parser complained of, without its wrapping. */
const detailOf = (error: ParseError): string => error.cause?.message ?? error.message.replace(/^Reporting \w+ "(.*)" caused .*$/su, '$1');

/** A tree of well-formed XML, strictly: what other parsers warn of is refused, with its place. */
export function parseXml(xml: Uint8Array): Parsed | DccRefusal {
  const decoded = decodeXml(xml);
  if (!decoded.ok) return decoded;
  const scanned = scanXml(decoded.text);
  if (!scanned.ok) return scanned;
  const parser = new DOMParser({
    locator: true,
    normalizeLineEndings,
    onError: (level, message) => {
      // U+FFFD is a character like any other: bytes that are none of the encoding were refused before.
      if (level === 'warning' && message.startsWith('Unicode replacement character')) return;
      throw new Error(message);
    },
  });
  try {
    const root = parser.parseFromString(scanned.text, 'text/xml').documentElement;
    if (!root) return { ok: false, code: 'not-xml', params: { line: 1, column: 1, detail: 'missing root element' } };
    return { ok: true, root, wholeText: decoded.text, cuts: scanned.cuts, markerOf: scanned.markerOf };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const locator: unknown = error.locator;
    const place = isLocator(locator) ? locator : { lineNumber: 1, columnNumber: 1 };
    return { ok: false, code: 'not-xml', params: { line: place.lineNumber, column: place.columnNumber, detail: detailOf(error) } };
  }
}

/** From 2.4, the first whose schema is published in full, to 3.3. */
const supportedVersion = /^(?:2\.[4-9]|3\.[0-3])\.\d+(?:-[\w.]+)?$/u;
const rootName = 'digitalCalibrationCertificate';

/** The root of a digital calibration certificate that can be read, or why it is none. */
export function dccVersion(root: Element): { readonly ok: true; readonly schemaVersion: string } | DccRefusal {
  const namespace = root.namespaceURI ?? '';
  const name = nameOf(root);
  if (name !== rootName) return { ok: false, code: 'no-dcc', params: { rootElement: name, namespace } };
  if (namespace !== namespaces.dcc) return { ok: false, code: 'unsupported-dialect', params: { namespace } };
  const schemaVersion = root.getAttribute('schemaVersion')?.trim() ?? '';
  if (!supportedVersion.test(schemaVersion)) return { ok: false, code: 'unsupported-version', params: { version: schemaVersion } };
  return { ok: true, schemaVersion };
}
