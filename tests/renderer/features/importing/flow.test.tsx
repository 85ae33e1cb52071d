import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startOver } from '#renderer/features/importing/wizard.ts';
import { openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../../support.tsx';

const slow = { timeout: 20_000 };

const header = 'Client code,Client name,Country,Order number,Line number,Product name,Quantity,Value,Currency,Promised date,Delivered date';
const good = [
  'C1,Ost-West Messtechnik,Germany,S-1,1,Caliper 150 mm,10,1250.50,EUR,2026-09-01,2026-09-01',
  'C1,Ost-West Messtechnik,Germany,S-1,2,Micrometer,2,380.00,EUR,2026-09-01,2026-09-04',
  'C2,Nairobi Gauge,Kenya,S-2,1,Pressure gauge,40,2200.00,EUR,2026-10-10,',
];
const bad = 'C2,Nairobi Gauge,Kenya,S-3,1,Pressure gauge,5,275.00,EUR,2026-02-31,';
const unnumbered = 'C2,Nairobi Gauge,Kenya,,1,Pressure gauge,5,275.00,EUR,2026-02-28,';
const csv = (...rows: readonly string[]): File => new File([`${[header, ...rows].join('\r\n')}\r\n`], 'deliveries.csv', { type: 'text/csv' });

async function opened(path = '/import') {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  const app = renderApp(path, host);
  await screen.findByRole('heading', { level: 1, name: 'Import a file' }, slow);
  return app;
}

async function choose(user: UserEvent, file: File): Promise<void> {
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is nowhere to choose a file');
  await user.upload(input, file);
}

const rowOf = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(`^${name}`, 'u') });
const clientsOf = async ({ call }: TestHost): Promise<readonly string[]> => (await call.clients.list({})).rows.map(({ name }) => name).toSorted();

/** Takes the texts that the window hands to the browser's saving. */
function watchSaving(): { readonly files: () => Promise<readonly { readonly name: string; readonly text: string }[]> } {
  const blobs = new Map<string, Blob>();
  const saved: { readonly name: string; readonly blob: Blob }[] = [];
  // jsdom neither makes addresses of blobs nor follows a link to one: this is where the browser begins.
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      const address = `blob:test/${blobs.size}`;
      blobs.set(address, blob);
      return address;
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob && this.download !== '') saved.push({ name: this.download, blob });
  });
  return { files: () => Promise.all(saved.map(async ({ name, blob }) => ({ name, text: await blob.text() }))) };
}

/*
 * Window and data host share one realm here, and jsdom's files are not those that Node sends and checks: all take Node's.
 */
beforeAll(async () => {
  const form = await new Response(new URLSearchParams('a=b')).formData();
  Object.assign(globalThis, { File: NodeFile, Blob: NodeBlob, FormData: form.constructor });
});
beforeEach(startOver);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('an import from beginning to end', () => {
  test('shows what was understood, writes nothing in the check, then exactly what it announced, and takes it back', async () => {
    const { user, testHost, call } = await opened();
    await choose(user, csv(...good, bad));

    expect(await screen.findByRole('heading', { name: 'What was understood' }, slow)).toBeInTheDocument();
    expect(screen.getByText(/4 rows/u)).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: 'Caliper 150 mm' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check all rows' }));

    expect(await screen.findByRole('heading', { name: 'What would come in' }, slow)).toBeInTheDocument();
    expect(rowOf('Clients')).toHaveTextContent('Clients200');
    expect(rowOf('Order lines')).toHaveTextContent('Order lines300');
    expect(screen.getByText('EUR 3,830.50')).toBeInTheDocument();
    expect(await clientsOf(testHost)).toEqual([]);
    // The row that is left out says where, what and what to do.
    const problem = screen.getByRole('row', { name: /2026-02-31/u });
    expect(problem).toHaveTextContent('5');
    expect(problem).toHaveTextContent('Promised date');
    expect(problem).toHaveTextContent('has 28 days');
    expect(problem).toHaveTextContent('Correct the day in the file.');

    await user.click(screen.getByRole('button', { name: 'Import 3 rows' }));
    expect(await screen.findByRole('heading', { name: 'The import is done' }, slow)).toBeInTheDocument();
    expect(await clientsOf(testHost)).toEqual(['Nairobi Gauge', 'Ost-West Messtechnik']);
    expect(screen.getByText(/1 row was left out/u)).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Undo the import' }));
    expect(await within(dialog).findByText(/records were removed/u, undefined, slow)).toBeInTheDocument();
    expect(await clientsOf(testHost)).toEqual([]);
    expect((await call.imports.list()).map(({ state }) => state)).toEqual(['undone']);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'This import was undone' })).toBeInTheDocument();
  });

  test('the same file again is known, and changes nothing', async () => {
    const { user, call } = await opened();
    for (const [heading, button] of [['The import is done', 'Import 3 rows'], ['Nothing in the file was new', 'Import all the same']] as const) {
      await choose(user, csv(...good));
      await user.click(await screen.findByRole('button', { name: 'Check all rows' }, slow));
      await user.click(await screen.findByRole('button', { name: button }, slow));
      expect(await screen.findByRole('heading', { name: heading }, slow)).toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: 'Import another file' }));
      await screen.findByText('Drop a CSV file here');
    }
    await choose(user, csv(...good));
    expect(await screen.findByText(/This very file was imported before/u, undefined, slow)).toBeInTheDocument();
    expect(await call.imports.list()).toHaveLength(1);
  });
});

