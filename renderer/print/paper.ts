/** Millimetres. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

export type Paper = 'A4' | 'Letter';
export const papers: readonly Paper[] = ['A4', 'Letter'];

/** The one of the known values that an address names, if any. */
export const among = <T extends string>(known: readonly T[], given: string | null): T | undefined => known.find((value) => value === given);

/** ISO 216 and ANSI Y14.1. */
export const paperSizes: Readonly<Record<Paper, PaperSize>> = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } };

/** Millimetres; the running header and footer stand inside the upper and lower ones. */
export const margins = { top: 22, bottom: 20, side: 18 } as const;

/** What stands on every sheet around the text. The first sheet has its letterhead instead of the header. */
export interface RunningWords {
  readonly headerStart: string;
  readonly headerEnd: string;
  readonly footerStart: string;
  /** The page's number and the number of pages go between these three. */
  readonly pageOf: readonly [before: string, between: string, after: string];
}

export interface PageStyle {
  readonly paper: Paper;
  /** Wide tables lie on their side. */
  readonly isLandscape?: boolean;
  readonly direction: 'ltr' | 'rtl';
  readonly digits: 'latn' | 'arabext' | 'arab';
}

/** A CSS string: nothing in it ends the string or the rule (CSS Syntax 3, §4.3.5). */
export const cssString = (text: string): string =>
  `"${text.replaceAll(/["\\]|[\n\r\f\0]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;

/** Predefined counter styles (CSS Counter Styles 3, §6). */
const COUNTER_STYLES: Readonly<Record<PageStyle['digits'], string>> = { latn: '', arabext: ', persian', arab: ', arabic-indic' };

/**
 * The page context of a report: its paper, its margins, and what runs along them (CSS Paged Media 3, margin boxes; Chromium 131 and
 * later). Numbers are counted by the printing engine itself, in the report's digits.
 */
export function pageRule({ paper, isLandscape = false, direction, digits }: PageStyle, words: RunningWords): string {
  const [start, end] = direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const style = COUNTER_STYLES[digits];
  const [before, between, after] = words.pageOf.map(cssString);
  const look = `direction: ${direction}; font: 8pt ${direction === 'rtl' ? "'Vazirmatn', 'Inter'" : "'Inter', 'Vazirmatn'"}, sans-serif; color: #474e4a; white-space: nowrap;`;
  return [
    `@page { size: ${paper}${isLandscape ? ' landscape' : ''}; margin: ${margins.top}mm ${margins.side}mm ${margins.bottom}mm;`,
    `@top-${start} { content: ${cssString(words.headerStart)}; ${look} }`,
    `@top-${end} { content: ${cssString(words.headerEnd)}; ${look} }`,
    `@bottom-${start} { content: ${cssString(words.footerStart)}; ${look} }`,
    `@bottom-${end} { content: ${before} counter(page${style}) ${between} counter(pages${style}) ${after}; ${look} } }`,
    `@page :first { @top-${start} { content: none } @top-${end} { content: none } }`,
  ].join('\n');
}

/** Puts a rule set into the document for as long as it is needed. Made by script, so that no inline style element is. */
export function adoptStyle(css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
