import type { InstrumentInput } from '#shared/contract/instruments.ts';
import { newId } from '#electron/data-host/db/ids.ts';
import { certificates } from '#electron/data-host/db/tables.ts';
import type { Row } from '#electron/data-host/db/tables.ts';
import { calibrationDone } from '#electron/data-host/instruments/index.ts';
import { refreshClient } from '#electron/data-host/scores/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

export const now = new Date('2026-11-22T09:00:00Z');
export const today = '2026-11-22';

export const instrumentFields = (patch: Partial<Omit<InstrumentInput, 'serial'>> = {}): Omit<InstrumentInput, 'serial'> => ({
  clientId: null, site: null, productId: null, manufacturer: 'Hoffmann', model: 'M1', description: null, instrumentType: 'caliper', assetNumber: null,
  status: 'in-use', isStandard: false, orderLineId: null, shipmentId: null, deliveredOn: null, firstUsedOn: null, receivedOn: null, intervalMonths: null,
  intervalStarts: 'calibration', intervalAgreed: false, ranges: [], notes: null, ...patch,
});

export interface Setting {
  readonly test: TestHost;
  readonly clientId: string;
  /** @returns its identifier. */
  readonly add: (serial: string, patch?: Partial<Omit<InstrumentInput, 'serial'>>) => Promise<string>;
}

/** A host with one client, who has every instrument that is added. */
export async function openSetting(at: () => Date = () => now): Promise<Setting> {
  const test = openTestHost({ now: at });
  const { id: clientId } = await test.call.clients.create(clientInput('Ankara Ölçüm'));
  return {
    test, clientId,
    add: async (serial, patch = {}) => {
      const { ids } = await test.call.instruments.create({ serials: [serial], fields: instrumentFields({ clientId, ...patch }) });
      const [id] = ids;
      if (id === undefined) throw new Error('nothing was made');
      return id;
    },
  };
}

export interface CertificateFixture {
  readonly instrumentId: string;
  readonly calibratedOn: string;
  readonly issuedOn?: string | null;
  readonly isComplete?: boolean;
  readonly verdict?: string | null;
  readonly replacesId?: string | null;
  readonly number?: string;
}

/** An issued certificate as a row, with what issuing one does to the due days and the score. @returns its identifier. */
export async function certify(test: TestHost, fixture: CertificateFixture): Promise<string> {
  const id = newId();
  await storeOf(test).write({ actor: 'fixture' }, (tx) => {
    const row: Row<typeof certificates> = {
      id, instrument_id: fixture.instrumentId, number: fixture.number ?? `C-${fixture.calibratedOn}`, number_key: 'c', state: 'issued', origin: 'typed',
      is_own_laboratory: 1, laboratory_name: 'Own', calibrated_on: fixture.calibratedOn, issued_on: fixture.issuedOn ?? null,
      is_complete: Number(fixture.isComplete ?? true), as_found_verdict: null, verdict: fixture.verdict ?? 'pass', point_count: 0, document: '{}',
      replaces_id: fixture.replacesId ?? null, calibration_order_id: null, dcc_sha256: null, dcc_identifier: null, dcc_version: null, dcc_signature: null,
      dcc_item: null, pdf_attachment_id: null, staff_id: null, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
    };
    tx.insert(certificates, row);
    calibrationDone(tx, { instrumentId: fixture.instrumentId, calibratedOn: fixture.calibratedOn, certificateId: id });
    const holder = tx.get<{ client_id: string | null }>('SELECT client_id FROM instruments WHERE id = ?', [fixture.instrumentId])?.client_id ?? null;
    if (holder !== null) refreshClient(tx, holder, test.host.now());
  });
  return id;
}
