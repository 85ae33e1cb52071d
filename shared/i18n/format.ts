// ISO 4217, by which amounts are kept. Intl follows CLDR instead, which drops minor units that daily life no longer uses (IRR, HUF, PKR …).
import { minorUnitDecimals } from '../domain/importing/currencies.ts';
import { decimalOfMinor } from './decimal.ts';
import { localeTag } from './locale.ts';
import type { DocumentLocale } from './locale.ts';

type DayStyle = 'short' | 'medium' | 'long' | 'full';

interface MoneyAmount {
  /** Integer minor units. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Everything a person reads as a number, a date or a name of the world goes through here. */
export interface Format {
  readonly locale: string;
  readonly choice: DocumentLocale;
  integer(value: number): string;
  /** At most `maximumFractionDigits` (default 2) decimals. */
  number(value: number, maximumFractionDigits?: number): string;
  /** Always so many decimals: columns of scores stand under each other. */
  fixed(value: number, fractionDigits: number): string;
  /** With + or −, nothing for zero. */
  signed(value: number, maximumFractionDigits?: number): string;
  /** `ratio` 0–1. */
  percent(ratio: number, fractionDigits?: number): string;
  money(amount: MoneyAmount): string;
  /** Short for lists (1.6 bn); the exact amount belongs in a title or on the page behind. */
  compactMoney(amount: MoneyAmount): string;
  /** ISO calendar day in the chosen calendar. `short` is all digits. */
  day(day: string, style?: DayStyle): string;
  /** ISO calendar day to month and year. */
  month(day: string): string;
  /** ISO instant as day and time in `timeZone` (IANA; default: this computer's). */
  instant(instant: string, style?: DayStyle, timeZone?: string): string;
  time(instant: string, timeZone?: string): string;
  /** "3 days ago", "in 2 months": from `today` to `day`, both ISO calendar days or instants. */
  relative(day: string, today: string): string;
  list(items: readonly string[], kind?: 'conjunction' | 'disjunction'): string;
  /** Name of an ISO 3166-1 alpha-2 country; the code itself where there is none. */
  country(code: string): string;
  /** Name of a BCP 47 language. */
  languageName(tag: string): string;
  fileSize(bytes: number): string;
  days(count: number): string;
  /** The digits of a text in the chosen script; for numbers that are part of a name or code, not for codes that are copied. */
  digits(text: string): string;
  /** For sorting names in this language. */
  compare(a: string, b: string): number;
}

const DAY_MS = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/u;
const DAY_STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  short: { year: 'numeric', month: '2-digit', day: '2-digit' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  full: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** Midday in UTC, so that no rounding of zones moves the day. */
function dateOf(day: string): Date {
  const match = DAY_PATTERN.exec(day.slice(0, 10));
  if (!match) throw new RangeError(`Not an ISO calendar day: ${day}`);
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12));
}

/** The era says nothing where there is one calendar and one era ("1 Azar 1405 AP"). */
const withoutEra = (formatter: Intl.DateTimeFormat, date: Date): string => {
  const parts = formatter.formatToParts(date);
  return parts
    .filter((part, index) => part.type !== 'era' && !(part.type === 'literal' && parts[index + 1]?.type === 'era'))
    .map((part) => part.value)
    .join('');
};

/** Formatters are dear to make and cheap to keep. */
function lazily<K extends string, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const existing = made.get(key);
    if (existing !== undefined) return existing;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const DIGITS = { latn: '0123456789', arabext: '۰۱۲۳۴۵۶۷۸۹', arab: '٠١٢٣٤٥٦٧٨٩' } as const;
const ANY_DIGIT = /[0-9۰-۹٠-٩]/gu;
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0x06f0) return code - 0x06f0;
  return code >= 0x0660 ? code - 0x0660 : code - 0x30;
};

