import { TextDecoder } from 'node:util';
import type { DccRefusal } from '../types.ts';

/** Certificates carry pictures and scans; beyond this it is not one. */
export const maxFileBytes = 64 * 1024 * 1024;

/** XML 1.0 appendix F: a byte order mark, or `<` (`<?`) as it looks in UTF-16. */
function encodingByBytes(xml: Uint8Array): string | null {
  const [first, second, third] = xml;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  return null;
}

const declaredEncoding = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/u;

function decoderOf(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export type Decoded = { readonly ok: true; readonly text: string } | DccRefusal;

/** The characters of an XML file, without its byte order mark. Bytes that are none of its encoding refuse it. */
export function decodeXml(xml: Uint8Array): Decoded {
  if (xml.byteLength > maxFileBytes) return { ok: false, code: 'too-large', params: { bytes: xml.byteLength, limit: maxFileBytes } };
  const head = new TextDecoder('latin1').decode(xml.subarray(0, 256));
  const encoding = encodingByBytes(xml) ?? declaredEncoding.exec(head)?.[1] ?? 'utf-8';
  const decoder = decoderOf(encoding);
  if (!decoder) return { ok: false, code: 'unknown-encoding', params: { encoding } };
  try {
    return { ok: true, text: decoder.decode(xml) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, code: 'not-xml', params: { line: 1, column: 1, detail: `The bytes are not ${encoding}.` } };
  }
}
