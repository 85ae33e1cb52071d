import { type } from '@orpc/contract';
import { z } from 'zod';
import type { DeliveryFigure } from '../domain/delivery/index.ts';
import { day, id, instant, line, money, window } from './common.ts';
import { procedure } from './errors.ts';

export const deliveryBasis = z.enum(['request', 'first-promise', 'current-promise']);

/** How one order line came out, read on a day against a basis. `open` is not due yet; `left-out` was cancelled by the customer. */
export const lineOutcome = z.enum(['on-time', 'early', 'late', 'short', 'open', 'open-late', 'left-out', 'no-promise']);
export type LineOutcome = z.output<typeof lineOutcome>;

export const orderLine = z.object({
  id,
  orderId: id,
  orderNumber: z.string(),
  lineNumber: z.string(),
  clientId: id,
  clientName: z.string(),
  productName: z.string().nullable(),
  orderedQuantity: z.number(),
  deliveredQuantity: z.number(),
  value: money.nullable(),
  /** As the source wrote it; retired and unknown rules are kept and labelled by the window. */
  incoterm: z.string().nullable(),
  requestedOn: day.nullable(),
  firstPromisedOn: day.nullable(),
  currentPromisedOn: day.nullable(),
  deliveredOn: day.nullable(),
  documentsOk: z.boolean().nullable(),
  conditionOk: z.boolean().nullable(),
  /** Delivered − promised in days, on the chosen basis; negative is early. */
  latenessDays: z.int().nullable(),
  outcome: lineOutcome,
  shipmentNumber: z.string().nullable(),
  shipmentMode: z.string().nullable(),
  sourceFile: z.string().nullable(),
  sourceRow: z.int().nullable(),
});
export type OrderLineRow = z.output<typeof orderLine>;

export const orderLineDetail = orderLine.extend({
  promises: z.array(
    z.object({ id, promisedOn: day, madeAt: instant, madeBy: z.string(), askedBy: z.enum(['customer', 'exporter']), reason: z.string().nullable() }),
  ),
  deliveries: z.array(z.object({ id, quantity: z.number(), deliveredOn: day.nullable(), shipmentNumber: z.string().nullable() })),
  milestones: z.array(
    z.object({ event: z.string(), kind: z.enum(['planned', 'estimated', 'actual']), occursOn: day, place: z.string().nullable(), source: z.string().nullable() }),
  ),
});

/** A figure of `DeliverySummary` (and `lateness`, the two means in days) as the lines that it counts. */
export const lineFigures = [
  'on-time', 'otif', 'perfect', 'on-or-before', 'on-time-without-customer-caused', 'in-full', 'lateness',
] as const;
export const lineFigure = z.object({
  name: z.enum(lineFigures),
  /** `counted`: the numerator; `all`: the denominator; `not-counted`: in the denominator and not in the numerator. */
  part: z.enum(['counted', 'not-counted', 'all']),
});
export type LineFigure = z.output<typeof lineFigure>;

export const lineSorts = ['promised', 'delivered', 'lateness', 'value', 'order'] as const;

const scope = z.object({
  /** null: the whole portfolio. */
  clientId: id.nullable(),
  countryCode: z.string().nullable().default(null),
});

/** Every figure carries its basis, window and event (there is no standard definition of OTIF). */
export interface DeliverySummary {
  readonly asOfOn: string;
  /** On time inside the window, against each basis; the headline is the first promise. */
  readonly onTime: readonly DeliveryFigure[];
  readonly otif: readonly DeliveryFigure[];
  readonly perfect: readonly DeliveryFigure[];
  /** Delivered on or before the first promise, however early. */
  readonly onOrBefore: DeliveryFigure;
  /** On time against the first promise, delays that the customer caused left out: the second, labelled figure. */
  readonly onTimeWithoutCustomerCaused: DeliveryFigure;
  readonly inFull: DeliveryFigure;
  readonly fillRate: number | null;
  readonly meanLatenessDays: number | null;
  readonly meanAbsoluteErrorDays: number | null;
  readonly lineCount: number;
  readonly orderCount: number;
  readonly shipmentCount: number;
  /** By currency, in minor units. */
  readonly values: readonly { readonly minor: number; readonly currency: string }[];
  /** Counts by Incoterm as given. */
  readonly incoterms: readonly { readonly code: string; readonly edition: '2020' | 'retired' | 'unknown'; readonly lineCount: number }[];
}

export const orders = {
  figures: procedure.input(scope).output(type<DeliverySummary>()),
  lines: procedure
    .input(
      scope.extend({
        orderId: id.nullable().default(null),
        basis: deliveryBasis.default('first-promise'),
        outcomes: z.array(lineOutcome).default([]),
        /** Exactly these lines: the records behind a number. */
        ids: z.array(id).max(5000).nullable().default(null),
        /** Exactly the lines that this figure counts on `basis`, so that a number can be opened. */
        figure: lineFigure.nullable().default(null),
        /** Lines without the value come last either way. */
        sort: z.enum(lineSorts).default('promised'),
        descending: z.boolean().default(true),
        search: z.string().max(200).default(''),
        ...window,
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(orderLine) })),
  line: procedure.input(z.object({ id })).output(orderLineDetail),
  /** A new promise; the first one is kept for ever. */
  promise: procedure
    .input(z.object({ orderLineId: id, promisedOn: day, askedBy: z.enum(['customer', 'exporter']), reason: line }))
    .output(orderLineDetail),
};
