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
