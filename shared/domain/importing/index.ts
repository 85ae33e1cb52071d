/** The pure rules of reading a foreign table: bytes → text → columns → mapping → rows, and what is wrong on the way. */
export type * from './types.ts';
export {
  dayOrders,
  delimiters,
  encodings,
  fieldKeys,
  fileProblemCodes,
  importKinds,
  planProblemCodes,
  problemCodes,
  shipmentModes,
  warningCodes,
} from './types.ts';

export { detectEncoding, sampleRanges } from './encoding.ts';
export type { ByteSample, Decode, EncodingReading } from './encoding.ts';
export { csvErrorToFileProblem, csvReadOptions, detectDelimiter, largestRecord, mostColumns } from './delimiter.ts';
export type { DelimiterReading } from './delimiter.ts';
export { columnLetter, headerFingerprint, normaliseHeader, readHeader } from './header.ts';
export type { HeaderNote, HeaderReading } from './header.ts';

export { fieldOf, fields, fieldsOfKind } from './fields.ts';
export { createColumnProfiler, distinctLimit } from './profile.ts';
export type { ColumnProfiler } from './profile.ts';
export { guessKind, guessMapping } from './mapping.ts';
export type { MappingGuess } from './mapping.ts';
export { builtInTemplates, matchTemplate, scmsTemplate, templateFromGuess } from './templates.ts';
export { compilePlan } from './plan.ts';
export type { PlanReading } from './plan.ts';

export { createRowReader } from './rows.ts';
export type { RowReader } from './rows.ts';
export { createConsistencyChecker } from './consistency.ts';
export type { ConsistencyChecker } from './consistency.ts';

export { readCountry } from './countries.ts';
export { minorUnitDecimals, readCurrency } from './currencies.ts';
export { createDayReader, expandYear, plainDayRule, readDay } from './dates.ts';
export type { DayReading } from './dates.ts';
export { readIncoterm } from './incoterms.ts';
export { readLanguage } from './languages.ts';
export { readMode } from './modes.ts';
export { foldCompact, foldDigits, foldWords } from './normalise.ts';
export { plainNumberRule, readDecimal, readQuantity, toMinorUnits } from './numbers.ts';
export type { Amount, Decimal, NumberReading } from './numbers.ts';
export { cleanText, fromSafeCell, longestCell, shorten, toSafeCell } from './text.ts';

export { dayParams, findingValues, planProblemValues } from './messages.ts';
