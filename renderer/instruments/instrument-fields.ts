import type { ContractClient } from '#shared/contract/index.ts';

export type InstrumentFieldsValue = Parameters<ContractClient['instruments']['create']>[0]['fields'];

/** An instrument of which nothing is known yet but that it is in use. */
export const noInstrumentFields: InstrumentFieldsValue = {
  clientId: null, site: null, productId: null, manufacturer: null, model: null, description: null, instrumentType: null, assetNumber: null,
  status: 'in-use', isStandard: false, orderLineId: null, shipmentId: null, deliveredOn: null, firstUsedOn: null, receivedOn: null,
  intervalMonths: null, intervalStarts: 'calibration', intervalAgreed: false, ranges: [], notes: null,
};
