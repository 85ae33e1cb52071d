/** Currencies of ISO 4217 whose minor unit is not a hundredth (list one, 2024). */
const otherDecimals = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** Decimals of a currency's minor unit by ISO 4217 (USD 2, JPY 0, KWD 3; IRR 2, whatever is shown in daily life). */
export const minorUnitDecimals = (currency: string): number => otherDecimals.get(currency) ?? 2;

const known = new Set(Intl.supportedValuesOf('currency'));

// Only what means one currency: "$", "kr" and "ریال" are used by several, and a toman is ten rials, so none is guessed.
const names = new Map<string, string>([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['یورو', 'EUR'],
  ['£', 'GBP'],
  ['پوند انگلیس', 'GBP'],
  ['us$', 'USD'],
  ['usd$', 'USD'],
  ['us dollar', 'USD'],
  ['us dollars', 'USD'],
  ['دلار آمریکا', 'USD'],
  ['دلار امریکا', 'USD'],
  ['﷼', 'IRR'],
  ['ریال ایران', 'IRR'],
  ['درهم امارات', 'AED'],
  ['₺', 'TRY'],
  ['لیر ترکیه', 'TRY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['روبل روسیه', 'RUB'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['₦', 'NGN'],
  ['₴', 'UAH'],
  ['₸', 'KZT'],
  ['chf', 'CHF'],
]);

/** ISO 4217 code of a code, sign or name that means one currency only; else null. */
export const readCurrency = (cell: string): string | null => {
  const code = cell.toUpperCase();
  if (/^[A-Z]{3}$/u.test(code)) return known.has(code) ? code : null;
  return names.get(cell.toLowerCase()) ?? null;
};
