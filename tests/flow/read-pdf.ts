import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader and a printer see it. */
export interface ReadPdf {
  /** The text of each page in reading order; of right-to-left pages line by line, without blanks. */
  readonly pages: readonly string[];
  readonly fonts: readonly string[];
  readonly info: { readonly Title?: string; readonly Language?: string | null };
  readonly isTagged: boolean;
  /** Raster images, on all pages together. */
  readonly imageCount: number;
  /** Points. */
  readonly size: readonly [number, number];
}

interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * A PDF holds letters at places. Left to right they come in reading order, words apart; of right-to-left text every letter is put by
 * itself, so its lines are read from their right end, without the blanks.
 */
function inReadingOrder(placed: readonly PlacedText[], direction: 'ltr' | 'rtl'): string {
  const text =
    direction === 'ltr'
      ? placed.map((item) => item.text).join(' ')
      : [...Map.groupBy(placed, ({ y }) => y).values()].map((line) => line.toSorted((a, b) => b.x - a.x).map((item) => item.text.trim()).join('')).join('\n');
  return text.normalize('NFKC').replaceAll(/[\u200C\u200E\u200F\u2066-\u2069]/gu, '').replaceAll(/[^\S\n]+/gu, ' ');
}

export async function readPdf(data: Uint8Array, direction: 'ltr' | 'rtl'): Promise<ReadPdf> {
  const loading = getDocument({ data, verbosity: 0, fontExtraProperties: true });
  const pdf = await loading.promise;
  const pages: string[] = [];
  const fonts = new Set<string>();
  let imageCount = 0;
  let isTagged = true;
  let size: readonly [number, number] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const placed = items.flatMap((item) => ('str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Math.round(Number(item.transform[5])) }] : []));
    pages.push(inReadingOrder(placed, direction));
    const operators = await page.getOperatorList();
    operators.fnArray.forEach((operation, index) => {
      const given: unknown = operators.argsArray[index];
      const argument: unknown = Array.isArray(given) ? given[0] : null;
      if (operation === OPS.paintImageXObject || operation === OPS.paintInlineImageXObject || operation === OPS.paintImageMaskXObject) imageCount += 1;
      if (operation !== OPS.setFont || typeof argument !== 'string') return;
      const font: unknown = page.commonObjs.get(argument);
      if (typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string') fonts.add(font.name);
    });
    isTagged &&= (await page.getStructTree()) !== null;
    const viewport = page.getViewport({ scale: 1 });
    size = [Math.round(viewport.width), Math.round(viewport.height)];
  }
  const { info } = await pdf.getMetadata();
  await loading.destroy();
  return { pages, fonts: [...fonts].toSorted(), info, isTagged, imageCount, size };
}

/** A right-to-left text as `readPdf` gives it: heh with yeh above is one letter to a font, though NFKC leaves it two. */
const packed = (text: string): string => text.normalize('NFKC').replaceAll('\u0647\u0654', '\u06C0').replaceAll(/[\s\u200C\u200E\u200F\u2066-\u2069]/gu, '');
const persianDigits = (value: number): string => String(value).replaceAll(/\d/gu, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));

interface Expected {
  readonly code: string;
  /** 0–100, whole. */
  readonly score: number;
  readonly lines: number;
  readonly onTime: number;
  /** Major version of the Chromium that made the PDF. */
  readonly chromium: number;
}

/**
 * From this version on Chromium prints page margin boxes, where the page numbers stand. Older ones also leave a NUL in the text for a
 * letter or digit that the font draws in another than its plain form.
 */
export const firstWithPageNumbers = 131;

/** Whether the text has the words; an unread letter may be any. */
function has(text: string, words: string): boolean {
  if (text.includes(words)) return true;
  const isHere = (start: number): boolean => {
    for (let index = 0; index < words.length; index += 1) {
      const found = text[start + index];
      if (found !== words[index] && found !== '\0') return false;
    }
    return true;
  };
  return text.includes('\0') && Array.from({ length: text.length - words.length + 1 }, (_, start) => start).some(isHere);
}

/** What is wrong with a client's report in a language: nothing, it is hoped. */
export function faultsOf(pdf: ReadPdf, language: 'en' | 'fa', { code, score, lines, onTime, chromium }: Expected): readonly string[] {
  const text = pdf.pages.join('\n');
  const pageCount = pdf.pages.length;
  const hasNumbers = chromium >= firstWithPageNumbers;
  const font = language === 'en' ? 'Inter' : 'Vazirmatn';
  const wanted =
    language === 'en'
      ? ['Where the relationship stands', 'The five dimensions', 'Strengths', 'Weak links', 'Deliveries', 'Open matters', 'Suggested next steps', code, `The overall score is ${score} of 100`, ...(hasNumbers ? [`${onTime} of ${lines}`] : [])]
      : [
          ...['رابطه در چه جایگاهی است', 'نقاط قوت', 'حلقه‌های ضعیف', 'تحویل‌ها', 'کارهای باز', 'گام‌های پیشنهادی بعدی'].map(packed),
          packed(`امتیاز کل ${persianDigits(score)} از ۱۰۰`), ...(hasNumbers ? [packed(`${persianDigits(onTime)} از ${persianDigits(lines)}`)] : []),
        ];
  const numbering = (page: number): string => (language === 'en' ? `Page ${page} of ${pageCount}` : packed(`صفحهٔ ${persianDigits(page)} از ${persianDigits(pageCount)}`));
  // Letters of a code keep their own direction inside a line that is read from its right end.
  const hasCode = language === 'en' || [code, code.split('').toReversed().join('')].some((way) => text.includes(way));
  return [
    ...wanted.filter((words) => !has(text, words)).map((words) => `lacks “${words}”`),
    ...pdf.pages.flatMap((content, index) => (!hasNumbers || content.includes(numbering(index + 1)) ? [] : [`page ${index + 1} lacks “${numbering(index + 1)}”`])),
    ...(hasCode ? [] : [`lacks the code ${code}`]),
    ...(pdf.fonts.some((name) => name.includes(font)) ? [] : [`${font} is not among its fonts: ${pdf.fonts.join(', ')}`]),
    ...(pdf.isTagged ? [] : ['is not tagged']),
    ...(pdf.imageCount === 0 ? [] : [`has ${pdf.imageCount} raster images, where the radar is to be drawn`]),
    ...(pdf.info.Language === language ? [] : [`says its language is ${pdf.info.Language ?? 'unknown'}`]),
  ];
}
