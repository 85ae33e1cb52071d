import { foldWords } from './normalise.ts';

export interface NamedMonth {
  readonly calendar: 'gregorian' | 'jalali';
  /** 1–12. */
  readonly month: number;
}

const gregorian: readonly string[] = [
  'january jan ژانویه ژانویۀ جنوری',
  'february feb فوریه فوریۀ فبروری',
  'march mar مارس مارچ',
  'april apr آوریل اوریل اپریل',
  'may مه می مای',
  'june jun ژوئن ژوین جون',
  'july jul ژوئیه ژوئیۀ ژوییه جولای جولای',
  'august aug اوت آگوست اگست',
  'september sep sept سپتامبر سپتمبر',
  'october oct اکتبر اکتوبر',
  'november nov نوامبر نومبر',
  'december dec دسامبر دسمبر',
];

// The names of Iran and of Afghanistan, and their usual Latin spellings.
const jalali: readonly string[] = [
  'فروردین حمل farvardin hamal',
  'اردیبهشت ثور ordibehesht thawr',
  'خرداد جوزا khordad jawza',
  'تیر سرطان tir saratan',
  'مرداد امرداد اسد mordad amordad asad',
  'شهریور سنبله shahrivar sonbola',
  'مهر میزان mehr mizan',
  'آبان عقرب aban aqrab',
  'آذر قوس azar qaws',
  'دی جدی dey jadi',
  'بهمن دلو bahman dalw',
  'اسفند حوت esfand hut',
];

const months = new Map<string, NamedMonth>();
const enter = (names: readonly string[], calendar: NamedMonth['calendar']): void => {
  for (const [index, line] of names.entries()) {
    for (const name of line.split(' ')) months.set(foldWords(name), { calendar, month: index + 1 });
  }
};
enter(gregorian, 'gregorian');
enter(jalali, 'jalali');

const weekdays = new Set(
  [
    'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun',
    'شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه پنچشنبه جمعه آدینه یک دو سه چهار پنج',
    // "the 17th of Mehr month of the year": words a date may carry and that say nothing.
    'of the ماه سال مورخ ه ش م شمسی میلادی',
  ].flatMap((line) => line.split(' ').map(foldWords)),
);

/** The month of a name in English or Persian, Gregorian or Jalali; null where it is none. `name` is folded by `foldWords`. */
export const monthOfName = (name: string): NamedMonth | null => months.get(name) ?? null;

/** Weekdays and filling words, which a date may carry without changing. `word` is folded. */
export const isFillingWord = (word: string): boolean => weekdays.has(word);
