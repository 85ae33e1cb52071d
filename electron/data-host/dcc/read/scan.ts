import type { DccRefusal } from '../types.ts';

/** Far beyond any certificate, and before a tree of it would fill the memory. */
const limits = { depth: 200, elements: 300_000, attributes: 64 } as const;

/** Base64 shorter than this stays where it is. */
const worthCutting = 4096;

/** A run of base64 that was left out of the text to parse; offsets into the whole text. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly sizeBytes: number;
}

export interface Scanned {
  readonly ok: true;
  /** The document with every cut replaced by `markerOf(index)` and as many line feeds as it had. */
  readonly text: string;
  readonly cuts: readonly Cut[];
  readonly markerOf: (index: number) => string;
}

const lineOf = (text: string, position: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/** How many bytes a run of base64 stands for (RFC 4648, white space allowed as in xs:base64Binary); null: it is something else. */
export function base64Size(text: string, start = 0, end = text.length): number | null {
  let digits = 0;
  let padding = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9) continue;
    if (code === 61) padding += 1;
    else if (padding > 0) return null;
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 43 || code === 47) digits += 1;
    else return null;
  }
  const isWhole = (digits + padding) % 4 === 0 && padding <= 2 && digits % 4 !== 1;
  return isWhole ? Math.floor((digits * 3) / 4) : null;
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
// The Char production of XML 1.0: these can stand in no document, as themselves or as references.
const illegal = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]/u;
const reference = /&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,10})|([^;&<\s]{0,64}));?/gu;
const predefined = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const isChar = (code: number): boolean =>
  code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);

class Scanner {
  readonly #text: string;
  readonly #cuts: Cut[] = [];
  readonly #pieces: string[] = [];
  readonly #nonce = `cut-${globalThis.crypto.randomUUID()}-`;
  #kept = 0;
  #depth = 0;
  #elements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Scanned | DccRefusal {
    const text = this.#text;
    let at = 0;
    let isInside: 'data' | 'other' = 'other';
    for (;;) {
      const open = text.indexOf('<', at);
      const end = open === -1 ? text.length : open;
      const refusal = this.#characters(at, end, isInside === 'data');
      if (refusal) return refusal;
      if (open === -1) break;
      isInside = 'other';
      if (text.startsWith('<!--', open)) at = this.#past('-->', open + 4);
      else if (text.startsWith('<![CDATA[', open)) at = this.#past(']]>', open + 9);
      else if (text.startsWith('<!', open)) return { ok: false, code: 'doctype-refused', params: { line: lineOf(text, open) } };
      else if (text.startsWith('<?', open)) at = this.#past('?>', open + 2);
      else if (text.startsWith('</', open)) {
        this.#depth -= 1;
        at = this.#past('>', open + 2);
      } else {
        const tag = this.#startTag(open);
        if ('code' in tag) return tag;
        at = tag.end;
        if (tag.isData) isInside = 'data';
      }
    }
    this.#pieces.push(text.slice(this.#kept));
    return { ok: true, text: this.#pieces.join(''), cuts: this.#cuts, markerOf: (index) => `${this.#nonce}${String(index)}` };
  }

  #past(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    // Unclosed: the parser says so, with its place.
    return at === -1 ? this.#text.length : at + mark.length;
  }

  /** Text between two tags. */
  #characters(start: number, end: number, isData: boolean): DccRefusal | null {
    if (end - start === 0) return null;
    if (isData && end - start > worthCutting) {
      const sizeBytes = base64Size(this.#text, start, end);
      if (sizeBytes !== null) {
        this.#cut({ start, end, sizeBytes });
        return null;
      }
    }
    return this.#references(this.#text.slice(start, end), start);
  }

  #cut(cut: Cut): void {
    let lines = 0;
    for (let at = this.#text.indexOf('\n', cut.start); at !== -1 && at < cut.end; at = this.#text.indexOf('\n', at + 1)) lines += 1;
    this.#pieces.push(this.#text.slice(this.#kept, cut.start), `${this.#nonce}${String(this.#cuts.length)}`, '\n'.repeat(lines));
    this.#kept = cut.end;
    this.#cuts.push(cut);
  }

  #references(run: string, start: number): DccRefusal | null {
    const bad = illegal.exec(run);
    if (bad) return this.#malformed(start + bad.index, 'A character that XML does not allow.');
    const closer = run.indexOf(']]>');
    if (closer !== -1) return this.#malformed(start + closer, ']]> stands in text.');
    if (!run.includes('&')) return null;
    for (const { index, 1: hexadecimal, 2: decimal, 3: name } of run.matchAll(reference)) {
      if (name !== undefined && !predefined.has(name)) {
        return { ok: false, code: 'entity-refused', params: { name, line: lineOf(this.#text, start + index) } };
      }
      const code = hexadecimal === undefined ? Number(decimal ?? '32') : Number.parseInt(hexadecimal, 16);
      if (name === undefined && !isChar(code)) return this.#malformed(start + index, 'A reference to a character that XML does not allow.');
    }
    return null;
  }

  #malformed(position: number, detail: string): DccRefusal {
    const before = this.#text.lastIndexOf('\n', position - 1);
    return { ok: false, code: 'not-xml', params: { line: lineOf(this.#text, position), column: position - before, detail } };
  }

  #startTag(open: number): { readonly end: number; readonly isData: boolean } | DccRefusal {
    const text = this.#text;
    let at = open + 1;
    while (at < text.length && !isSpace(text.charCodeAt(at)) && text[at] !== '>' && text[at] !== '/') at += 1;
    const name = text.slice(open + 1, at);
    let attributes = 0;
    let quote = '';
    let quotedFrom = 0;
    for (; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (quote !== '') {
        if (char !== quote) continue;
        quote = '';
        const refusal = this.#references(text.slice(quotedFrom, at), quotedFrom);
        if (refusal) return refusal;
      } else if (char === '"' || char === "'") {
        quote = char;
        quotedFrom = at + 1;
      } else if (char === '=') attributes += 1;
      else if (char === '>') break;
    }
    if (attributes > limits.attributes) return { ok: false, code: 'too-many-attributes', params: { limit: limits.attributes, line: lineOf(text, open) } };
    this.#elements += 1;
    if (this.#elements > limits.elements) return { ok: false, code: 'too-many-elements', params: { limit: limits.elements } };
    const isEmpty = text[at - 1] === '/';
    if (!isEmpty) this.#depth += 1;
    if (this.#depth > limits.depth) return { ok: false, code: 'too-deep', params: { limit: limits.depth, line: lineOf(text, open) } };
    const local = name.slice(name.indexOf(':') + 1);
    return { end: Math.min(at + 1, text.length), isData: !isEmpty && (local === 'dataBase64' || local === 'data') };
  }
}

/**
 * One pass over the characters before anything is built of them: a document type declaration, an entity of one's own, too much
 * depth, too many elements or attributes are refused here; large embedded files are set aside, so that the tree stays small.
 */
export const scanXml = (text: string): Scanned | DccRefusal => new Scanner(text).scan();
