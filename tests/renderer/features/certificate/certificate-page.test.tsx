import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { localToday } from '#renderer/state/today.ts';
import { documentOf, pointOf } from '#tests/data-host/certificates/support.ts';
import { renderApp } from '../../support.tsx';
import { seen } from '../client/support.ts';
import { laboratory, takeNodeFiles } from './support.ts';
import type { Laboratory } from './support.ts';

const cell = (column: string, number: number) => screen.getByRole('textbox', { name: `${column}, point ${number}` });
const kept = () => screen.findByText(/^Kept /u, undefined, { timeout: 20_000 });
const verdicts = () => within(screen.getByRole('grid', { name: 'Measurement points' })).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell').at(-1)?.textContent);
const fill = async (user: UserEvent, label: RegExp | string, text: string): Promise<void> => {
  const field = screen.getByRole('textbox', { name: label });
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
};
const issuedOf = async (host: Laboratory) => (await host.call.certificates.list({ clientId: null, states: ['issued'] })).rows;

async function draftOf(host: Laboratory, changes: Parameters<typeof documentOf>[0] = {}, errors: readonly string[] = ['0.010', '0.0217', '0.041']) {
  return host.call.certificates.save({
    id: null, instrumentId: host.instrumentId, calibrationOrderId: null, isOwnLaboratory: true, document: documentOf({ item: { ...documentOf().item, serial: 'MC-0098' }, ...changes }),
    points: errors.map((error) => pointOf(error)), updatedAt: null, standardInstruments: [],
  });
}

