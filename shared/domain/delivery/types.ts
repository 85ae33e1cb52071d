/**
 * What the delivery rules read and say. Days are epoch days (integers, 0 = 1970-01-01; see ../calendar) so that a million
 * lines are read without parsing; `null` always means "not recorded".
 */

/** The ten reasons of the field: customer, supplier, production, quality or calibration, documents, export customs, carrier, weather or force majeure, import customs, internal. */
export type DelayReason = 'CUS' | 'SUP' | 'PRD' | 'QA' | 'DOC' | 'XCU' | 'CAR' | 'WX' | 'ICU' | 'INT';

export type Party = 'customer' | 'exporter';

/** A promise made after the first one. A change that the customer asked for rebases the line; the exporter's own does not. */
export interface LinePromise {
  readonly promisedDay: number;
  /** ISO UTC instant; later instants supersede earlier ones. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly askedBy: Party;
  readonly reason: string | null;
}

export interface DeliveryLine {
  readonly id: string;
  readonly orderId: string;
  readonly orderedQuantity: number;
  /** Sum of what was delivered so far, in the unit of the order. */
  readonly deliveredQuantity: number;
  /** Day of the order; null when the source does not say. */
  readonly orderedDay: number | null;
  readonly requestedDay: number | null;
  /** The first promise never changes. */
  readonly firstPromisedDay: number | null;
  /** Later promises in any order; share one empty array for lines without any. */
  readonly promises: readonly LinePromise[];
  /** The day of the last delivery at the contractual event; null while nothing was delivered. */
  readonly deliveredDay: number | null;
  /** The day the goods reached the client, where it is recorded apart from the contractual event. */
  readonly arrivedDay?: number | null;
  readonly documentsOk: boolean | null;
  readonly conditionOk: boolean | null;
  readonly cancelledBy: Party | null;
  /** A {@link DelayReason}, or what an imported file gave. */
  readonly delayReason: string | null;
  readonly shipmentId: string | null;
  readonly incoterm: string | null;
  /** Money in minor units of `currency`. */
  readonly valueMinor: number | null;
  readonly currency: string | null;
  /** What the line's product belongs to when "a new product line" is asked for: its kind, else the product itself. */
  readonly productLine: string | null;
}

/** Which day a delivery is held against. */
export type DeliveryBasis = 'request' | 'first-promise' | 'current-promise';

/** Days relative to the basis, both ends included: −2…0 is up to two days early and never late. */
export interface DeliveryWindow {
  /** null: however early (a number would not survive JSON). */
  readonly earliestDays: number | null;
  readonly latestDays: number;
}

/** How a figure was taken. There is no standard definition of OTIF, so it stands beside every number. */
export interface DeliveryMeasure {
  readonly basis: DeliveryBasis;
  readonly window: DeliveryWindow;
  /** Which day counts as delivery. */
  readonly event: DeliveryEvent;
  /** True: due lines whose delay the customer caused are left out (the second, labelled figure). */
  readonly leavesOutCustomerDelays: boolean;
}
/**
 * 'incoterm': the contractual event, that is `deliveredDay`. 'arrival': when the client had the goods, for what it
 * experienced under rules that deliver at origin; lines of such rules without a recorded arrival are left out.
 */
type DeliveryEvent = 'incoterm' | 'arrival';

/** A rate that is never shown bare: its two counts and the way it was taken come with it. */
export interface DeliveryFigure extends DeliveryMeasure {
  readonly numerator: number;
  readonly denominator: number;
  /** numerator / denominator in [0, 1]; null where the denominator is 0. */
  readonly rate: number | null;
}

/** A mean in days over delivered lines, with how many lines it stands on. */
export interface DeliveryMean extends DeliveryMeasure {
  readonly count: number;
  readonly meanDays: number | null;
}

export interface DeliverySummary {
  /** Reading day (epoch day). */
  readonly asOfDay: number;
  readonly onTime: DeliveryFigure;
  readonly inFull: DeliveryFigure;
  readonly onTimeInFull: DeliveryFigure;
  /** SCOR RL.1.1: OTIF with documents and condition; `unrecorded` of its numerator have neither recorded and count as faultless. */
  readonly perfect: DeliveryFigure & { readonly unrecorded: number };
  /** Orders all of whose due lines are OTIF, out of orders with a due line. */
  readonly ordersOnTimeInFull: DeliveryFigure;
  /** Quantities: delivered (each line at most as ordered) out of ordered, over due lines. */
  readonly fillRate: DeliveryFigure;
  /** Signed days from the basis, early negative. */
  readonly lateness: DeliveryMean;
  readonly absoluteError: DeliveryMean;
  /** Lines that are in no denominator, by reason. */
  readonly leftOut: {
    readonly notYetDue: number;
    readonly cancelledByCustomer: number;
    readonly withoutBasis: number;
    /** Handed over, but the event asked for was not recorded. */
    readonly withoutEvent: number;
    readonly customerDelays: number;
  };
  readonly openLate: number;
}
