import type { CellReaders, RowContext } from './cells.ts';
import { minorUnitDecimals } from './currencies.ts';
import { toMinorUnits } from './numbers.ts';
import type { ClientPart, DeliveryRow, LinePart, MoneyRead, ShipmentPart } from './row-types.ts';
import { doubt, tell } from './row-notes.ts';
import type { FieldKey, ImportPlan } from './types.ts';

/** Amount and currency as one value; the sign beside the amount counts where no column or constant names the currency. */
const createMoneyReader = (readers: CellReaders): ((row: RowContext) => MoneyRead | null) => {
  const amountOf = readers.decimal('line.valueAmount');
  const currencyOf = readers.currency('line.currency');
  return (row) => {
    const amount = amountOf(row);
    const named = currencyOf(row);
    if (amount === null) return null;
    if (named !== null && amount.currency !== null && named !== amount.currency) {
      return tell(row, readers, 'line.valueAmount', 'currency-conflict', '', { one: amount.currency, other: named });
    }
    const currency = named ?? amount.currency;
    if (currency === null) {
      return row.problems.some((problem) => problem.field === 'line.currency') ? null : tell(row, readers, 'line.currency', 'currency-missing');
    }
    const reading = toMinorUnits(amount, currency);
    const told = `${amount.isNegative ? '-' : ''}${amount.whole === '' ? '0' : amount.whole}${amount.fraction === '' ? '' : `.${amount.fraction}`}`;
    if (!reading.ok) return tell(row, readers, 'line.valueAmount', reading.code, told, reading.params);
    if (reading.value.isRounded) {
      doubt(row, readers, 'line.valueAmount', 'amount-rounded', told, { currency, decimals: minorUnitDecimals(currency), minor: reading.value.minor });
    }
    if (reading.value.minor < 0) doubt(row, readers, 'line.valueAmount', 'amount-negative', told);
    return { minor: reading.value.minor, currency };
  };
};

const createShipmentReader = (readers: CellReaders): ((row: RowContext) => ShipmentPart | null) => {
  const numberOf = readers.text('shipment.number');
  const modeOf = readers.mode('shipment.mode');
  const incotermOf = readers.incoterm('shipment.incoterm');
  const placeOf = readers.text('shipment.incotermPlace');
  return (row) => {
    const number = numberOf(row);
    const mode = modeOf(row);
    const rule = incotermOf(row);
    const incotermPlace = placeOf(row) ?? rule?.place ?? null;
    if (number === null && mode === null && rule === null && incotermPlace === null) return null;
    return { number, mode, incoterm: rule?.incoterm ?? null, incotermPlace };
  };
};

/** Days of one row that do not go together. Nothing is refused: the file may be right and our idea of it wrong. */
const compareDays = (row: RowContext, readers: CellReaders, orderedOn: string | null, line: LinePart, importedOn: string): void => {
  const { deliveredOn, firstPromisedOn } = line;
  if (deliveredOn !== null && deliveredOn > importedOn) doubt(row, readers, 'line.deliveredOn', 'day-in-future', deliveredOn, { day: deliveredOn });
  if (orderedOn === null) return;
  if (orderedOn > importedOn) doubt(row, readers, 'order.orderedOn', 'day-in-future', orderedOn, { day: orderedOn });
  if (deliveredOn !== null && deliveredOn < orderedOn) {
    doubt(row, readers, 'line.deliveredOn', 'delivered-before-ordered', deliveredOn, { delivered: deliveredOn, ordered: orderedOn });
  }
  if (firstPromisedOn !== null && firstPromisedOn < orderedOn) {
    doubt(row, readers, 'line.firstPromisedOn', 'promised-before-ordered', firstPromisedOn, { promised: firstPromisedOn, ordered: orderedOn });
  }
};

const createLineReader = (plan: ImportPlan, readers: CellReaders): ((row: RowContext) => LinePart | null) => {
  const numberOf = readers.text('line.number');
  const quantityOf = readers.quantity('line.quantity');
  const deliveredQuantityOf = readers.quantity('line.deliveredQuantity');
  const valueOf = createMoneyReader(readers);
  const requestedOf = readers.day('line.requestedOn');
  const promisedOf = readers.day('line.firstPromisedOn');
  const deliveredOf = readers.day('line.deliveredOn');
  return (row) => {
    const number = numberOf(row) ?? tell(row, readers, 'line.number', 'required-blank');
    const quantity = quantityOf(row) ?? tell(row, readers, 'line.quantity', 'required-blank');
    const told = deliveredQuantityOf(row);
    const value = valueOf(row);
    const requestedOn = requestedOf(row);
    const firstPromisedOn = promisedOf(row);
    const deliveredOn = deliveredOf(row);
    if (number === null || quantity === null) return null;
    if (told !== null && told > 0 && deliveredOn === null) doubt(row, readers, 'line.deliveredOn', 'delivered-quantity-without-day', '', { quantity: told });
    // "As ordered" speaks of lines that were delivered; an open line has delivered nothing.
    const deliveredQuantity = plan.deliveredQuantity === 'as-ordered' ? (deliveredOn === null ? null : quantity) : told;
    return { number, quantity, deliveredQuantity, value, requestedOn, firstPromisedOn, deliveredOn };
  };
};

/** Reads an order line with its client, order, product and delivery out of one record. */
export const createDeliveryReader = (
  plan: ImportPlan,
  readers: CellReaders,
  clientOf: (row: RowContext) => ClientPart | null,
): ((row: RowContext) => DeliveryRow | null) => {
  const orderNumberOf = readers.text('order.number');
  const orderedOf = readers.day('order.orderedOn');
  const lineOf = createLineReader(plan, readers);
  const productCodeOf = readers.text('product.code');
  const productNameOf = readers.text('product.name');
  const shipmentOf = createShipmentReader(readers);
  const productField: FieldKey = readers.columnOf('product.name') === null ? 'product.code' : 'product.name';
  return (row) => {
    const client = clientOf(row);
    const orderNumber = orderNumberOf(row) ?? tell(row, readers, 'order.number', 'required-blank');
    const orderedOn = orderedOf(row);
    const line = lineOf(row);
    const product = { code: productCodeOf(row), name: productNameOf(row) };
    if (product.code === null && product.name === null) tell(row, readers, productField, 'required-blank');
    const shipment = shipmentOf(row);
    if (client === null || orderNumber === null || line === null) return null;
    compareDays(row, readers, orderedOn, line, plan.importedOn);
    return { kind: 'deliveries', rowNumber: row.rowNumber, client, order: { number: orderNumber, orderedOn }, line, product, shipment };
  };
};
