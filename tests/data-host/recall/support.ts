import { instrumentFilter } from '#shared/contract/instruments.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { certify, openSetting } from '#tests/data-host/instruments/support.ts';
import type { Setting } from '#tests/data-host/instruments/support.ts';

/** Finds every instrument. */
export const every = instrumentFilter.parse({});
export const window = { offset: 0, limit: 100 };
export const allLetters = { clientId: null, kind: null, sent: null, ...window };

export interface RecallSetting extends Setting {
  /** Calibrated on a day, and so due a year later. @returns its identifier. */
  readonly addCalibrated: (serial: string, calibratedOn: string, clientId?: string | null) => Promise<string>;
  readonly addClient: (name: string, language: string | null) => Promise<string>;
}

export async function openRecall(at?: () => Date): Promise<RecallSetting> {
  const setting = await openSetting(at);
  return {
    ...setting,
    addCalibrated: async (serial, calibratedOn, clientId = setting.clientId) => {
      const id = await setting.add(serial, { clientId });
      await certify(setting.test, { instrumentId: id, calibratedOn, number: `C-${serial}-${calibratedOn}` });
      return id;
    },
    addClient: async (name, language) => (await setting.test.call.clients.create(clientInput(name, { language }))).id,
  };
}
