import { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { issued, pointOf } from '#tests/data-host/certificates/support.ts';
import { needsSamples, sample } from '#tests/data-host/dcc/samples.ts';
import { instrumentFields, openSetting } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

type Bytes = string | Uint8Array<ArrayBuffer>;
const read = ({ call }: TestHost, content: readonly Bytes[]) => call.dcc.read({ file: new File([...content], 'certificate.xml'), languages: ['en'] });

const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol0 "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`).join('')}]>
<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">&lol9;</dcc:digitalCalibrationCertificate>`;
const external = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">&x;</dcc:digitalCalibrationCertificate>`;
const undeclared = '<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">&boom;</dcc:digitalCalibrationCertificate>';
const deep = `<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">${'<dcc:x>'.repeat(100_000)}`;
const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(laughs, 'utf16le')]);

describe('a file that is no certificate, or means harm', () => {
  it.for([
    ['a billion laughs', laughs, 'doctype'],
    ['a billion laughs in UTF-16', utf16, 'doctype'],
    ['an external entity', external, 'doctype'],
    ['an entity that nobody declared', undeclared, 'entity'],
    ['elements without end', deep, 'too-deep'],
    ['a letter', 'Dear Sir', 'not-xml'],
    ['nothing', '', 'not-xml'],
    ['another vocabulary', '<invoice xmlns="urn:x"/>', 'not-a-dcc'],
    ['another dialect', '<dcc:digitalCalibrationCertificate xmlns:dcc="https://dfm.dk" schemaVersion="3.0.0"/>', 'unsupported-dialect'],
    ['a version of another time', '<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="9.0.0"/>', 'unsupported-version'],
    ['a certificate without its parts', '<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0"/>', 'missing-required'],
  ] as const)('%s is refused by its name, and nothing of it is kept', async ([, content, code]) => {
    const { test } = await openSetting();
    await expect(read(test, [content])).rejects.toMatchObject({ code: 'FILE_REFUSED', data: { code } });
    expect(readdirSync(path.join(test.folder, 'dcc-uploads'))).toEqual([]);
  });

  it('names the dialect of the file that calls itself a DCC', async (context) => {
    needsSamples(context);
    const { test } = await openSetting();
    await expect(read(test, [new Uint8Array(sample('dfm_dialect_temperature_simple.xml'))])).rejects.toMatchObject({ data: { code: 'unsupported-dialect', params: { namespace: 'https://dfm.dk' } } });
  });

  it('larger than any certificate is not even read', async () => {
    const { test } = await openSetting();
    const file = { code: 'FILE_REFUSED', data: { code: 'too-large', params: { limit: 64 * 1024 * 1024 } } };
    await expect(read(test, [new Uint8Array(64 * 1024 * 1024 + 1)])).rejects.toMatchObject(file);
  });
});

/** A host that does not answer for so long would be felt; a machine that does much else at once is granted this. */
const patienceMs = 3000;

/** Does the work while another asks for lists all the while. @returns how long that one waited at most, in ms, and what the work gave. */
async function beside<T>(test: TestHost, work: () => Promise<T>): Promise<{ readonly result: T; readonly longest: number; readonly answers: number }> {
  const asked = { isOver: false, longest: 0, answers: 0 };
  const working = work().finally(() => {
    asked.isOver = true;
  });
  // It is awaited at the end; until then a failure is nobody's.
  working.catch(() => undefined);
  while (!asked.isOver) {
    const since = performance.now();
    await test.call.clients.list({});
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    asked.longest = Math.max(asked.longest, performance.now() - since);
    asked.answers += 1;
  }
  return { result: await working, ...asked };
}

const many = Array.from({ length: 10_000 }, (_, index) => ({ ...pointOf(`0.0${String(10 + (index % 60))}`), label: `run ${index}` }));
const country = { name: 'Peyvand Tools', countryCode: 'IR', address: null, phone: null, email: null, website: null };

