import { newId } from './ids.ts';
import type { Transaction } from './store.ts';

/** What a row starts with that a person makes by hand, not an import. */
export const byHand = (tx: Transaction) => ({
  id: newId(), import_batch_id: null, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
});

export const byHandWithoutRow = (tx: Transaction) => ({ ...byHand(tx), source_row: null });

/** What only a person says of a product later: its calibration, once its instruments are kept. */
export const withoutCalibration = {
  manufacturer: null, model: null, instrument_type: null, calibration_interval_months: null, calibration_interval_cycles: null,
} as const;
