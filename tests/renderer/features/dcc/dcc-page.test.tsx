import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyTray } from '#renderer/instruments/dcc-tray.ts';
import { needsSamples, sample } from '#tests/data-host/dcc/samples.ts';
import { shapes } from '#tests/data-host/dcc/shapes.ts';
import { instrumentFields, openSetting } from '#tests/data-host/instruments/support.ts';
import { madeDcc } from '#tests/fixtures/made-dcc.ts';
import { renderApp } from '../../support.tsx';
import { cardOf, choose, fileOf, slow, takeNodeFiles, watchSaving } from './support.ts';

beforeAll(takeNodeFiles);
beforeEach(emptyTray);
afterEach(() => {
  vi.restoreAllMocks();
});

async function opened(path = '/dcc') {
  const setting = await openSetting();
  await setting.test.call.settings.setPreferences({ setUp: true });
  return { ...setting, start: () => renderApp(path, setting.test) };
}

/** What the card of a refused file says. */
const said = async (name: string): Promise<string> => (await within(await cardOf(name)).findByRole('alert', undefined, slow)).textContent ?? '';

const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol">]>
<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">&lol;</dcc:digitalCalibrationCertificate>`;

describe('a file that is not taken', () => {
  test('says what is wrong, where, and what to do, each on its own card', async () => {
    const { start } = await opened();
    const { user } = start();
    await screen.findByRole('heading', { level: 1, name: 'Read a digital certificate' }, slow);
    await choose(user, [
      fileOf('<a>\n<b></a>', 'broken.xml'), fileOf(laughs, 'laughs.xml'), fileOf('<invoice xmlns="urn:x"/>', 'invoice.xml'),
      fileOf('<dcc:digitalCalibrationCertificate xmlns:dcc="https://dfm.dk" schemaVersion="3.0.0"/>', 'dialect.xml'),
      fileOf('<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="9.0.0"/>', 'later.xml'),
    ]);
    expect(await said('broken.xml')).toMatch(/breaks off at line 2.*not its PDF/su);
    expect(await said('laughs.xml')).toMatch(/document type definition \(DTD\), in line 2.*Do not use this file/su);
    expect(await said('invoice.xml')).toMatch(/begins with .*invoice.*urn:x/su);
    expect(await said('dialect.xml')).toMatch(/dialect of its own: .*https:\/\/dfm\.dk.*PTB’s format/su);
    expect(await said('later.xml')).toMatch(/version .*9\.0\.0.*2\.4 to 3\.3/su);
    expect(screen.getByText('5 files: 0 to decide, 0 taken in')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Put all away' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('a file that is read', () => {
  test('is matched to a new instrument that is filled from it, taken in, and opened; its sent form and file are there', async () => {
    const saved = watchSaving();
    const { start, test: { call } } = await opened();
    const xml = madeDcc();
    const { user, router } = start();
    await screen.findByRole('heading', { level: 1, name: 'Read a digital certificate' }, slow);
    await choose(user, [fileOf(xml, 'micrometer.xml')]);
    const card = within(await cardOf('micrometer.xml'));
    expect(await card.findByText('Not signed.', undefined, slow)).toBeInTheDocument();
    expect(card.getAllByText('Laboratory of Lengths')[0]).toBeInTheDocument();
    // Every digit as the file has it.
    expect(await card.findByText('25.001 mm')).toBeInTheDocument();
    expect(card.getByText('0.002 mm')).toBeInTheDocument();
    expect(card.getByText(/Not checked against the official schema: its files are not part of this program/u)).toBeInTheDocument();
    expect(await card.findByRole('radio', { name: /A new instrument/u }, slow)).toBeChecked();
    expect(card.getByRole('textbox', { name: 'Serial number' })).toHaveValue('0012-07');
    expect(card.getByRole('textbox', { name: /Manufacturer/u })).toHaveValue('Maker of Gauges');
    expect(card.getByRole('radio', { name: 'Another laboratory' })).toBeChecked();
    await user.click(card.getByRole('button', { name: 'Take it in' }));
    await waitFor(() => { expect(router.state.location.pathname).toMatch(/^\/certificates\/[\w-]+$/u); }, slow);
    const { rows } = await call.certificates.list({ clientId: null, offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ number: 'MADE-1', serial: '0012-07', origin: 'dcc', state: 'issued', isOwnLaboratory: false, laboratoryName: 'Laboratory of Lengths', pointCount: 1 }]);

    await router.navigate(`/certificates/${rows[0]?.id ?? ''}/dcc`);
    expect(await screen.findByRole('heading', { level: 1, name: /As sent: .*MADE-1/u }, slow)).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2, name: 'Calibration laboratory' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: /^Table: Reading/u })).toHaveTextContent('25.001');
    await user.click(screen.getByRole('button', { name: 'Save the XML file' }));
    await waitFor(() => { expect(saved.map(({ name }) => name)).toEqual(['MADE-1.xml']); }, slow);
    expect(await saved[0]?.blob.text()).toBe(xml);
  }, 60_000);

  test('with the serial and maker of an instrument here is proposed to be of it; the same file again is known, another of its identifier takes its place', async () => {
    const { start, add, test: { call } } = await opened();
    const instrumentId = await add('0012-07', { manufacturer: 'Maker of Gauges', model: 'M-25' });
    const { user } = start();
    await screen.findByRole('heading', { level: 1, name: 'Read a digital certificate' }, slow);
    // Three at once: what is learnt from the first must be known of the others.
    await choose(user, [fileOf(madeDcc(), 'first.xml'), fileOf(madeDcc(), 'again.xml'), fileOf(madeDcc({ resultName: 'Corrected' }), 'corrected.xml')]);
    const first = within(await cardOf('first.xml'));
    expect(await first.findByRole('radio', { name: /0012-07/u }, slow)).toBeChecked();
    await user.click(first.getByRole('button', { name: 'Take it in' }));
    const again = within(await cardOf('again.xml'));
    expect(await again.findByText('Taken in', undefined, slow)).toBeInTheDocument();
    // Its turn comes with the keyboard's.
    const corrected = within(await cardOf('corrected.xml'));
    expect(await screen.findByText(/the earlier one stays on record as replaced/u, undefined, slow)).toBeInTheDocument();
    await user.click(corrected.getByRole('button', { name: 'Let this file take its place' }));
    await waitFor(async () => {
      const { certificates } = await call.instruments.get({ id: instrumentId });
      expect([certificates.length, certificates.filter(({ replacedBy }) => replacedBy !== null).length]).toEqual([2, 1]);
    }, slow);
  }, 60_000);

  test('of several items waits until each was decided', async () => {
    const { start, add, test: { call } } = await opened();
    await add('GB-10', { manufacturer: 'Maker of Gauges', model: 'M-25' });
    const { user, router } = start();
    await screen.findByRole('heading', { level: 1, name: 'Read a digital certificate' }, slow);
    await choose(user, [fileOf(shapes['two items with results of their own'], 'blocks.xml')]);
    const card = within(await cardOf('blocks.xml'));
    expect(await card.findByRole('button', { name: /This file has 2 items/u }, slow)).toHaveTextContent('1. ');
    await user.click(await card.findByRole('button', { name: 'Take it in' }, slow));
    expect(await card.findByRole('radio', { name: /GB-10/u }, slow)).toBeChecked();
    expect(router.state.location.pathname).toBe('/dcc');
    await user.click(card.getByRole('button', { name: 'Take it in' }));
    await waitFor(() => { expect(router.state.location.pathname).toMatch(/^\/certificates\//u); }, slow);
    expect((await call.certificates.list({ clientId: null, offset: 0, limit: 10 })).rows.map(({ serial }) => serial).toSorted()).toEqual(['GB-10', 'GB-5']);
  }, 60_000);

  test('dropped on an instrument’s page is proposed to be of it, and said not to be where its serial differs', async () => {
    const { start, add } = await opened('/instruments');
    const id = await add('ZZ-1');
    const { router } = start();
    await router.navigate(`/instruments/${id}`);
    await screen.findByRole('heading', { level: 1, name: 'ZZ-1' }, slow);
    const files = [fileOf(madeDcc(), 'dropped.xml')];
    fireEvent.dragOver(window, { dataTransfer: { types: ['Files'], files } });
    expect(await screen.findByText('Drop to read as digital certificates')).toBeInTheDocument();
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } });
    const card = within(await cardOf('dropped.xml'));
    const ofPage = await card.findByRole('radio', { name: /ZZ-1/u }, slow);
    expect(ofPage).not.toBeChecked();
    expect(card.getByText(/dropped on its page, but the serial number is another one/u)).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/dcc');
  }, 60_000);

  test('is not taken before its instrument is chosen; another one that is here is found by typing', async () => {
    const { start, add, test: { call } } = await opened();
    const namesake = await add('0012-07', { manufacturer: 'Somebody else' });
    const other = await add('QX-9');
    const { user } = start();
    await screen.findByRole('heading', { level: 1, name: 'Read a digital certificate' }, slow);
    await choose(user, [fileOf(madeDcc(), 'unclear.xml')]);
    const card = within(await cardOf('unclear.xml'));
    expect(await card.findByRole('radio', { name: /0012-07/u }, slow)).not.toBeChecked();
    await user.click(card.getByRole('button', { name: 'Take it in' }));
    expect(await card.findByText('Choose the instrument.')).toBeInTheDocument();
    expect((await call.instruments.get({ id: namesake })).certificates).toEqual([]);
    await user.click(card.getByRole('radio', { name: 'Another instrument that is here' }));
    await user.type(card.getByRole('combobox', { name: 'Instrument' }), 'QX');
    await user.click(await screen.findByRole('option', { name: /QX-9/u }, slow));
    await user.click(card.getByRole('button', { name: 'Take it in' }));
    await waitFor(async () => { expect((await call.instruments.get({ id: other })).certificates).toHaveLength(1); }, slow);
  }, 60_000);
});

