import type { ClientPart, ContactPart, DeliveryRow, FieldKey, ImportPlan, ImportRow, InstrumentPart, InstrumentRow, ProductPart, ShipmentPart } from '#shared/domain/importing/index.ts';
import { foldWords } from '#shared/domain/importing/index.ts';
import { CodeNameIndex } from './code-name-index.ts';

/** What the store will have of an entity of the file: `id` is its row, found or new. */
interface Gathered {
  id: string;
  state: 'created' | 'changed' | 'unchanged';
  /** The first row that told it. */
  readonly rowNumber: number;
}

export interface GatheredClient extends Gathered {
  code: string | null;
  name: string | null;
  country: ClientPart['country'];
  language: string | null;
  segment: string | null;
  readonly channels: { readonly kind: 'email' | 'phone' | 'website'; readonly handle: string }[];
}
export interface GatheredContact extends Gathered {
  readonly client: GatheredClient;
  name: string;
  role: string | null;
  email: string | null;
  phone: string | null;
  language: string | null;
}
export interface GatheredProduct extends Gathered {
  code: string | null;
  name: string | null;
}
export interface GatheredOrder extends Gathered {
  readonly client: GatheredClient;
  readonly number: string;
  orderedOn: string | null;
}
export interface GatheredShipment extends Gathered {
  readonly client: GatheredClient;
  readonly number: string;
  mode: string | null;
  incoterm: string | null;
  incotermPlace: string | null;
  readonly deliveries: GatheredDelivery[];
}
export interface GatheredDelivery {
  readonly line: GatheredLine;
  readonly shipment: GatheredShipment | null;
  readonly quantity: number;
  readonly deliveredOn: string | null;
  readonly rowNumber: number;
}
export interface GatheredLine extends Gathered {
  readonly order: GatheredOrder;
  readonly product: GatheredProduct;
  readonly number: string;
  readonly quantity: number;
  readonly valueMinor: number | null;
  readonly currency: string | null;
  readonly incoterm: string | null;
  readonly incotermPlace: string | null;
  readonly requestedOn: string | null;
  /** As the file tells it; what the store promised first stands above it. */
  readonly firstPromisedOn: string | null;
  readonly deliveries: GatheredDelivery[];
}

export interface GatheredInstrument extends Gathered {
  readonly client: GatheredClient;
  readonly product: GatheredProduct | null;
  readonly part: InstrumentPart;
  readonly orderNumber: string | null;
  readonly lineNumber: string | null;
  readonly shipmentNumber: string | null;
}

const fresh = (rowNumber: number) => ({ id: '', state: 'unchanged', rowNumber }) as const;

/**
 * The accepted rows of one file as the entities they speak of, each once. What an earlier row told stands; later rows fill
 * what it left open (the consistency checker warned where they differ).
 */
export class Gathering {
  readonly clients: GatheredClient[] = [];
  readonly contacts: GatheredContact[] = [];
  readonly products: GatheredProduct[] = [];
  readonly orders: GatheredOrder[] = [];
  readonly shipments: GatheredShipment[] = [];
  readonly lines: GatheredLine[] = [];
  readonly instruments: GatheredInstrument[] = [];
  readonly values = new Map<string, number>();
  newestOn: string | null = null;
  oldestOn: string | null = null;

  readonly #clientIndex = new CodeNameIndex<GatheredClient>();
  readonly #productIndex = new CodeNameIndex<GatheredProduct>();
  readonly #ordersByClient = new Map<GatheredClient, Map<string, GatheredOrder>>();
  readonly #shipmentsByClient = new Map<GatheredClient, Map<string, GatheredShipment>>();
  readonly #linesByOrder = new Map<GatheredOrder, Map<string, GatheredLine>>();
  readonly #contactsByClient = new Map<GatheredClient, Map<string, GatheredContact>>();
  /** The file tells no delivered quantities: each of its lines is delivered whole, once. */
  readonly isDeliveredAsOrdered: boolean;
  readonly #columns: ReadonlyMap<FieldKey, string>;
  readonly #nameIsCode: { readonly client: boolean; readonly product: boolean };