describe('a new certificate', () => {
  test('is entered from the proposal, judged while it is typed, and kept by itself', async () => {
    const host = await laboratory();
    const { user, router } = renderApp(`/instruments/${host.instrumentId}/certificates/new`, host);
    // What is known already stands there: the letterhead, the client, the instrument and both ends of its range with its limits.
    expect(await screen.findByDisplayValue('Sanjesh Dena', undefined, { timeout: 20_000 })).toBeInTheDocument();
    expect(screen.getByDisplayValue('Rheintal Werkzeug')).toBeInTheDocument();
    expect(screen.getByDisplayValue('MC-0098')).toBeInTheDocument();
    expect(cell('Reference', 2)).toHaveValue('150');
    expect(cell('Upper limit', 1)).toHaveValue('0.030');
    expect((await host.call.certificates.list({ clientId: null })).total).toBe(0);

    // By keys alone: a value, Enter, the value below it; then U and k, by Tab.
    act(() => { cell('Measured', 1).focus(); });
    await user.keyboard('۰٫۰۰{Enter}150٫041{Tab}');
    expect(cell('Error', 2)).toHaveFocus();
    await user.keyboard('{Tab}{Tab}0.010{Tab}');
    expect(cell('Coverage factor k', 2)).toHaveValue('2');
    await user.keyboard('{ArrowUp}{ArrowLeft}0.010{Escape}');
    // Esc put back what was there: nothing.
    expect(cell('Expanded uncertainty U', 1)).toHaveValue('');
    act(() => { cell('Expanded uncertainty U', 1).focus(); });
    await user.keyboard('0.010{Enter}');
    // It came into the store and has an address of its own; the keyboard is where it was.
    await kept();
    expect(router.state.location.pathname).toMatch(/^\/certificates\//u);
    expect(cell('Expanded uncertainty U', 2)).toHaveFocus();

    await user.click(screen.getByRole('radio', { name: /^Guard band, four ways/u }));
    await waitFor(() => { expect(verdicts()).toEqual(['Pass', 'Fail']); });
    act(() => { cell('Measured', 2).focus(); });
    await user.keyboard('150.0217');
    await waitFor(() => { expect(verdicts()).toEqual(['Pass', 'Conditional pass']); });
    // The numbers behind it, as the golden example has them.
    const behind = screen.getByRole('region', { name: 'Behind point 2' });
    expect(behind).toHaveTextContent(/Error y = measured − reference0\.0217 mm/u);
    expect(behind).toHaveTextContent(/Guard band w0\.010 mm = 1 × U/u);
    expect(behind).toHaveTextContent(/Accepted within−0\.020 … 0\.020 mm/u);
    expect(behind).toHaveTextContent(/Test uncertainty ratio3 : 1.*95\.15\s?%.*4\.85\s?%/u);

    const [row] = (await host.call.certificates.list({ clientId: null, states: ['draft'] })).rows;
    await waitFor(async () => {
      const { points } = await host.call.certificates.points({ certificateId: row?.id ?? '' });
      expect(points.map(({ measured }) => measured?.value)).toEqual(['0.00', '150.0217']);
    });
    // In the client's language.
    expect((await host.call.certificates.get({ id: row?.id ?? '' })).document).toMatchObject({ language: 'fa', title: 'گواهی کالیبراسیون' });
  });

  test('is completed by its checklist, which leads to what is missing, and issued', async () => {
    const host = await laboratory();
    const { id } = await draftOf(host, { method: null, conditions: [], traceability: null, specification: null, signatories: [], decisionRule: { kind: 'guard-band', outcome: 'four-way', factor: '1' } }, ['0.010', '0.0217']);
    const { user } = renderApp(`/certificates/${id}`, host);
    await screen.findByRole('list', { name: 'What is missing' }, { timeout: 20_000 });
    expect(within(screen.getByRole('list', { name: 'What is missing' })).getAllByRole('button').map((button) => seen(button.textContent))).toEqual([
      'The method ISO/IEC 17025:2017, 7.8.2.1 f', 'Who authorises it ISO/IEC 17025:2017, 7.8.2.1 o', 'The conditions ISO/IEC 17025:2017, 7.8.4.1 b',
      'The statement of traceability ISO/IEC 17025:2017, 7.8.4.1 c', 'The specification that the verdict speaks of ISO/IEC 17025:2017, 7.8.6.2 b',
    ]);
    expect(screen.getByRole('button', { name: 'Issue' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: /^The method/u }));
    expect(screen.getByRole('textbox', { name: 'Method' })).toHaveFocus();
    await user.paste('DKD-R 4-3');
    await fill(user, 'Traceability', 'Traceable to the SI');
    await fill(user, 'Specification', 'DIN 862');
    await user.click(screen.getByRole('button', { name: 'Temperature and humidity' }));
    await user.click(screen.getAllByRole('textbox', { name: /^Value/u })[0] ?? document.body);
    await user.paste('۲۰٫۱');
    await user.click(screen.getByRole('button', { name: 'Add a person' }));
    expect(await screen.findByText('Nothing is missing.')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Issue' }));
    const dialog = await screen.findByRole('dialog', { name: /^Issue certificate/u });
    expect(dialog).toHaveTextContent('No reference standard is named.');
    await user.click(within(dialog).getByRole('button', { name: 'Issue' }));
    expect(await screen.findByRole('button', { name: 'Amend' }, { timeout: 20_000 })).toBeInTheDocument();
    const [row] = await issuedOf(host);
    expect(row).toMatchObject({ verdict: 'conditional-pass', pointCount: 2, isComplete: true, issuedOn: localToday() });
    expect((await host.call.certificates.get({ id })).document).toMatchObject({ conditions: [{ name: 'Temperature', value: '20.1' }, { name: 'Relative humidity', value: null }], signatories: [{ name: 'Sara', isMain: true }] });
  });

  test('takes a table from a spreadsheet, asks what its commas mean, and takes it back', async () => {
    const host = await laboratory();
    const { user } = renderApp(`/instruments/${host.instrumentId}/certificates/new`, host);
    await screen.findByRole('grid', { name: 'Measurement points' }, { timeout: 20_000 });
    fireEvent.paste(cell('Reference', 1), { clipboardData: { getData: () => '0\t0,01\n25\t25,011\n50\t50,02' } });
    const dialog = await screen.findByRole('dialog', { name: 'What do the commas mean?' });
    expect(dialog).toHaveTextContent('25,011');
    await user.click(within(dialog).getByRole('button', { name: 'Decimal sign' }));
    await waitFor(() => { expect(cell('Measured', 3)).toHaveValue('50.02'); });
    expect(cell('Measured', 2)).toHaveValue('25.011');
    // The row that was added is like the one before it.
    expect(cell('Unit', 3)).toHaveValue('mm');
    expect(cell('Upper limit', 3)).toHaveValue('0.030');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => { expect(screen.queryByRole('textbox', { name: 'Measured, point 3' })).not.toBeInTheDocument(); });
  });

  test('says at the cell what it does not understand, and is not issued with it', async () => {
    const host = await laboratory();
    const { id } = await draftOf(host);
    const { user } = renderApp(`/certificates/${id}`, host);
    await screen.findByText('Nothing is missing.', undefined, { timeout: 20_000 });
    await user.click(cell('Error', 1));
    await user.keyboard('1,234');
    expect(cell('Error', 1)).toHaveAccessibleDescription(/Is the comma in “1,234” a decimal sign/u);
    expect(screen.getByRole('button', { name: 'Issue' })).toBeDisabled();
    await user.click(cell('Measured', 2));
    await user.click(screen.getByRole('button', { name: '1 cell holds no number' }));
    expect(cell('Error', 1)).toHaveFocus();
    expect(cell('Error', 1)).toHaveValue('1,234');
    await user.keyboard('0.002');
    expect(await screen.findByText('Nothing is missing.')).toBeInTheDocument();
    await kept();
    await waitFor(async () => { expect((await host.call.certificates.points({ certificateId: id })).points[0]?.error?.value).toBe('0.002'); });
  });

  test('names its own standards by their record, and says that one was overdue', async () => {
    const host = await laboratory();
    const { id } = await draftOf(host);
    const { user } = renderApp(`/certificates/${id}`, host);
    const chooser = await screen.findByRole('combobox', { name: 'Add one of our standards' }, { timeout: 20_000 });
    await user.type(chooser, 'Gauge');
    await user.click(await screen.findByRole('option', { name: /GB-11/u }));
    expect(await screen.findByText(/overdue on the day of use/u)).toBeInTheDocument();
    expect(screen.getByText('From our records.')).toBeInTheDocument();
    await waitFor(async () => {
      expect((await host.call.certificates.get({ id })).standardsInUse).toMatchObject([{ instrumentId: host.standardId, overdueOnDay: true }]);
    }, { timeout: 20_000 });
  });

  test('that was changed somewhere else is not written over', async () => {
    const host = await laboratory();
    const { id, updatedAt } = await draftOf(host);
    const { user } = renderApp(`/certificates/${id}`, host);
    await screen.findByRole('grid', { name: 'Measurement points' }, { timeout: 20_000 });
    await host.call.certificates.save({ id, instrumentId: host.instrumentId, calibrationOrderId: null, isOwnLaboratory: true, document: documentOf({ method: 'Another method' }), points: [pointOf('0.001')], updatedAt, standardInstruments: [] });
    await fill(user, 'Method', 'My method');
    expect(await screen.findByText(/changed somewhere else/u, undefined, { timeout: 20_000 })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show that one' }));
    expect(await screen.findByDisplayValue('Another method')).toBeInTheDocument();
    expect((await host.call.certificates.get({ id })).document.method).toBe('Another method');
  });
});

describe('an issued certificate', () => {
  test('is read with its verdicts, judged under another rule beside its own, and amended under a number of its own', async () => {
    const host = await laboratory();
    const { id } = await draftOf(host);
    await host.call.certificates.issue({ id, issuedOn: '2026-11-20' });
    const { user, router } = renderApp(`/certificates/${id}`, host);
    const grid = await screen.findByRole('grid', { name: 'Results' }, { timeout: 20_000 });
    expect(within(grid).getAllByRole('row').slice(1).map((row) => seen(row.textContent))).toEqual([
      expect.stringMatching(/0\.010 mm0\.010 mm2−0\.030 … 0\.030Pass$/u), expect.stringMatching(/0\.022 mm0\.010 mm2.*Pass$/u), expect.stringMatching(/0\.041 mm.*Fail$/u),
    ]);
    // Found out of tolerance: the case is one step away.
    expect(screen.getByRole('link', { name: 'To the case' }).getAttribute('href')).toMatch(/^\/recall\/cases\//u);
    const rules = screen.getByRole('region', { name: 'Under two decision rules' });
    expect(within(rules).getByRole('columnheader', { name: 'Simple acceptance' })).toBeInTheDocument();
    const difference = within(rules).getByRole('row', { name: /^Point 2/u });
    expect(within(difference).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['Pass', 'Conditional pass']);
    expect(rules).toHaveTextContent('The rules differ on 1 point.');

    await user.click(screen.getByRole('button', { name: 'Amend' }));
    const dialog = await screen.findByRole('dialog', { name: 'Amend certificate K-2026-0041' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Why it is amended' }), 'Wrong asset number');
    await user.click(within(dialog).getByRole('button', { name: 'Make the draft' }));
    expect(await screen.findByRole('heading', { level: 1, name: /^Amendment K-2026-0041-A1/u }, { timeout: 20_000 })).toBeInTheDocument();
    expect(screen.getByText('Replaces certificate K-2026-0041')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Issue' }));
    await user.click(within(await screen.findByRole('dialog', { name: /^Issue/u })).getByRole('button', { name: 'Issue' }));
    expect(await screen.findByText('Replaces certificate K-2026-0041', undefined, { timeout: 20_000 })).toBeInTheDocument();
    await act(() => router.navigate(`/certificates/${id}`));
    expect(await screen.findByText('Replaced by certificate K-2026-0041-A1.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Amend' })).not.toBeInTheDocument();
  });

  test('keeps a PDF beside it, and nothing that is none', async () => {
    await takeNodeFiles();
    const host = await laboratory();
    const { id } = await draftOf(host);
    await host.call.certificates.issue({ id, issuedOn: '2026-11-20' });
    const { user, container } = renderApp(`/certificates/${id}`, host);
    await screen.findByText('Drop the PDF here', undefined, { timeout: 20_000 });
    const choose = async (file: File): Promise<void> => {
      const input = container.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error('There is nothing to choose a file with');
      await user.upload(input, file);
    };
    await choose(new File(['plain words'], 'no.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('This file is not a PDF.')).toBeInTheDocument();
    await choose(new File(['%PDF-1.7\n%%EOF'], 'scan.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('scan.pdf')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Take the PDF away' }));
    expect(await screen.findByText('Drop the PDF here')).toBeInTheDocument();
  });

  test('that is not there is said to be so', async () => {
    const host = await laboratory();
    const { unmount } = renderApp('/certificates/01900000-0000-7000-8000-000000000000', host);
    expect(await screen.findByText('This certificate is not here', undefined, { timeout: 20_000 })).toBeInTheDocument();
    unmount();
    renderApp('/instruments/nonsense/certificates/new', host);
    expect(await screen.findByText('This certificate is not here')).toBeInTheDocument();
  });
});
