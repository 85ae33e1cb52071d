import { compareDecimals, toDsiUnit } from '../calibration/index.ts';
import type { CellReaders, RowContext } from './cells.ts';
import type { ClientPart, InstrumentPart, InstrumentRangePart, InstrumentRow } from './row-types.ts';
import { doubt, tell } from './row-notes.ts';
import type { ImportPlan } from './types.ts';

const monthLimits = { least: 1, most: 120 } as const;

const createIntervalReader = (readers: CellReaders): ((row: RowContext) => number | null) => {
  const monthsOf = readers.quantity('instrument.intervalMonths');
  return (row) => {
    const months = monthsOf(row);
    if (months === null || (Number.isInteger(months) && months >= monthLimits.least && months <= monthLimits.most)) return months;
    return tell(row, readers, 'instrument.intervalMonths', 'interval-out-of-range', String(months), monthLimits);
  };
};

const createRangeReader = (readers: CellReaders): ((row: RowContext) => InstrumentRangePart | null) => {
  const lowerOf = readers.decimalText('instrument.rangeLower');
  const upperOf = readers.decimalText('instrument.rangeUpper');
  const resolutionOf = readers.decimalText('instrument.resolution');
  const toleranceOf = readers.decimalText('instrument.tolerance');
  const unitOf = readers.text('instrument.unit');
  return (row) => {
    const [lower, upper, resolution, tolerance] = [lowerOf(row), upperOf(row), resolutionOf(row), toleranceOf(row)?.replace(/^-/u, '') ?? null];
    const typed = unitOf(row);
    if ([lower, upper, resolution, tolerance].every((part) => part === null)) return null;
    if (typed === null) return tell(row, readers, 'instrument.unit', 'required-blank');
    const unit = toDsiUnit(typed);
    if (unit === null) return tell(row, readers, 'instrument.unit', 'unit-unknown', typed);
    if (lower !== null && upper !== null && compareDecimals(lower, upper) > 0) return tell(row, readers, 'instrument.rangeLower', 'range-reversed', lower, { upper });
    return { unit, lower, upper, resolution, tolerance };
  };
};

const createPartReader = (plan: ImportPlan, readers: CellReaders): ((row: RowContext) => InstrumentPart | null) => {
  const serialOf = readers.text('instrument.serial');
  const texts = {
    manufacturer: readers.text('instrument.manufacturer'), model: readers.text('instrument.model'), assetNumber: readers.text('instrument.assetNumber'),
    site: readers.text('instrument.site'),
  };
  const deliveredOf = readers.day('instrument.deliveredOn');
  const calibratedOf = readers.day('instrument.calibratedOn');
  const dueOf = readers.day('instrument.dueOn');
  const intervalOf = createIntervalReader(readers);
  const rangeOf = createRangeReader(readers);
  return (row) => {
    const serial = serialOf(row) ?? tell(row, readers, 'instrument.serial', 'required-blank');
    const part = {
      manufacturer: texts.manufacturer(row), model: texts.model(row), assetNumber: texts.assetNumber(row), site: texts.site(row), deliveredOn: deliveredOf(row),
      calibratedOn: calibratedOf(row), dueOn: dueOf(row), intervalMonths: intervalOf(row), range: rangeOf(row),
    };
    const { calibratedOn, dueOn } = part;
    if (calibratedOn !== null && dueOn !== null && dueOn <= calibratedOn) tell(row, readers, 'instrument.dueOn', 'due-before-calibrated', dueOn, { due: dueOn, calibrated: calibratedOn });
    for (const [field, day] of [['instrument.deliveredOn', part.deliveredOn], ['instrument.calibratedOn', calibratedOn]] as const) {
      if (day === null || day <= plan.importedOn) continue;
      doubt(row, readers, field, 'day-in-future', day, { day });
    }
    return serial === null ? null : { serial, ...part };
  };
};

/** Reads an instrument with its client, and what it came with, out of one record. */
export const createInstrumentReader = (plan: ImportPlan, readers: CellReaders, clientOf: (row: RowContext) => ClientPart | null): ((row: RowContext) => InstrumentRow | null) => {
  const partOf = createPartReader(plan, readers);
  const productCodeOf = readers.text('product.code');
  const productNameOf = readers.text('product.name');
  const orderNumberOf = readers.text('order.number');
  const lineNumberOf = readers.text('line.number');
  const shipmentNumberOf = readers.text('shipment.number');
  return (row) => {
    const client = clientOf(row);
    const instrument = partOf(row);
    const product = { code: productCodeOf(row), name: productNameOf(row) };
    const hasProduct = product.code !== null || product.name !== null;
    // A serial number alone names nothing: two makers count alike.
    if (instrument !== null && !hasProduct && instrument.manufacturer === null && instrument.model === null) {
      tell(row, readers, readers.columnOf('product.name') === null && readers.columnOf('instrument.model') !== null ? 'instrument.model' : 'product.name', 'required-blank');
    }
    const [orderNumber, lineNumber, shipmentNumber] = [orderNumberOf(row), lineNumberOf(row), shipmentNumberOf(row)];
    if (client === null || instrument === null) return null;
    return { kind: 'instruments', rowNumber: row.rowNumber, client, product: hasProduct ? product : null, orderNumber, lineNumber, shipmentNumber, instrument };
  };
};
