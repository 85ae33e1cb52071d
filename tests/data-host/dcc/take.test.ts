import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DccReport } from '#shared/contract/dcc.ts';
import { issued, pointOf, refusal } from '#tests/data-host/certificates/support.ts';
import type { DraftFixture } from '#tests/data-host/certificates/support.ts';
import { needsSamples, officialSchemas, sample } from '#tests/data-host/dcc/samples.ts';
import { instrumentFields, openSetting } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const fileOf = (content: Uint8Array | string, name = 'certificate.xml') => new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
const read = ({ call }: TestHost, content: Uint8Array | string): Promise<DccReport> => call.dcc.read({ file: fileOf(content), languages: ['en'] });
const staged = ({ folder }: TestHost): string[] => readdirSync(path.join(folder, 'dcc-uploads'));
const kept = ({ folder }: TestHost): string[] => {
  try {
    return readdirSync(path.join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name).length === 64);
  } catch {
    return [];
  }
};

const sensor = sample.bind(null, 'dcc_gp_temperature_typical_v12.xml');
const newSensor = { kind: 'new', input: { serial: 'string-manufacturer-item', ...instrumentFields({ manufacturer: 'String', model: 'String' }) } } as const;

/** One of our certificates as a DCC, as another exporter would receive it. */
async function ownFile(patch: Partial<DraftFixture> = {}): Promise<{ xml: string; document: unknown; points: unknown }> {
  const { test, add } = await openSetting();
  await test.call.settings.setOrganisation({ name: 'Peyvand Tools', countryCode: 'IR', address: null, phone: null, email: null, website: null });
  const { id, document } = await issued(test, { instrumentId: await add('S-1'), points: [pointOf('0.010'), pointOf('-0.0310')], ...patch });
  const { xml } = await test.call.certificates.exportDcc({ id });
  return { xml, document, points: (await test.call.certificates.points({ certificateId: id })).points };
}

