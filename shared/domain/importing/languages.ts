import { foldWords } from './normalise.ts';

/** Languages of the field's correspondence by the names people write. BCP 47 tag → names, parted by `|`. */
const names: Readonly<Record<string, string>> = {
  ar: 'arabic|عربی|العربية|عرب',
  az: 'azerbaijani|azeri|آذربایجانی|آذری|azərbaycanca',
  de: 'german|deutsch|آلمانی',
  en: 'english|انگلیسی',
  es: 'spanish|español|اسپانیایی|اسپانیولی',
  fa: 'persian|farsi|dari|فارسی|دری|پارسی',
  fr: 'french|français|فرانسوی|فرانسه',
  hi: 'hindi|هندی',
  hy: 'armenian|ارمنی|հայերեն',
  it: 'italian|italiano|ایتالیایی',
  ja: 'japanese|ژاپنی|日本語',
  ka: 'georgian|گرجی',
  kk: 'kazakh|قزاقی',
  ko: 'korean|کره ای|한국어',
  ku: 'kurdish|کردی',
  ky: 'kyrgyz|قرقیزی',
  nl: 'dutch|nederlands|هلندی',
  pl: 'polish|polski|لهستانی',
  ps: 'pashto|پشتو',
  pt: 'portuguese|português|پرتغالی',
  ro: 'romanian|رومانیایی',
  ru: 'russian|русский|روسی',
  sw: 'swahili|سواحیلی',
  tg: 'tajik|تاجیکی',
  tk: 'turkmen|ترکمنی',
  tr: 'turkish|türkçe|ترکی|ترکی استانبولی',
  uk: 'ukrainian|اوکراینی',
  ur: 'urdu|اردو',
  uz: 'uzbek|ازبکی',
  vi: 'vietnamese|ویتنامی',
  zh: 'chinese|mandarin|چینی|中文',
};

const byName = new Map<string, string>();
for (const [tag, line] of Object.entries(names)) {
  for (const name of line.split('|')) byName.set(foldWords(name), tag);
}

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** BCP 47 tag of a language's name (English, Persian or its own) or of a tag; null where it is neither. */
export const readLanguage = (cell: string): string | null => {
  const named = byName.get(foldWords(cell));
  if (named !== undefined) return named;
  const text = cell.replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$/u.test(text)) return null;
  const tag = new Intl.Locale(text);
  return english.of(tag.language) === undefined ? null : tag.toString();
};
