/**
 * Trade terms: where the seller has delivered and who clears and carries. Current rows: ICC Incoterms® 2020 (publication
 * 723E); retired rows: Incoterms 2000, met in old contracts and files. A term is never guessed: what is not in the table
 * is kept as given.
 */

type IncotermEdition = '2020' | 'retired' | 'unknown';
type TradeParty = 'seller' | 'buyer';

/** Sentences in the scoring catalogue: `incoterm.point.<code>`. */
type DeliveryPoint =
  | 'at-disposal-unloaded'
  | 'loaded-or-on-arriving-vehicle'
  | 'first-carrier'
  | 'alongside-ship'
  | 'on-board'
  | 'arrived-ready-to-unload'
  | 'arrived-unloaded'
  | 'arrived-import-cleared'
  | 'frontier'
  | 'on-ship-at-destination'
  | 'on-quay';

/** When the risk passes, as a client should read it: `incoterm.risk.<code>`. */
type RiskNote = 'at-origin' | 'before-paid-carriage' | 'at-destination';

interface Incoterm {
  /** Upper-case three letters for a known rule; otherwise exactly as given. */
  readonly code: string;
  readonly edition: IncotermEdition;
  readonly deliveryPoint: DeliveryPoint | null;
  readonly riskNote: RiskNote | null;
  readonly exportClearance: TradeParty | null;
  readonly importClearance: TradeParty | null;
  /** Who contracts and pays the main carriage. */
  readonly mainCarriage: TradeParty | null;
  /** The seller pays the carriage but has delivered before it (C rules): arrival is shown apart, as what the client experienced. */
  readonly arrivalShownApart: boolean;
}

const rule = (
  edition: '2020' | 'retired',
  code: string,
  deliveryPoint: DeliveryPoint,
  riskNote: RiskNote,
  exportClearance: TradeParty,
  importClearance: TradeParty,
  mainCarriage: TradeParty,
): Incoterm => ({
  code, edition, deliveryPoint, riskNote, exportClearance, importClearance, mainCarriage,
  arrivalShownApart: riskNote === 'before-paid-carriage',
});

export const incoterms: readonly Incoterm[] = [
  rule('2020', 'EXW', 'at-disposal-unloaded', 'at-origin', 'buyer', 'buyer', 'buyer'),
  rule('2020', 'FCA', 'loaded-or-on-arriving-vehicle', 'at-origin', 'seller', 'buyer', 'buyer'),
  rule('2020', 'CPT', 'first-carrier', 'before-paid-carriage', 'seller', 'buyer', 'seller'),
  rule('2020', 'CIP', 'first-carrier', 'before-paid-carriage', 'seller', 'buyer', 'seller'),
  rule('2020', 'FAS', 'alongside-ship', 'at-origin', 'seller', 'buyer', 'buyer'),
  rule('2020', 'FOB', 'on-board', 'at-origin', 'seller', 'buyer', 'buyer'),
  rule('2020', 'CFR', 'on-board', 'before-paid-carriage', 'seller', 'buyer', 'seller'),
  rule('2020', 'CIF', 'on-board', 'before-paid-carriage', 'seller', 'buyer', 'seller'),
  rule('2020', 'DAP', 'arrived-ready-to-unload', 'at-destination', 'seller', 'buyer', 'seller'),
  rule('2020', 'DPU', 'arrived-unloaded', 'at-destination', 'seller', 'buyer', 'seller'),
  rule('2020', 'DDP', 'arrived-import-cleared', 'at-destination', 'seller', 'seller', 'seller'),
  rule('retired', 'DDU', 'arrived-ready-to-unload', 'at-destination', 'seller', 'buyer', 'seller'),
  rule('retired', 'DAF', 'frontier', 'at-destination', 'seller', 'buyer', 'seller'),
  rule('retired', 'DES', 'on-ship-at-destination', 'at-destination', 'seller', 'buyer', 'seller'),
  rule('retired', 'DEQ', 'on-quay', 'at-destination', 'seller', 'buyer', 'seller'),
];

const byCode: ReadonlyMap<string, Incoterm> = new Map(incoterms.map((incoterm) => [incoterm.code, incoterm]));

/** The rule of a code in any case and with spaces around it; anything else comes back as given with edition 'unknown'. */
export const readIncoterm = (given: string): Incoterm =>
  byCode.get(given.trim().toUpperCase()) ?? {
    code: given, edition: 'unknown', deliveryPoint: null, riskNote: null, exportClearance: null, importClearance: null, mainCarriage: null,
    arrivalShownApart: false,
  };

/** Whether delivery under the rule is arrival at the destination; null for a rule that is not known. */
export const deliversAtDestination = (given: string): boolean | null => {
  const { riskNote } = byCode.get(given) ?? readIncoterm(given);
  return riskNote === null ? null : riskNote === 'at-destination';
};