describe('signatures of the published samples', () => {
  test.for([
    ['dcc_gp_temperature_typical_v12_signed.xml', 'Unchanged since it was signed.'],
    ['dcc_gp_temperature_typical_v12_signed_manipulated.xml', 'Changed after it was signed.'],
  ] as const)('%s: integrity is said apart from trust', async ([name, title], context) => {
    needsSamples(context);
    const { start } = await opened();
    const { user } = start();
    await screen.findByRole('heading', { level: 1, name: 'Read a digital certificate' }, slow);
    await choose(user, [fileOf(sample(name), name)]);
    const card = within(await cardOf(name));
    expect(await card.findByText(title, undefined, slow)).toBeInTheDocument();
    expect(card.getByText(/Whether the signer is who it claims to be, and whether its key was withdrawn, was not checked/u)).toBeInTheDocument();
    expect(card.getByText('CN=Calibration Lab A1, O=Calibration A GmbH, C=DE')).toBeInTheDocument();
  });
});

test('a document in several languages says where another one stands in', async () => {
  const { start, test: { call } } = await opened();
  const { uploadId } = await call.dcc.read({ file: fileOf(shapes['several languages, one missing'], 'lengths.xml'), languages: ['en'] });
  const { id } = await call.dcc.take({ uploadId, instrument: { kind: 'new', input: { serial: 'L-1', ...instrumentFields() } }, isOwnLaboratory: false });
  const { router, user } = start();
  await router.navigate(`/certificates/${id}/dcc`);
  expect(await screen.findByText('in German', undefined, slow)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Language of the document/u }));
  await user.click(await screen.findByRole('option', { name: 'French' }));
  expect(await screen.findByText('Longueur', undefined, slow)).toBeInTheDocument();
  expect(screen.queryByText('in German')).not.toBeInTheDocument();
}, 60_000);
