import type { Element } from '@xmldom/xmldom';
import type { DccFinding, FindingCode } from '../types.ts';
import { lineOf } from './xml.ts';

/** More than anyone reads; a list of ten thousand NaN is one finding. */
const mostFindings = 300;

/** What was met on the way, each kind once for each thing it is about. */
export class Findings {
  readonly #found = new Map<string, DccFinding>();

  add(code: FindingCode, subject: string, element: Element | null): void {
    const key = `${code} ${subject}`;
    if (this.#found.has(key) || this.#found.size >= mostFindings) return;
    this.#found.set(key, { code, subject, line: element ? lineOf(element) : null });
  }

  get list(): readonly DccFinding[] {
    return [...this.#found.values()];
  }
}