describe('a digital certificate that is taken in', () => {
  it('tells what it is, of which instrument it may be, and becomes an issued certificate of it', async (context) => {
    needsSamples(context);
    const { test, clientId, add } = await openSetting();
    const namesake = await add('string-manufacturer-item', { manufacturer: null, model: null });
    const own = await add('STRING manufacturer item', { manufacturer: 'String GmbH', model: 'String' });
    const report = await read(test, sensor());
    expect(report).toMatchObject({
      fileName: 'certificate.xml', schemaVersion: '3.1.1', uniqueIdentifier: 'GP_DCC_temperature_typical_1.2', languages: ['de', 'en'], pointCount: 5, item: 0,
      moreItems: [], takenBefore: null, signature: { integrity: 'none', reason: null, signer: null }, schemaFindings: null, schemaProblem: { code: 'none-given' },
      embedded: [], findings: [],
    });
    expect(report.firstPoints.map(({ measured }) => measured?.value)).toEqual(['306.32', '373.21', '448.36', '523.31', '593.07']);
    expect(new Set(report.candidates.map(({ id }) => id))).toEqual(new Set([namesake, own]));
    expect(report.candidates.every(({ clientName }) => clientName === 'Ankara Ölçüm')).toBe(true);

    const taken = await test.call.dcc.take({ uploadId: report.uploadId, instrument: { kind: 'known', id: own }, isOwnLaboratory: false });
    expect(taken).toMatchObject({
      instrumentId: own, clientId, state: 'issued', origin: 'dcc', isOwnLaboratory: false, number: 'GP_DCC_temperature_typical_1.2', calibratedOn: '1957-08-13',
      issuedOn: null, pointCount: 5, verdict: 'pass', signature: 'none', dcc: { identifier: 'GP_DCC_temperature_typical_1.2', version: '3.1.1' },
    });
    // What it states of each point stands, for it names no rule that could be applied.
    expect((await test.call.certificates.points({ certificateId: taken.id })).points).toMatchObject(Array.from({ length: 5 }, () => ({ verdict: 'pass', statedConformity: 'pass' })));
    expect(await test.call.instruments.get({ id: own })).toMatchObject({ dueOn: '1958-08-13', certificates: [{ id: taken.id }] });
    expect(staged(test)).toEqual([]);
    expect(await refusal(test.call.certificates.remove({ id: taken.id }))).toEqual(['id issued']);
    expect(await refusal(test.call.certificates.exportDcc({ id: taken.id }))).toEqual(['id came-as-dcc']);
  });

  it('is shown as it was sent, with its file', async (context) => {
    needsSamples(context);
    const { test, add } = await openSetting();
    const { uploadId } = await read(test, sensor());
    const { id: certificateId } = await test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: await add('x') }, isOwnLaboratory: false });
    const { view, signature } = await test.call.dcc.view({ certificateId, languages: ['de'] });
    expect(JSON.stringify(view)).toContain('Temperatur-Fühler');
    expect(signature.integrity).toBe('none');
    const source = await test.call.dcc.source({ certificateId });
    expect(source.name).toBe('GP_DCC_temperature_typical_1.2.xml');
    expect(new Uint8Array(await source.file.arrayBuffer())).toEqual(new Uint8Array(sensor()));
    await expect(test.call.dcc.embedded({ certificateId, index: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.for([
    ['dcc_gp_temperature_typical_v12_signed.xml', 'true', null],
    ['dcc_gp_temperature_typical_v12_signed_manipulated.xml', 'false', 'changed'],
    ['dcc_gp_temperature_typical_v12_v3.2.0_signed.xml', 'true', null],
  ] as const)('says of %s whether it is what was signed', async ([name, integrity, reason], context) => {
    needsSamples(context);
    const { test, add } = await openSetting();
    const { uploadId, signature } = await read(test, sample(name));
    expect(signature).toMatchObject({ integrity, reason });
    expect(signature.signer?.subject).toBeTruthy();
    const taken = await test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: await add('x') }, isOwnLaboratory: false });
    expect(taken.signature).toBe(integrity);
    expect((await test.call.dcc.view({ certificateId: taken.id, languages: ['en'] })).signature).toEqual(signature);
  });

  it('makes the instrument that is new with it, both or neither', async (context) => {
    needsSamples(context);
    const { test, clientId } = await openSetting();
    const { uploadId } = await read(test, sensor());
    const take = (input: Partial<typeof newSensor.input> & { clientId: string | null }) =>
      test.call.dcc.take({ uploadId, instrument: { kind: 'new', input: { ...newSensor.input, ...input } }, isOwnLaboratory: false });
    expect(await refusal(take({ clientId: '01900000-0000-7000-8000-000000000001' }))).toEqual(['instrument.input.clientId unknown-client']);
    const counts = () => storeOf(test).read.get('SELECT (SELECT count(*) FROM instruments) AS instruments, (SELECT count(*) FROM certificates) AS certificates, (SELECT count(*) FROM certificate_points) AS points');
    expect([counts(), kept(test)]).toEqual([{ instruments: 0, certificates: 0, points: 0 }, []]);
    const { instrumentId } = await take({ clientId });
    expect([counts(), kept(test).length]).toEqual([{ instruments: 1, certificates: 1, points: 5 }, 1]);
    expect(await test.call.instruments.get({ id: instrumentId })).toMatchObject({ serial: 'string-manufacturer-item', clientId, dueOn: '1958-08-13' });
  });

  it('is taken once: the same file says so, another of its identifier only takes its place', async (context) => {
    needsSamples(context);
    const { test, add } = await openSetting();
    const instrument = { kind: 'known', id: await add('x') } as const;
    const first = await test.call.dcc.take({ uploadId: (await read(test, sensor())).uploadId, instrument, isOwnLaboratory: false });
    const again = await read(test, sensor());
    expect(again.takenBefore).toEqual({ certificateId: first.id, number: first.number, isSame: true });
    await expect(test.call.dcc.take({ uploadId: again.uploadId, instrument, isOwnLaboratory: false, again: true })).rejects.toMatchObject({ code: 'CONFLICT', data: { id: first.id } });

    const signed = await read(test, sample('dcc_gp_temperature_typical_v12_signed.xml'));
    expect(signed.takenBefore).toEqual({ certificateId: first.id, number: first.number, isSame: false });
    const takeSigned = (patch: object) => test.call.dcc.take({ uploadId: signed.uploadId, instrument, isOwnLaboratory: false, ...patch });
    await expect(takeSigned({})).rejects.toMatchObject({ code: 'CONFLICT', data: { id: first.id } });
    expect(await refusal(takeSigned({ again: true, instrument: { kind: 'known', id: await add('y') } }))).toEqual(['instrument of-the-replaced']);
    const second = await takeSigned({ again: true });
    expect(second.replaces).toEqual({ id: first.id, number: first.number });
    expect((await test.call.certificates.get({ id: first.id })).replacedBy).toEqual({ id: second.id, number: second.number });
    expect((await test.call.certificates.list({ clientId: null })).total).toBe(2);
    // The same upload pressed twice at once: one certificate.
    const manipulated = await read(test, sample('dcc_gp_temperature_typical_v12_signed_manipulated.xml'));
    const both = await Promise.allSettled([1, 2].map(() => test.call.dcc.take({ uploadId: manipulated.uploadId, instrument, isOwnLaboratory: false, again: true })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('that amends another by its number takes the place of that', async () => {
    const { xml } = await ownFile();
    const { xml: amended } = await ownFile({ document: { number: 'K-2026-0041-A1', replacesNumber: 'K-2026-0041', amendmentReason: 'address' } });
    const { test, add } = await openSetting();
    const instrument = { kind: 'known', id: await add('S-1') } as const;
    const first = await test.call.dcc.take({ uploadId: (await read(test, xml)).uploadId, instrument, isOwnLaboratory: false });
    const second = await test.call.dcc.take({ uploadId: (await read(test, amended)).uploadId, instrument, isOwnLaboratory: false });
    expect(second.replaces?.id).toBe(first.id);
    expect(second.outOfToleranceCaseId).not.toBeNull();
    expect((await test.call.recall.cases({ open: true })).total).toBe(1);
  });

  it('of another laboratory that replaces one by the identifier of its file takes its place', async (context) => {
    needsSamples(context);
    const replacing = new TextDecoder().decode(sensor())
      .replace('GP_DCC_temperature_typical_1.2</dcc:uniqueIdentifier>', 'GP_DCC_temperature_typical_1.3</dcc:uniqueIdentifier>')
      .replace('</dcc:coreData>', '<dcc:reportAmendedSubstituted><dcc:typeOfChange>substituted</dcc:typeOfChange><dcc:replacedUniqueIdentifier>GP_DCC_temperature_typical_1.2</dcc:replacedUniqueIdentifier></dcc:reportAmendedSubstituted></dcc:coreData>');
    const { test, add } = await openSetting();
    const instrument = { kind: 'known', id: await add('x') } as const;
    const first = await test.call.dcc.take({ uploadId: (await read(test, sensor())).uploadId, instrument, isOwnLaboratory: false });
    const second = await test.call.dcc.take({ uploadId: (await read(test, replacing)).uploadId, instrument, isOwnLaboratory: false });
    expect(second.replaces?.id).toBe(first.id);
  });

  it('of several items becomes a certificate of each', async (context) => {
    needsSamples(context);
    const one = new TextDecoder().decode(sensor());
    const item = one.slice(one.indexOf('<dcc:item>'), one.indexOf('</dcc:items>'));
    const two = one.replace('</dcc:items>', `${item.replaceAll('string-manufacturer-item', 'second-serial')}</dcc:items>`);
    const { test, add } = await openSetting();
    const make = { manufacturer: 'String', model: 'String' };
    const ids = [await add('string-manufacturer-item', make), await add('second-serial', make)];
    const { uploadId, candidates, pointsAre, moreItems } = await read(test, two);
    expect([candidates.map(({ id }) => id), pointsAre]).toEqual([[ids[0]], 'shared']);
    expect(moreItems).toMatchObject([{ item: 1, pointsAre: 'shared', certificate: { document: { item: { serial: 'second-serial' } } }, candidates: [{ id: ids[1] }], takenBefore: null }]);
    const take = (at: number) => test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: ids[at] ?? '' }, isOwnLaboratory: false, item: at });
    const taken = [await take(0), await take(1)];
    expect(taken.map(({ serial, document }) => [serial, document.item.serial])).toEqual([['string-manufacturer-item', 'string-manufacturer-item'], ['second-serial', 'second-serial']]);
    await expect(take(1)).rejects.toMatchObject({ code: 'CONFLICT', data: { id: taken[1]?.id } });
    expect(await refusal(test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: ids[0] ?? '' }, isOwnLaboratory: false, item: 2 }))).toEqual(['item no-such-item']);
    const again = await read(test, two);
    expect([again.takenBefore?.certificateId, again.moreItems[0]?.takenBefore?.certificateId]).toEqual(taken.map(({ id }) => id));
  });

  it('that says too much or too little for a field is taken all the same, and says so', async (context) => {
    needsSamples(context);
    const text = new TextDecoder().decode(sensor());
    const odd = text.replace('<dcc:content>Kunde GmbH</dcc:content>', '<dcc:content> </dcc:content>').replace('<dcc:content lang="en">Temperature sensor</dcc:content>', `<dcc:content lang="en">${'sensor '.repeat(1000)}</dcc:content>`);
    expect(odd).not.toBe(text);
    const { test, add } = await openSetting();
    const { uploadId, findings, certificate } = await read(test, odd);
    expect(findings.filter(({ code }) => code === 'shortened' || code === 'empty-text')).toEqual([
      { code: 'empty-text', params: { field: 'customer.name' } }, { code: 'shortened', params: { field: 'item.description' } },
    ]);
    expect([certificate.document.customer.name, certificate.document.item.description.length]).toEqual(['—', 2000]);
    const taken = await test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: await add('x') }, isOwnLaboratory: false });
    expect(taken.document).toEqual(certificate.document);
    expect(taken.missing.map(({ field }) => field)).toContain('customer.name');
  });

  it('may be dropped again, and is gone then', async () => {
    const { xml } = await ownFile();
    const { test, add } = await openSetting();
    const { uploadId } = await read(test, xml);
    expect(staged(test)).toHaveLength(2);
    await test.call.dcc.discard({ uploadId });
    expect(staged(test)).toEqual([]);
    await expect(test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: await add('S-1') }, isOwnLaboratory: false })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a certificate of ours', () => {
  it('comes back from its DCC as it was, document and points', async () => {
    const { xml, document, points } = await ownFile({ document: { language: 'fa', title: 'گواهی کالیبراسیون', adjusted: true, adjustmentNote: 'صفر شد' }, points: [pointOf('0.050', 'as-found'), pointOf('0.0010', 'as-left')] });
    const { test, add } = await openSetting();
    const report = await read(test, xml);
    expect(report.candidates).toEqual([]);
    const taken = await test.call.dcc.take({ uploadId: report.uploadId, instrument: { kind: 'known', id: await add('other') }, isOwnLaboratory: false });
    expect(taken.document).toEqual(document);
    expect((await test.call.certificates.points({ certificateId: taken.id })).points).toEqual(points);
    expect(taken).toMatchObject({ asFoundVerdict: 'fail', verdict: 'pass', isComplete: true });
  });

  it('is known when its own file comes home, and is not taken again', async () => {
    const { test, add } = await openSetting();
    await test.call.settings.setOrganisation({ name: 'Peyvand Tools', countryCode: 'IR', address: null, phone: null, email: null, website: null });
    const instrumentId = await add('S-1');
    const { id } = await issued(test, { instrumentId });
    const { uploadId, takenBefore } = await read(test, (await test.call.certificates.exportDcc({ id })).xml);
    expect(takenBefore).toEqual({ certificateId: id, number: 'K-2026-0041', isSame: true });
    await expect(test.call.dcc.take({ uploadId, instrument: { kind: 'known', id: instrumentId }, isOwnLaboratory: true, again: true })).rejects.toMatchObject({ code: 'CONFLICT', data: { id } });
  });

  it('is exported once it is issued, and where its organisation says its country', async () => {
    const { test, add } = await openSetting();
    const { id } = await issued(test, { instrumentId: await add('S-1'), document: { number: '../K/2026:41' } });
    expect(await refusal(test.call.certificates.exportDcc({ id }))).toEqual(['context.countryCode country-code']);
    await test.call.settings.setOrganisation({ name: 'Peyvand Tools', countryCode: 'IR', address: null, phone: null, email: null, website: null });
    const { fileName, xml } = await test.call.certificates.exportDcc({ id });
    expect(fileName).toBe('K-2026-41.xml');
    expect(xml).toContain('Own laboratory');
    const amendment = await test.call.certificates.amend({ id, reason: 'x' });
    expect(await refusal(test.call.certificates.exportDcc({ id: amendment.id }))).toEqual(['id not-issued']);
  });
});

