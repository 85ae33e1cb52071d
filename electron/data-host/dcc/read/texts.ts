import type { Element } from '@xmldom/xmldom';
import type { DccText } from '#shared/domain/calibration/dcc-view.ts';
import { primaryLanguage } from '#shared/domain/language/index.ts';
import { all, textOf } from './xml.ts';

/** Pretty-printed XML breaks and indents its texts: the breaks stay, the indents go. */
const tidy = (text: string): string =>
  text.includes('\n') ? text.split('\n').map((line) => line.trim()).join('\n').trim() : text.trim();

export interface Languages {
  readonly used: readonly string[];
  readonly mandatory: readonly string[];
}

/** Reads texts that are there in several languages: asked for, else mandatory, else the first. */
export class Texts {
  readonly #asked: readonly string[];
  readonly #mandatory: readonly string[];

  constructor(asked: readonly string[], languages: Languages) {
    this.#asked = asked.map(primaryLanguage);
    this.#mandatory = languages.mandatory.map(primaryLanguage);
  }

  /** Texts of `content` elements; several elements (2.x repeats its descriptions) read as one. */
  of(...elements: readonly (Element | null)[]): DccText | null {
    const contents = elements.flatMap((element) => all(element, 'content')).map((content) => ({
      // 3.x: lang. Some writers use XML's own.
      language: content.getAttribute('lang') ?? content.getAttribute('xml:lang'),
      text: tidy(content.textContent ?? ''),
    })).filter(({ text }) => text !== '');
    const [firstContent] = contents;
    if (!firstContent) return null;
    const isWanted = (wanted: string) => contents.some(({ language }) => language !== null && primaryLanguage(language) === wanted);
    const found = [...this.#asked, ...this.#mandatory].find(isWanted);
    // What names no language stands for all that are missing.
    const hasNeutral = contents.some(({ language }) => language === null);
    const chosen = found ?? (hasNeutral ? null : primaryLanguage(firstContent.language ?? ''));
    const lines = contents.filter(({ language }) => (language === null ? null : primaryLanguage(language)) === chosen);
    return { text: lines.map(({ text }) => text).join('\n'), language: chosen, isFallback: chosen !== null && this.#asked.length > 0 && chosen !== this.#asked[0] };
  }

  plain(...elements: readonly (Element | null)[]): string | null {
    return this.of(...elements)?.text ?? null;
  }

  /** Text of an element that holds `content`, or simply is one. */
  ofAny(element: Element | null): DccText | null {
    const text = this.of(element);
    if (text) return text;
    const bare = element && all(element, 'content').length === 0 ? textOf(element) : null;
    return bare === null ? null : { text: bare, language: null, isFallback: false };
  }
}
