import { addDays } from '#shared/domain/calendar/index.ts';
import { dueDay } from '#shared/domain/calibration/index.ts';
import { localToday } from '#renderer/state/today.ts';
import { issued, pointOf } from '#tests/data-host/certificates/support.ts';
import { certify, instrumentFields } from '#tests/data-host/instruments/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { createClient, setUpHost } from '../client/support.ts';

export const window = { offset: 0, limit: 100 };
export const today = localToday();

export interface RecallHost extends TestHost {
  readonly clientId: string;
  /** An instrument that falls due so many days from today; negative: overdue. @returns its identifier. */
  readonly addDue: (serial: string, days: number, clientId?: string | null) => Promise<string>;
}

/** A store with one client who reads English. */
export async function recallHost(): Promise<RecallHost> {
  const test = await setUpHost();
  await test.call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: 'info@dena.example', website: null });
  const { id: clientId } = await createClient(test.call, { language: 'en' });
  return {
    ...test, clientId,
    addDue: async (serial, days, of = clientId) => {
      const { ids: [instrumentId] } = await test.call.instruments.create({ serials: [serial], fields: instrumentFields({ clientId: of, intervalMonths: 12 }) });
      if (instrumentId === undefined) throw new Error('nothing was made');
      await certify(test, { instrumentId, calibratedOn: dueDay(addDays(today, days), -12), number: `C-${serial}` });
      return instrumentId;
    },
  };
}

/** A standard found out of tolerance yesterday, with which one client's instrument was calibrated. @returns the case. */
export async function failedStandard(test: RecallHost): Promise<{ readonly caseId: string; readonly instrumentId: string }> {
  const made = async (serial: string, clientId: string | null) => {
    const { ids: [id] } = await test.call.instruments.create({ serials: [serial], fields: instrumentFields({ clientId, isStandard: clientId === null, model: serial }) });
    if (id === undefined) throw new Error('nothing was made');
    return id;
  };
  const [blocks, instrumentId] = [await made('GB-1', null), await made('CAL-1', test.clientId)];
  const calibrate = (number: string, days: number, error: string) => {
    const on = addDays(today, days);
    return issued(test, { instrumentId: blocks, isOwnLaboratory: false, document: { number, calibratedFromOn: on, calibratedToOn: on, receivedOn: null }, points: [pointOf(error)], issuedOn: on });
  };
  await calibrate('PTB-1', -300, '0.005');
  const on = addDays(today, -100);
  await issued(test, {
    instrumentId, issuedOn: on, standardInstruments: [{ position: 0, instrumentId: blocks }],
    document: {
      number: 'N-1', calibratedFromOn: on, calibratedToOn: on, receivedOn: null,
      standards: [{ name: 'Gauge blocks', manufacturer: null, model: null, serial: 'GB-1', certificateNumber: 'PTB-1', dueOn: null }],
    },
  });
  await calibrate('PTB-2', -1, '0.100');
  const { rows: [found] } = await test.call.recall.cases({ open: true, ...window });
  if (!found) throw new Error('no case was opened');
  return { caseId: found.id, instrumentId };
}