describe('schemas that a person gives', () => {
  it('are listed, replaced by their newer file, taken away, and checked against', async (context) => {
    needsSamples(context);
    const { test } = await openSetting();
    const files = officialSchemas().map(({ fileName, text }) => fileOf(text, fileName));
    expect(await refusal(test.call.dcc.addSchemas({ files: [fileOf('<x/>', 'x.xsd'), ...files] }))).toEqual(['files.0 not-a-schema']);
    expect(await test.call.dcc.schemas()).toEqual([]);
    expect(await test.call.dcc.addSchemas({ files })).toEqual({ added: files.length });
    expect(await test.call.dcc.addSchemas({ files })).toEqual({ added: 0 });
    expect((await test.call.dcc.schemas()).filter(({ namespace }) => namespace === 'https://ptb.de/dcc').map(({ version }) => version)).toEqual(['2.4.0', '3.0.0', '3.1.2', '3.2.1', '3.3.0']);
    expect(await read(test, sample('siliziumkugel_2_4_0.xml'))).toMatchObject({ schemaFindings: [], schemaProblem: null });
    // Its software's <dcc:name> is written <dcc:named>.
    const { schemaFindings } = await read(test, sample('siliziumkugel_wrong_schema.xml'));
    expect(schemaFindings?.map(({ line, message }) => [line, message.includes('dcc:named')])).toEqual([[37, true]]);
    const { xml } = await ownFile();
    expect(await read(test, xml)).toMatchObject({ schemaVersion: '3.3.0', schemaFindings: [], schemaProblem: null });
    const ids = (await test.call.dcc.schemas()).map(({ id }) => id);
    expect(await test.call.dcc.removeSchemas({ ids })).toEqual({ ids });
    expect(await test.call.dcc.schemas()).toEqual([]);
    expect(await read(test, xml)).toMatchObject({ schemaFindings: null, schemaProblem: { code: 'none-given' } });
  });
});
