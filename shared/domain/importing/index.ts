/** The pure rules of reading a foreign table: bytes → text → columns → mapping → rows, and what is wrong on the way. */
export type * from './row-types.ts';
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
  warningCodes,
} from './types.ts';

export { detectEncoding, sampleRanges } from './encoding.ts';
export type { ByteSample, EncodingReading } from './encoding.ts';
export { csvErrorToFileProblem, csvReadOptions, largestRecord } from './csv-reading.ts';
export { detectDelimiter } from './delimiter.ts';
export { columnLetter, headerFingerprint, normaliseHeader, readHeader } from './header.ts';

export { fieldOf, fields, fieldsOfKind } from './fields.ts';
export { createColumnProfiler } from './profile.ts';
export { guessKind, guessMapping } from './mapping.ts';
export { builtInTemplates, matchTemplate, scmsTemplate, templateFromGuess } from './templates.ts';
export { compilePlan } from './plan.ts';

export { createRowReader } from './rows.ts';
export { createConsistencyChecker } from './consistency.ts';

export { readCountry } from './countries.ts';
export { minorUnitDecimals, readCurrency } from './currencies.ts';
export { expandYear, plainDayRule, readDay } from './dates.ts';
export { readIncoterm } from './incoterms.ts';
export { readLanguage } from './languages.ts';
export { readMode } from './modes.ts';
export { foldCompact, foldDigits, foldWords } from './normalise.ts';
export { plainNumberRule, readDecimal, readQuantity, toMinorUnits } from './numbers.ts';
export { cleanText, fromSafeCell, shorten, toSafeCell } from './text.ts';

export { dayParams, findingValues, planProblemValues } from './messages.ts';