  constructor(plan: ImportPlan) {
    this.#columns = new Map(plan.fields.flatMap(({ field, source }) => (source.from === 'column' ? [[field, source.column] as const] : [])));
    this.isDeliveredAsOrdered = plan.deliveredQuantity === 'as-ordered';
    const columnOf = (field: string): number | undefined => {
      const source = plan.fields.find((each) => each.field === field)?.source;
      return source?.from === 'column' ? source.index : undefined;
    };
    const same = (one: string, other: string): boolean => columnOf(one) !== undefined && columnOf(one) === columnOf(other);
    // Where one column is both code and name, the name is a stopgap: it never overwrites a name that a person gave.
    this.#nameIsCode = { client: same('client.code', 'client.name'), product: same('product.code', 'product.name') };
  }

  add(row: ImportRow): void {
    switch (row.kind) {
      case 'clients':
        this.#client(row.client, row.rowNumber);
        break;
      case 'contacts':
        this.#contact(this.#client(row.client, row.rowNumber), row.contact, row.rowNumber);
        break;
      case 'instruments':
        this.#instrument(row);
        break;
      case 'deliveries':
        this.#delivery(row);
        break;
    }
  }

  get countryCount(): number {
    return new Set(this.clients.flatMap(({ country }) => (country === null ? [] : [country.code ?? foldWords(country.asGiven)]))).size;
  }

  get entityCount(): number {
    return this.clients.length + this.contacts.length + this.products.length + this.orders.length + this.shipments.length + this.lines.length + this.instruments.length;
  }

