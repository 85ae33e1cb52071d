import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import type { InstrumentInput } from '#shared/contract/instruments.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { createClient, setUpHost } from '../client/support.ts';

export interface Laboratory extends TestHost {
  readonly clientId: string;
  readonly instrumentId: string;
  /** An own reference standard whose calibration is long past due. */
  readonly standardId: string;
}

const millimetre = String.raw`\milli\metre`;

const fields: Omit<InstrumentInput, 'serial'> = {
  clientId: null, site: null, productId: null, manufacturer: 'Meridian', model: 'CAL-150', description: 'Digital caliper', instrumentType: 'caliper', assetNumber: null, status: 'in-use',
  isStandard: false, orderLineId: null, shipmentId: null, deliveredOn: null, firstUsedOn: null, receivedOn: null, intervalMonths: 12, intervalStarts: 'calibration', intervalAgreed: false,
  ranges: [{ quantity: 'Outside jaws', unit: millimetre, lower: '0', upper: '150', resolution: '0.01', toleranceLower: '-0.030', toleranceUpper: '0.030' }], notes: null,
};

/** Window and data host share one realm here, and jsdom's files are not those that Node sends and checks: all take Node's. */
export async function takeNodeFiles(): Promise<void> {
  const form = await new Response(new URLSearchParams('a=b')).formData();
  Object.assign(globalThis, { File: NodeFile, Blob: NodeBlob, FormData: form.constructor });
}

/** An exporter with a laboratory: one client's caliper, and one standard of its own. */
export async function laboratory(): Promise<Laboratory> {
  const host = await setUpHost();
  await host.call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: 'Tehran, Azadi Ave. 12', phone: null, email: 'lab@dena.example', website: null });
  const client = await createClient(host.call, { name: 'Rheintal Werkzeug', language: 'fa' });
  await host.call.clients.saveContact({ clientId: client.id, id: null, name: 'Jana Vogt', role: null, email: null, phone: null, language: null, isPrimary: true, notes: null });
  const { ids: [instrumentId = ''] } = await host.call.instruments.create({ serials: ['MC-0098'], fields: { ...fields, clientId: client.id } });
  const { ids: [standardId = ''] } = await host.call.instruments.create({ serials: ['GB-11'], fields: { ...fields, isStandard: true, description: 'Gauge blocks', model: null, manufacturer: null, ranges: [], receivedOn: '2019-01-10', intervalStarts: 'receipt' } });
  return { ...host, clientId: client.id, instrumentId, standardId };
}
