import { hash53 } from './hash.ts';
import { foldDigits, foldWords } from './normalise.ts';
import type { ClientPart, ConsistencyReading, DeliveryRow, ImportRow, InstrumentRow } from './row-types.ts';
import type { FieldKey, ImportPlan, Problem, Warning, WarningCode } from './types.ts';

/** Header names by field, so that messages can name the column. */
type ColumnNames = ReadonlyMap<FieldKey, string>;

const clientKey = (client: ClientPart): string => (client.code === null ? `n:${client.name ?? ''}` : `c:${client.code}`);

const hashOf = (...values: readonly unknown[]): number => hash53(JSON.stringify(values));

type Teller = (row: number, code: WarningCode, field: FieldKey, value: string, otherRow: number, other?: string) => void;

const createTeller = (columns: ColumnNames): { readonly warnings: readonly Warning[]; readonly tell: Teller } => {
  const warnings: Warning[] = [];
  return {
    warnings,
    tell: (rowNumber, code, field, value, otherRow, other = '') => {
      warnings.push({ rowNumber, column: columns.get(field) ?? null, field, code, value, params: { otherRow, other } });
    },
  };
};

/** What the first row said of a client's card; later rows that say otherwise are told, and the first one stands. */
const createClientMemory = () => {
  const known = new Map<string, { readonly row: number; readonly name: string | null; readonly country: string | null }>();
  return (client: ClientPart, row: number, tell: Teller): void => {
    const key = clientKey(client);
    const country = client.country === null ? null : (client.country.code ?? client.country.asGiven);
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, { row, name: client.name, country });
      return;
    }
    if (client.name !== null && first.name !== null && client.name !== first.name) {
      tell(row, 'client-told-differently', 'client.name', client.name, first.row, first.name);
    }
    if (country !== null && first.country !== null && country !== first.country) {
      tell(row, 'client-told-differently', 'client.country', country, first.row, first.country);
    }
  };
};

/** Rows of companies and people: the same again is a duplicate, the same company otherwise a warning. */
const createCardChecker = (columns: ColumnNames) => {
  const rows = new Map<number, number>();
  const checkClient = createClientMemory();
  return (row: Exclude<ImportRow, DeliveryRow | InstrumentRow>): ConsistencyReading => {
    const content = row.kind === 'clients' ? hashOf(row.client) : hashOf(row.client, row.contact);
    const ofRow = rows.get(content);
    if (ofRow !== undefined) return { outcome: 'duplicate', ofRow };
    rows.set(content, row.rowNumber);
    const { warnings, tell } = createTeller(columns);
    checkClient(row.client, row.rowNumber, tell);
    return { outcome: 'new', warnings };
  };
};

/** Rows of instruments: the same again is a duplicate, the same serial of the same product told otherwise a conflict. */
const createInstrumentChecker = (columns: ColumnNames) => {
  const contents = new Map<number, number>();
  const serials = new Map<string, number>();
  const checkClient = createClientMemory();
  return (row: InstrumentRow): ConsistencyReading => {
    const { rowNumber, ...told } = row;
    const content = hashOf(told);
    const sameRow = contents.get(content);
    if (sameRow !== undefined) return { outcome: 'duplicate', ofRow: sameRow };
    const { serial, manufacturer, model } = row.instrument;
    const key = `${foldWords([row.product?.code ?? row.product?.name ?? '', manufacturer ?? '', model ?? ''].join(' '))}\n${foldDigits(serial).toLowerCase()}`;
    const otherRow = serials.get(key);
    if (otherRow !== undefined) {
      const field = 'instrument.serial';
      return { outcome: 'conflict', problems: [{ rowNumber, column: columns.get(field) ?? null, field, code: 'instrument-conflict', value: serial, params: { otherRow } }] };
    }
    contents.set(content, rowNumber);
    serials.set(key, rowNumber);
    const { warnings, tell } = createTeller(columns);
    checkClient(row.client, rowNumber, tell);
    return { outcome: 'new', warnings };
  };
};

interface ToldOrder {
  readonly row: number;
  readonly client: string;
  readonly orderedOn: string | null;
}
interface ToldShipment {
  readonly row: number;
  readonly client: string;
  readonly deliveredOn: string | null;
  readonly mode: string | null;
  readonly rule: string | null;
}

/** All that the row says, in one text: joined, not as JSON, because it is done for every row of the file. */
const contentOf = ({ client, order, line, product, shipment }: DeliveryRow): number =>
  hash53(
    [
      client.code, client.name, client.country?.asGiven, client.language, client.segment, client.email, client.phone, client.website,
      order.number, order.orderedOn, product.code, product.name,
      line.number, line.quantity, line.deliveredQuantity, line.value?.minor, line.value?.currency, line.requestedOn, line.firstPromisedOn, line.deliveredOn,
      shipment?.number, shipment?.mode?.asGiven, shipment?.incoterm?.asGiven, shipment?.incotermPlace,
    ].join('\u0000'),
  );
/** What a further delivery of the same line may not change. */
const termsOf = ({ line, product }: DeliveryRow): number =>
  hashOf(product.code, product.name, line.quantity, line.value, line.requestedOn, line.firstPromisedOn);