export function createFormat(choice: DocumentLocale): Format {
  const locale = localeTag(choice);
  const numberFormat = lazily((decimals: `${number}`) => new Intl.NumberFormat(locale, { maximumFractionDigits: Number(decimals) }));
  const fixedFormat = lazily(
    (decimals: `${number}`) => new Intl.NumberFormat(locale, { minimumFractionDigits: Number(decimals), maximumFractionDigits: Number(decimals) }),
  );
  const signedFormat = lazily(
    (decimals: `${number}`) => new Intl.NumberFormat(locale, { maximumFractionDigits: Number(decimals), signDisplay: 'exceptZero' }),
  );
  const percentFormat = lazily(
    (decimals: `${number}`) =>
      new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: Number(decimals), maximumFractionDigits: Number(decimals) }),
  );
  const currencyDisplay = choice.language === 'en' ? 'code' : 'symbol';
  const moneyFormat = lazily((currency: string) => {
    const digits = minorUnitDecimals(currency);
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits });
  });
  const compactFormat = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const currencySign = lazily(
    (currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency,
  );
  const dayFormat = lazily((style: DayStyle) => new Intl.DateTimeFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }));
  const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const monthFormat = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const zoned = lazily((key: string) => {
    const [style, zone = ''] = key.split('|');
    const shape = style === 'time' ? {} : style === 'short' ? DAY_STYLES.short : style === 'long' || style === 'full' ? DAY_STYLES.long : DAY_STYLES.medium;
    return new Intl.DateTimeFormat(locale, { ...shape, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(zone === '' ? {} : { timeZone: zone }) });
  });
  const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const listFormat = lazily((type: 'conjunction' | 'disjunction') => new Intl.ListFormat(locale, { type, style: 'long' }));
  const regionNames = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const unitFormat = lazily((unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'day' || choice.language === 'fa' ? 'long' : 'short', maximumFractionDigits: 1 }));
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

  const day = (text: string, style: DayStyle = 'medium'): string => {
    const date = dateOf(text);
    const plain = withoutEra(dayFormat(style), date);
    // CLDR's own order of a full Persian date puts the year first: weekday and date are joined here instead.
    return style === 'full' ? `${weekdayFormat.format(date)}${choice.language === 'fa' ? ' ' : ', '}${plain}` : plain;
  };

  return {
    locale,
    choice,
    integer: (value) => numberFormat('0').format(value),
    number: (value, maximumFractionDigits = 2) => numberFormat(`${maximumFractionDigits}`).format(value),
    fixed: (value, fractionDigits) => fixedFormat(`${fractionDigits}`).format(value),
    signed: (value, maximumFractionDigits = 1) => signedFormat(`${maximumFractionDigits}`).format(value),
    percent: (ratio, fractionDigits = 0) => percentFormat(`${fractionDigits}`).format(ratio),
    money: ({ minor, currency }) => moneyFormat(currency).format(decimalOfMinor(minor, minorUnitDecimals(currency))),
    compactMoney: ({ minor, currency }) => {
      const amount = compactFormat.format(minor / 10 ** minorUnitDecimals(currency));
      const sign = currencySign(currency);
      // CLDR puts the Persian sign between the number and its "million"; it is read after both.
      return choice.language === 'fa' ? `${amount}\u00A0${sign}` : `${sign}\u00A0${amount}`;
    },
    day,
    month: (text) => {
      const parts = monthFormat.formatToParts(dateOf(text));
      // CLDR puts the Persian year first ("۱۴۰۵ آبان"); nobody says it so.
      return ['month', 'year'].flatMap((type) => parts.find((part) => part.type === type)?.value ?? []).join(' ');
    },
    instant: (text, style = 'medium', timeZone = '') => withoutEra(zoned(`${style}|${timeZone}`), new Date(text)),
    time: (text, timeZone = '') => zoned(`time|${timeZone}`).format(new Date(text)),
    relative: (text, today) => {
      const days = Math.round((dateOf(text).getTime() - dateOf(today).getTime()) / DAY_MS);
      const size = Math.abs(days);
      if (size < 14) return relativeFormat.format(days, 'day');
      if (size < 60) return relativeFormat.format(Math.trunc(days / 7), 'week');
      if (size < 730) return relativeFormat.format(Math.trunc(days / 30.44), 'month');
      return relativeFormat.format(Math.trunc(days / 365.25), 'year');
    },
    list: (items, kind = 'conjunction') => listFormat(kind).format(items),
    country: (code) => regionNames.of(code) ?? code,
    languageName: (tag) => languageNames.of(tag) ?? tag,
    fileSize: (bytes) => {
      if (bytes < 1000) return unitFormat('byte').format(bytes);
      if (bytes < 1_000_000) return unitFormat('kilobyte').format(bytes / 1000);
      return bytes < 1_000_000_000 ? unitFormat('megabyte').format(bytes / 1_000_000) : unitFormat('gigabyte').format(bytes / 1_000_000_000);
    },
    days: (count) => unitFormat('day').format(count),
    digits: (text) => text.replaceAll(ANY_DIGIT, (digit) => DIGITS[choice.digits][digitValue(digit)] ?? digit),
    compare: (a, b) => collator.compare(a, b),
  };
}
