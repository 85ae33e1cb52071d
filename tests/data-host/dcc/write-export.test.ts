import { describe, expect, test } from 'vitest';
import { readDcc } from '#electron/data-host/dcc/index.ts';
import { draft, issued } from '#tests/data-host/certificates/support.ts';
import { openSetting } from '#tests/data-host/instruments/support.ts';

const element = (xml: string, name: string): string | undefined => new RegExp(`<dcc:${name}>([^<]*)<`, 'u').exec(xml)?.[1];

describe('an amendment that is exported', () => {
  test('replaces the very file that the original is, under numbers that people know', async () => {
    const { test: host, add } = await openSetting();
    await host.call.settings.setOrganisation({ name: 'Peyvand Tools', countryCode: 'IR', address: null, phone: null, email: null, website: null });
    const instrumentId = await add('S-1');
    const original = await issued(host, { instrumentId });
    const begun = await host.call.certificates.amend({ id: original.id, reason: 'شمارهٔ سریال اصلاح شد' });
    const corrected = await draft(host, { id: begun.id, updatedAt: begun.updatedAt, instrumentId, document: begun.document });
    const replacing = await host.call.certificates.issue({ id: corrected.id, issuedOn: '2026-11-21' });

    const before = (await host.call.certificates.exportDcc({ id: original.id })).xml;
    const after = (await host.call.certificates.exportDcc({ id: replacing.id })).xml;
    expect(element(after, 'replacedUniqueIdentifier')).toBe(element(before, 'uniqueIdentifier'));
    expect(element(before, 'replacedUniqueIdentifier')).toBeUndefined();
    const reading = readDcc(new TextEncoder().encode(after), { languages: ['en'] });
    expect(reading).toMatchObject({ certificates: [{ certificate: { document: { number: 'K-2026-0041-A1', replacesNumber: 'K-2026-0041', amendmentReason: 'شمارهٔ سریال اصلاح شد' } } }] });
  });
});