const createDeliveryChecker = (columns: ColumnNames, hasDeliveredQuantities: boolean) => {
  const contents = new Map<number, number>();
  const lines = new Map<string, number>();
  const lineTerms = new Map<string, number>();
  const orders = new Map<string, ToldOrder>();
  const shipments = new Map<string, ToldShipment>();
  const products = new Map<string, { readonly row: number; readonly name: string }>();
  const checkClient = createClientMemory();

  const conflict = (row: DeliveryRow, code: Problem['code'], field: FieldKey, value: string, otherRow: number): ConsistencyReading => ({
    outcome: 'conflict',
    problems: [{ rowNumber: row.rowNumber, column: columns.get(field) ?? null, field, code, value, params: { otherRow } }],
  });

  const compareShipment = (row: DeliveryRow, client: string, tell: Teller): void => {
    const { shipment, line, rowNumber } = row;
    if (shipment === null || shipment.number === null) return;
    const now: ToldShipment = {
      row: rowNumber,
      client,
      deliveredOn: line.deliveredOn,
      mode: shipment.mode?.code ?? shipment.mode?.asGiven ?? null,
      rule: shipment.incoterm?.asGiven ?? null,
    };
    const first = shipments.get(shipment.number);
    if (first === undefined) {
      shipments.set(shipment.number, now);
      return;
    }
    const differ = (field: FieldKey, one: string | null, other: string | null): void => {
      if (one !== null && other !== null && one !== other) tell(rowNumber, 'shipment-told-differently', field, one, first.row, other);
    };
    if (first.client !== client) tell(rowNumber, 'shipment-of-two-clients', 'shipment.number', shipment.number, first.row);
    differ('line.deliveredOn', now.deliveredOn, first.deliveredOn);
    differ('shipment.mode', now.mode, first.mode);
    differ('shipment.incoterm', now.rule, first.rule);
  };

  const compareOrder = ({ order, rowNumber }: DeliveryRow, client: string, tell: Teller): void => {
    const first = orders.get(order.number);
    if (first === undefined) orders.set(order.number, { row: rowNumber, client, orderedOn: order.orderedOn });
    else if (order.orderedOn !== null && first.orderedOn !== null && order.orderedOn !== first.orderedOn) {
      tell(rowNumber, 'order-told-differently', 'order.orderedOn', order.orderedOn, first.row, first.orderedOn);
    }
  };

  const compareProduct = ({ product, rowNumber }: DeliveryRow, tell: Teller): void => {
    if (product.code === null || product.name === null) return;
    const first = products.get(product.code);
    if (first === undefined) products.set(product.code, { row: rowNumber, name: product.name });
    else if (first.name !== product.name) tell(rowNumber, 'product-told-differently', 'product.name', product.name, first.row, first.name);
  };

  return (row: DeliveryRow): ConsistencyReading => {
    const client = clientKey(row.client);
    const content = contentOf(row);
    const sameRow = contents.get(content);
    if (sameRow !== undefined) return { outcome: 'duplicate', ofRow: sameRow };
    const order = orders.get(row.order.number);
    if (order !== undefined && order.client !== client) return conflict(row, 'order-of-two-clients', 'order.number', row.order.number, order.row);
    const key = `${row.order.number}\n${row.line.number}`;
    const toldIn = lines.get(key);
    if (toldIn !== undefined) {
      // Parts are told apart by their quantities; without them a second delivery would count the whole line twice.
      const isPart = hasDeliveredQuantities && row.line.deliveredQuantity !== null && lineTerms.get(key) === termsOf(row);
      if (!isPart) return conflict(row, 'line-conflict', 'line.number', row.line.number, toldIn);
    } else {
      lines.set(key, row.rowNumber);
      if (hasDeliveredQuantities) lineTerms.set(key, termsOf(row));
    }
    contents.set(content, row.rowNumber);
    const { warnings, tell } = createTeller(columns);
    checkClient(row.client, row.rowNumber, tell);
    compareOrder(row, client, tell);
    compareShipment(row, client, tell);
    compareProduct(row, tell);
    return toldIn === undefined ? { outcome: 'new', warnings } : { outcome: 'part', ofRow: toldIn, warnings };
  };
};

export interface ConsistencyChecker {
  /** Takes the next readable row, in the order of the file. */
  check: (row: ImportRow) => ConsistencyReading;
}

/**
 * Compares each row with those before it: the same line told twice, an order or shipment of two clients, cards that are
 * told differently. Messages name both rows. Memory grows with the distinct orders, lines and shipments of the file.
 */
export const createConsistencyChecker = (plan: ImportPlan): ConsistencyChecker => {
  const columns: ColumnNames = new Map(plan.fields.flatMap(({ field, source }) => (source.from === 'column' ? [[field, source.column] as const] : [])));
  const checkDelivery = createDeliveryChecker(columns, plan.deliveredQuantity === 'column' && columns.has('line.deliveredQuantity'));
  const checkCard = createCardChecker(columns);
  const checkInstrument = createInstrumentChecker(columns);
  return {
    check: (row) => {
      if (row.kind === 'deliveries') return checkDelivery(row);
      return row.kind === 'instruments' ? checkInstrument(row) : checkCard(row);
    },
  };
};
