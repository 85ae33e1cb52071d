import type { Problem, Warning } from './types.ts';

/** A country as read; `code` is ISO 3166-1 alpha-2 or null where the name is not known, `asGiven` is always kept. */
export interface CountryRead {
  readonly code: string | null;
  readonly asGiven: string;
}

type IncotermStatus = 'current' | 'retired' | 'not-stated' | 'unknown';
/** A delivery rule. `code` is the three letters where they are a rule (current or retired), else null; never guessed. */
export interface IncotermRead {
  readonly code: string | null;
  readonly asGiven: string;
  readonly status: IncotermStatus;
}

const shipmentModes = ['air', 'air-charter', 'sea', 'road', 'rail', 'courier', 'post', 'multimodal'] as const;
export type ShipmentMode = (typeof shipmentModes)[number];
export interface ModeRead {
  readonly code: ShipmentMode | null;
  readonly asGiven: string;
  readonly status: 'known' | 'not-stated' | 'unknown';
}

/** Amount in integer minor units of the ISO 4217 currency. */
export interface MoneyRead {
  readonly minor: number;
  readonly currency: string;
}

/** At least one of `code` and `name` is not null. */
export interface ClientPart {
  readonly code: string | null;
  readonly name: string | null;
  readonly country: CountryRead | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly segment: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
}

export interface ContactPart {
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
}

interface OrderPart {
  readonly number: string;
  readonly orderedOn: string | null;
}

/** At least one of `code` and `name` is not null. */
export interface ProductPart {
  readonly code: string | null;
  readonly name: string | null;
}

export interface LinePart {
  readonly number: string;
  readonly quantity: number;
  /** Null while the row tells of no delivery. */
  readonly deliveredQuantity: number | null;
  readonly value: MoneyRead | null;
  readonly requestedOn: string | null;
  readonly firstPromisedOn: string | null;
  readonly deliveredOn: string | null;
}

export interface ShipmentPart {
  /** Null where the row tells a mode or a rule but no shipment number. */
  readonly number: string | null;
  readonly mode: ModeRead | null;
  readonly incoterm: IncotermRead | null;
  readonly incotermPlace: string | null;
}

export interface DeliveryRow {
  readonly kind: 'deliveries';
  readonly rowNumber: number;
  readonly client: ClientPart;
  readonly order: OrderPart;
  readonly line: LinePart;
  readonly product: ProductPart;
  readonly shipment: ShipmentPart | null;
}
interface ClientRow {
  readonly kind: 'clients';
  readonly rowNumber: number;
  readonly client: ClientPart;
}
interface ContactRow {
  readonly kind: 'contacts';
  readonly rowNumber: number;
  readonly client: ClientPart;
  readonly contact: ContactPart;
}
/** What a row says of an instrument. Days are ISO, numbers as written with a point as decimal sign. */
export interface InstrumentPart {
  readonly serial: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly assetNumber: string | null;
  readonly site: string | null;
  readonly deliveredOn: string | null;
  readonly calibratedOn: string | null;
  readonly dueOn: string | null;
  readonly intervalMonths: number | null;
  readonly range: InstrumentRangePart | null;
}
export interface InstrumentRangePart {
  /** D-SI text. */
  readonly unit: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly resolution: string | null;
  /** Half the width of the permissible error, without a sign. */
  readonly tolerance: string | null;
}
export interface InstrumentRow {
  readonly kind: 'instruments';
  readonly rowNumber: number;
  readonly client: ClientPart;
  /** null: known by maker and model alone. */
  readonly product: ProductPart | null;
  readonly orderNumber: string | null;
  readonly lineNumber: string | null;
  readonly shipmentNumber: string | null;
  readonly instrument: InstrumentPart;
}
export type ImportRow = DeliveryRow | ClientRow | ContactRow | InstrumentRow;

/** What became of one record: a row, the problems that keep it out, or a blank line that is passed over. */
export type RowReading =
  | { readonly outcome: 'read'; readonly row: ImportRow; readonly warnings: readonly Warning[] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[]; readonly warnings: readonly Warning[] }
  | { readonly outcome: 'blank' };

/** What a row is beside the rows before it. */
export type ConsistencyReading =
  | { readonly outcome: 'new'; readonly warnings: readonly Warning[] }
  /** Says word for word what an earlier row said: counted, not taken in again. */
  | { readonly outcome: 'duplicate'; readonly ofRow: number }
  /** A further delivery of a line that an earlier row told. */
  | { readonly outcome: 'part'; readonly ofRow: number; readonly warnings: readonly Warning[] }
  | { readonly outcome: 'conflict'; readonly problems: readonly Problem[] };
