import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '#shared/contract/settings.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('preferences', () => {
  it('are the default ones until they are chosen, one row a choice, and nothing is written twice', async () => {
    const test = openTestHost();
    expect((await test.call.settings.get()).preferences).toEqual(defaultPreferences);
    expect(await test.call.settings.setPreferences({ language: 'fa', scoringOn: '2015-09-14' })).toEqual({ ...defaultPreferences, language: 'fa', scoringOn: '2015-09-14' });
    await test.call.settings.setPreferences({ language: 'fa', digits: 'arabext' });
    await test.call.settings.setPreferences({ scoringOn: null });
    expect((await test.call.settings.get()).preferences).toEqual({ ...defaultPreferences, language: 'fa', digits: 'arabext' });
    const log = storeOf(test).read.all<{ row_id: string; action: string }>("SELECT row_id, action FROM audit_entries WHERE table_name = 'settings' ORDER BY rowid");
    expect(log.map(({ row_id: row, action }) => `${action} ${row}`)).toEqual(['insert language', 'insert scoringOn', 'insert digits', 'update scoringOn']);
  });

  it('that do not hold are refused when written and the default when read', async () => {
    const test = openTestHost();
    await expect(test.call.settings.setPreferences({ rhythmDays: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await storeOf(test).write({ actor: 'a newer app' }, (tx) => {
      tx.run("INSERT INTO settings (id, value, updated_at) VALUES ('theme', '\"sepia\"', ''), ('paper', '\"Letter\"', '')");
    });
    expect((await test.call.settings.get()).preferences).toEqual({ ...defaultPreferences, paper: 'Letter' });
  });
});

describe('the organisation and its people', () => {
  it('has one row, whose logo is kept by its content', async () => {
    const { call } = openTestHost();
    const organisation = { name: 'Tools Ltd', countryCode: 'TR', address: null, phone: null, email: null, website: null };
    const logo = { mediaType: 'image/png' as const, base64: png };
    await expect(call.settings.setLogo(logo)).rejects.toMatchObject({ code: 'INVALID', data: { issues: [{ field: 'logo', code: 'organisation-first' }] } });
    await call.settings.setOrganisation(organisation);
    await call.settings.setLogo(logo);
    await call.settings.setOrganisation({ ...organisation, address: 'Street 1' });
    expect(await call.settings.get()).toMatchObject({ organisation: { ...organisation, address: 'Street 1' }, logo });
    expect(await call.settings.setLogo(null)).toEqual({ hasLogo: false });
    expect((await call.settings.get()).logo).toBeNull();
  });

  it('takes no picture that is none', async () => {
    const { call } = openTestHost();
    await call.settings.setOrganisation({ name: 'Tools Ltd', countryCode: null, address: null, phone: null, email: null, website: null });
    await expect(call.settings.setLogo({ mediaType: 'image/jpeg', base64: png })).rejects.toMatchObject({ data: { issues: [{ code: 'logo-not-an-image' }] } });
    const large = Buffer.alloc(2 * 1024 * 1024 + 1);
    Buffer.from(png, 'base64').copy(large);
    await expect(call.settings.setLogo({ mediaType: 'image/png', base64: large.toString('base64') })).rejects.toMatchObject({ data: { issues: [{ code: 'logo-too-large' }] } });
    expect((await call.settings.get()).logo).toBeNull();
  });

  it('knows who works here: a known name is that person', async () => {
    const { call } = openTestHost();
    expect((await call.settings.get()).me).toBeNull();
    const sara = await call.settings.setMe({ name: 'Sara' });
    await call.settings.setMe({ name: 'Reza' });
    expect(await call.settings.setMe({ name: ' Sara ' })).toEqual(sara);
    expect((await call.settings.get()).me).toEqual(sara);
    expect((await call.settings.staff()).map(({ name }) => name)).toEqual(['Reza', 'Sara']);
  });
});