/** A certificate of ours as the file that another receives. */
async function exported(points: readonly ReturnType<typeof pointOf>[]) {
  const { test, add } = await openSetting();
  await test.call.settings.setOrganisation(country);
  const instrumentId = await add('S-1');
  const { result, longest, answers } = await beside(test, async () => {
    const { id } = await issued(test, { instrumentId, points });
    return { id, xml: (await test.call.certificates.exportDcc({ id })).xml, points: (await test.call.certificates.points({ certificateId: id, limit: 10_000 })).points };
  });
  return { test, longest, answers, ...result };
}

describe('a large certificate', () => {
  it('of 10,000 points is typed, issued, written, read and taken while others are answered, and is the same', async () => {
    const sent = await exported(many);
    // One entry a point, made by the chunk, and none for judging them again on issue.
    expect(storeOf(sent.test).read.get("SELECT count(*) AS n FROM audit_entries WHERE table_name = 'certificate_points'")).toEqual({ n: 10_000 });
    const { test, clientId } = await openSetting();
    const { result, longest, answers } = await beside(test, async () => {
      const { uploadId, pointCount, firstPoints } = await read(test, [sent.xml]);
      expect({ pointCount, shown: firstPoints.length }).toEqual({ pointCount: 10_000, shown: 50 });
      return test.call.dcc.take({ uploadId, instrument: { kind: 'new', input: { serial: 'S-1', ...instrumentFields({ clientId }) } }, isOwnLaboratory: false });
    });
    expect((await test.call.certificates.points({ certificateId: result.id, limit: 10_000 })).points).toEqual(sent.points);
    expect([sent.answers > 50, answers > 50, Math.max(sent.longest, longest) < patienceMs]).toEqual([true, true, true]);
  });

  it('of more points than a certificate may have is refused, and says how many', async () => {
    const { xml } = await exported(many.slice(0, 9));
    const { test } = await openSetting();
    const row = /(<si:valueXMLList>)([^<]*)(<\/si:valueXMLList>)/gu;
    const longer = xml.replaceAll(row, (_, start: string, values: string, end: string) => start + Array.from({ length: 1112 }, () => values.trim()).join(' ') + end);
    await expect(read(test, [longer])).rejects.toMatchObject({ code: 'FILE_REFUSED', data: { code: 'too-many-points', params: { count: 10_008, limit: 10_000 } } });
  });

  it('with an enclosed file of 45 MB is taken, and the file given back to be saved, while others are answered', async () => {
    const { xml } = await exported([pointOf('0.040')]);
    const megabytes = 45;
    const piece = 'UGV5dmFuZCAw'.repeat((1024 * 1024 * 4) / 3 / 12);
    const document = ['<dcc:document><dcc:fileName>../../etc/\u202Ereport.pdf</dcc:fileName><dcc:mimeType>application/pdf</dcc:mimeType><dcc:dataBase64>', '</dcc:dataBase64></dcc:document>'] as const;
    const end = '</dcc:digitalCalibrationCertificate>';
    expect(xml.trimEnd().endsWith(end)).toBe(true);
    const content = [xml.trimEnd().slice(0, -end.length), document[0], ...Array.from({ length: megabytes }, () => piece), document[1], end];
    const { test, add } = await openSetting();
    const id = await add('S-1');
    const { result, longest } = await beside(test, async () => {
      const { uploadId, embedded } = await read(test, content);
      expect(embedded).toEqual([{ index: 0, name: '../../etc/\u202Ereport.pdf', mediaType: 'application/pdf', sizeBytes: Math.floor((piece.length * megabytes * 3) / 4), isReadable: true }]);
      const { id: certificateId } = await test.call.dcc.take({ uploadId, instrument: { kind: 'known', id }, isOwnLaboratory: false });
      return test.call.dcc.embedded({ certificateId, index: 0 });
    });
    expect([result.name, result.file.type, result.file.size]).toEqual(['etc report.pdf', 'application/octet-stream', Math.floor((piece.length * megabytes * 3) / 4)]);
    expect(await result.file.slice(0, 9).text()).toBe('Peyvand 0');
    expect(longest).toBeLessThan(patienceMs);
  });
});
