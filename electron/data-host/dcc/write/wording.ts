import { labelIn, labelLanguages } from './labels.ts';
import type { Label, LabelLanguage } from './labels.ts';
import { dcc } from './xml.ts';
import type { XmlNode } from './xml.ts';

const isLabelLanguage = (code: string): code is LabelLanguage => labelLanguages.some((known) => known === code);

/** Says the certificate's texts in its language, and headings in all languages of the file. */
export class Wording {
  /** Of the certificate itself, ISO 639-1. */
  readonly language: string;
  readonly #labelLanguages: readonly LabelLanguage[];

  /** `language` and `others` are ISO 639-1; headings are said in those of them that have words here, else in English. */
  constructor(language: string, others: readonly string[]) {
    this.language = language;
    const spoken = [...new Set([language, ...others])].filter(isLabelLanguage);
    this.#labelLanguages = spoken.length > 0 ? spoken : ['en'];
  }

  /** What the file is written in: the certificate's own language first. */
  get used(): readonly string[] {
    return [...new Set([this.language, ...this.#labelLanguages])];
  }

  /** `name`, `declaration` and the like that hold a text of the certificate. */
  text(element: string, text: string, attributes: Readonly<Record<string, string>> = {}): XmlNode {
    return dcc(element, [dcc('content', text, { lang: this.language })], attributes);
  }

  /** Names of people and firms, and addresses, are the same in every language. */
  name(element: string, text: string): XmlNode {
    return dcc(element, [dcc('content', text)]);
  }

  optionalText(element: string, text: string | null, attributes: Readonly<Record<string, string>> = {}): XmlNode | null {
    return text === null ? null : this.text(element, text, attributes);
  }

  label(element: string, label: Label): XmlNode {
    return dcc(element, this.#labelLanguages.map((lang) => dcc('content', labelIn(lang, label), { lang })));
  }
}