describe('a file that is no table', () => {
  test.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...new TextEncoder().encode(`${'\0'.repeat(26)}[Content_Types].xml xl/workbook.xml`)]), 'This is an Excel workbook, not a text table.', /save it as CSV/u],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'This is a PDF; its tables cannot be read safely.', /Ask the sender/u],
    ['nothing', new Uint8Array(), 'The file is empty.', /choose it again/u],
    ['only names of columns', new TextEncoder().encode(header), 'The file has column names but no rows below them.', /right sheet/u],
  ])('%s is refused in words, with a way out', async (_what, bytes, message, remedy) => {
    const { user } = await opened();
    await choose(user, new File([bytes], 'wrong.csv'));
    const alert = await screen.findByRole('alert', undefined, slow);
    expect(alert).toHaveTextContent('wrong.csv');
    expect(alert).toHaveTextContent(message);
    expect(alert).toHaveTextContent(remedy);
    // The next one is taken without any clearing up.
    await choose(user, csv(...good));
    expect(await screen.findByRole('heading', { name: 'What was understood' }, slow)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

const pick = async (user: UserEvent, field: string, option: RegExp): Promise<void> => {
  await user.click(screen.getByRole('button', { name: new RegExp(`Column for ${field}$`, 'u') }));
  await user.click(await screen.findByRole('option', { name: option }));
};

describe('the choices', () => {
  test('hold the way on back until every needed field is given, and outlive a look at another page', async () => {
    const { user, router } = await opened();
    await choose(user, new File(['Firm,Ref,Pos,What,Many\nAcme,S-1,1,Caliper,3\n'], 'odd.csv'));
    await screen.findByRole('heading', { name: 'What was understood' }, slow);
    await user.click(screen.getByRole('radio', { name: /^Deliveries/u }));
    expect(screen.getByRole('button', { name: 'Check all rows' })).toBeDisabled();
    expect(screen.getByRole('contentinfo')).toHaveTextContent('Order number is not given by any column.');
    await pick(user, 'Order number', /Ref/u);
    await pick(user, 'Line number', /Pos/u);
    await pick(user, 'Product name', /What/u);
    await pick(user, 'Ordered quantity', /Many/u);
    expect(screen.getByRole('button', { name: 'Check all rows' })).toBeEnabled();
    await user.click(screen.getByRole('checkbox', { name: /Remember these choices/u }));
    await user.clear(screen.getByRole('textbox', { name: 'Under the name' }));
    expect(screen.getByRole('button', { name: 'Check all rows' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Under the name' }), 'Odd');

    await user.click(screen.getByRole('link', { name: 'Clients' }));
    await screen.findByRole('heading', { level: 1, name: 'Clients' }, slow);
    await router.navigate('/import');
    await user.click(await screen.findByRole('link', { name: 'Go on with it' }, slow));
    expect(await screen.findByRole('button', { name: /Ref.? Column for Order number$/u })).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Under the name' })).toHaveValue('Odd');

    await user.click(screen.getByRole('button', { name: 'Check all rows' }));
    await user.click(await screen.findByRole('button', { name: 'Import 1 row' }, slow));
    await screen.findByRole('heading', { name: 'The import is done' }, slow);
    await user.click(screen.getByRole('button', { name: 'Import another file' }));
    await choose(user, new File(['Firm,Ref,Pos,What,Many\nAcme,S-2,1,Caliper,3\n'], 'odd2.csv'));
    expect(await screen.findByRole('button', { name: /Odd.? Begin with$/u }, slow)).toBeInTheDocument();
  });

  test('days whose order nothing proves are asked about, and words among them are declared as missing', async () => {
    const { user } = await opened();
    await choose(user, new File(['Client code,Order number,Line number,Product name,Quantity,Delivered date\nC1,S-1,1,Caliper,3,03/04/2026\nC1,S-2,1,Caliper,3,not captured\n'], 'days.csv'));
    await screen.findByRole('heading', { name: 'What was understood' }, slow);
    expect(screen.getByText(/Nothing in .Delivered date. proves whether the day or the month comes first/u)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Month, day, year' }));
    await user.click(screen.getByRole('checkbox', { name: /not captured.* means “no value”/u }));
    await user.click(screen.getByRole('button', { name: 'Check all rows' }));
    expect(await screen.findByText('4 Mar 2026 to 4 Mar 2026', undefined, slow)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled();
  });

  test('an old file is read on its newest day, as proposed', async () => {
    const { user, call } = await opened();
    await choose(user, csv(...good.map((row) => row.replaceAll('2026-', '2015-'))));
    await user.click(await screen.findByRole('button', { name: 'Check all rows' }, slow));
    expect(await screen.findByRole('radio', { name: /On 10 Oct 2015, the file’s newest day/u }, slow)).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Import 3 rows' }));
    await screen.findByRole('heading', { name: 'The import is done' }, slow);
    expect((await call.settings.get()).preferences.scoringOn).toBe('2015-10-10');
  });

  test('or today, if the person would rather', async () => {
    const { user, call } = await opened();
    await choose(user, csv(...good.map((row) => row.replaceAll('2026-', '2015-'))));
    await user.click(await screen.findByRole('button', { name: 'Check all rows' }, slow));
    await user.click(await screen.findByRole('radio', { name: /^Today/u }, slow));
    await user.click(screen.getByRole('button', { name: 'Import 3 rows' }));
    await screen.findByRole('heading', { name: 'The import is done' }, slow);
    expect((await call.settings.get()).preferences.scoringOn).toBeNull();
  });
});

test('the rows to mend are saved with what is wrong, and come in once they are mended', async () => {
  const saving = watchSaving();
  const { user, testHost } = await opened();
  await choose(user, csv(unnumbered));
  await user.click(await screen.findByRole('button', { name: 'Check all rows' }, slow));
  expect(await screen.findByText(/No row can be taken in/u, undefined, slow)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^Import/u })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Save the rows to mend' }));
  await waitFor(async () => {
    expect(await saving.files()).toHaveLength(1);
  });
  const [file] = await saving.files();
  if (!file) throw new Error('Nothing was saved');
  expect(file.name).toBe('deliveries – rows to correct.csv');
  expect(file.text).toContain('What is wrong');
  expect(file.text).toContain('Order number is blank');

  await user.click(screen.getByRole('link', { name: 'File' }));
  await choose(user, new File([file.text.replace('Kenya,,1', 'Kenya,S-3,1')], file.name));
  await user.click(await screen.findByRole('button', { name: 'Check all rows' }, slow));
  await user.click(await screen.findByRole('button', { name: 'Import 1 row' }, slow));
  await screen.findByRole('heading', { name: 'The import is done' }, slow);
  expect(await clientsOf(testHost)).toEqual(['Nairobi Gauge']);
});

test('in Persian the whole way is Persian', async () => {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true, language: 'fa', calendar: 'persian', digits: 'arabext' });
  const { user } = renderApp('/import', host);
  await screen.findByRole('heading', { level: 1, name: 'درون‌ریزی پرونده' }, slow);
  await choose(user, new File(['نام مشتری,شماره سفارش,ردیف,کد کالا,تعداد,تاریخ تحویل\nتهران سنجش,S-1,1,0012,۳,1403/07/17\nتهران سنجش,S-2,1,0012,سه,1403/12/31\n'], 'تحویل.csv'));
  await user.click(await screen.findByRole('button', { name: 'بررسی همهٔ ردیف‌ها' }, slow));
  expect(await screen.findByText('از ۱۷ مهر ۱۴۰۳ تا ۱۷ مهر ۱۴۰۳', undefined, slow)).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /1403\/12\/31/u })).toHaveTextContent('تاریخ تحویل');
  await user.click(screen.getByRole('button', { name: 'درون‌ریزی ۱ ردیف' }));
  expect(await screen.findByRole('heading', { name: 'درون‌ریزی انجام شد' }, slow)).toBeInTheDocument();
});