  #client(part: ClientPart, rowNumber: number): GatheredClient {
    const { code } = part;
    const name = this.#nameIsCode.client ? null : part.name;
    let client = this.#clientIndex.find(code, name);
    if (!client) {
      client = { ...fresh(rowNumber), code, name, country: part.country, language: part.language, segment: part.segment, channels: [] };
      this.clients.push(client);
      this.#clientIndex.add(client, code, name);
    } else if ((client.code === null && code !== null) || (client.name === null && name !== null)) {
      client.code ??= code;
      client.name ??= name;
      this.#clientIndex.add(client, client.code, client.name);
    }
    client.country ??= part.country;
    client.language ??= part.language;
    client.segment ??= part.segment;
    for (const kind of ['email', 'phone', 'website'] as const) {
      const handle = part[kind];
      const isKnown = handle === null || client.channels.some((channel) => channel.kind === kind && channel.handle === handle);
      if (!isKnown) client.channels.push({ kind, handle });
    }
    return client;
  }

  #contact(client: GatheredClient, part: ContactPart, rowNumber: number): void {
    const ofClient = mapOf(this.#contactsByClient, client);
    const key = contactKey(part.email, part.name);
    let contact = ofClient.get(key);
    if (!contact) {
      contact = { ...fresh(rowNumber), client, ...part };
      ofClient.set(key, contact);
      this.contacts.push(contact);
    }
    contact.role ??= part.role;
    contact.email ??= part.email;
    contact.phone ??= part.phone;
    contact.language ??= part.language;
  }

  /** The header name of a field's column, for what is told of a row later. */
  columnOf(field: FieldKey): string | null {
    return this.#columns.get(field) ?? null;
  }

  #instrument({ client: clientPart, product: productPart, instrument, rowNumber, orderNumber, lineNumber, shipmentNumber }: InstrumentRow): void {
    const client = this.#client(clientPart, rowNumber);
    const product = productPart === null ? null : this.#product(productPart, rowNumber);
    this.instruments.push({ ...fresh(rowNumber), client, product, part: instrument, orderNumber, lineNumber, shipmentNumber });
    for (const day of [instrument.deliveredOn, instrument.calibratedOn]) this.#spanDay(day);
  }

  #delivery(row: DeliveryRow): void {
    const client = this.#client(row.client, row.rowNumber);
    const order = this.#order(client, row);
    const shipment = this.#shipment(client, row);
    const ofOrder = mapOf(this.#linesByOrder, order);
    let line = ofOrder.get(row.line.number);
    if (!line) {
      line = this.#line(order, row);
      ofOrder.set(line.number, line);
    }
    const { deliveredOn, deliveredQuantity } = row.line;
    // A delivered line whose file tells no quantity came as ordered; a line announced on a shipment has brought nothing yet.
    const quantity = deliveredQuantity ?? (deliveredOn === null ? 0 : line.quantity);
    if (deliveredOn !== null || quantity > 0 || shipment) {
      const delivery: GatheredDelivery = { line, shipment, quantity, deliveredOn, rowNumber: row.rowNumber };
      line.deliveries.push(delivery);
      shipment?.deliveries.push(delivery);
    }
    for (const day of [row.order.orderedOn, row.line.requestedOn, row.line.firstPromisedOn, deliveredOn]) this.#spanDay(day);
  }

  #spanDay(day: string | null): void {
    if (day === null) return;
    if (this.newestOn === null || day > this.newestOn) this.newestOn = day;
    if (this.oldestOn === null || day < this.oldestOn) this.oldestOn = day;
  }

  #order(client: GatheredClient, row: DeliveryRow): GatheredOrder {
    const ofClient = mapOf(this.#ordersByClient, client);
    let order = ofClient.get(row.order.number);
    if (!order) {
      order = { ...fresh(row.rowNumber), client, number: row.order.number, orderedOn: row.order.orderedOn };
      ofClient.set(order.number, order);
      this.orders.push(order);
    }
    order.orderedOn ??= row.order.orderedOn;
    return order;
  }

  #product(part: ProductPart, rowNumber: number): GatheredProduct {
    const { code } = part;
    const name = this.#nameIsCode.product ? null : part.name;
    let product = this.#productIndex.find(code, name);
    if (!product) {
      product = { ...fresh(rowNumber), code, name };
      this.products.push(product);
      this.#productIndex.add(product, code, name);
    } else if ((product.code === null && code !== null) || (product.name === null && name !== null)) {
      product.code ??= code;
      product.name ??= name;
      this.#productIndex.add(product, product.code, product.name);
    }
    return product;
  }

  #shipment(client: GatheredClient, row: DeliveryRow): GatheredShipment | null {
    const part = row.shipment;
    if (part === null || part.number === null) return null;
    const ofClient = mapOf(this.#shipmentsByClient, client);
    let shipment = ofClient.get(part.number);
    if (!shipment) {
      shipment = { ...fresh(row.rowNumber), client, number: part.number, mode: null, incoterm: null, incotermPlace: null, deliveries: [] };
      ofClient.set(shipment.number, shipment);
      this.shipments.push(shipment);
    }
    shipment.mode ??= part.mode?.code ?? part.mode?.asGiven ?? null;
    shipment.incoterm ??= ruleOf(part);
    shipment.incotermPlace ??= part.incotermPlace;
    return shipment;
  }

  #line(order: GatheredOrder, row: DeliveryRow): GatheredLine {
    const { number, quantity, value, requestedOn, firstPromisedOn } = row.line;
    const line: GatheredLine = {
      ...fresh(row.rowNumber),
      order,
      product: this.#product(row.product, row.rowNumber),
      number,
      quantity,
      valueMinor: value?.minor ?? null,
      currency: value?.currency ?? null,
      incoterm: ruleOf(row.shipment),
      incotermPlace: row.shipment?.incotermPlace ?? null,
      requestedOn,
      firstPromisedOn,
      deliveries: [],
    };
    this.lines.push(line);
    if (value) this.values.set(value.currency, (this.values.get(value.currency) ?? 0) + value.minor);
    return line;
  }
}

/** The rule's three letters, current or retired; what is no rule stays as the file gave it. */
const ruleOf = (part: ShipmentPart | null): string | null => part?.incoterm?.code ?? part?.incoterm?.asGiven ?? null;

/** A person of a company: by e-mail address, else by name. */
export const contactKey = (email: string | null, name: string): string => (email === null ? `n:${foldWords(name)}` : `e:${email.toLowerCase()}`);

const mapOf = <K, T>(maps: Map<K, Map<string, T>>, key: K): Map<string, T> => {
  let found = maps.get(key);
  if (!found) {
    found = new Map();
    maps.set(key, found);
  }
  return found;
};
