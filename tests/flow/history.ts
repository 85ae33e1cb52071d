import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { madeHistory } from '#tests/fixtures/made-history.ts';

/** What an import of a history must come to, as the screen says it in English. */
export interface History {
  readonly file: string;
  /** What is told of the test's source, where it is not the public history. */
  readonly remark: string | null;
  /** The mapping that the wizard proposes. */
  readonly template: string;
  readonly rows: string;
  readonly records: Readonly<Record<'Clients' | 'Products' | 'Orders' | 'Order lines' | 'Shipments', string>>;
  readonly countries: string;
  readonly value: string;
  /** One client, with figures counted apart from the app. */
  readonly client: { readonly code: string; readonly lines: number; readonly onTime: number };
}

const publicHistory = path.resolve(import.meta.dirname, '../../../shared/data/scms_delivery_history.csv');

/** The public delivery history; where it is not at hand, a made one, so that the way through the app is walked all the same. */
export const theHistory = (): History => (existsSync(publicHistory) ? real : made());

const real: History = {
  file: publicHistory,
  remark: null,
  template: 'Delivery history (SCMS)',
  rows: '10,324',
  records: { Clients: '142', Products: '184', Orders: '6,233', 'Order lines': '10,324', Shipments: '7,030' },
  countries: '43',
  value: 'USD 1,627,584,457.29',
  // The file's own rows of this Project Code; on time: delivered 0 to 2 days before Scheduled Delivery Date.
  client: { code: '114-UG-T30', lines: 596, onTime: 254 },
};

const lateness = (row: readonly string[]): number => (Date.parse(row[8] ?? '') - Date.parse(row[7] ?? '')) / 86_400_000;

function made(): History {
  const text = madeHistory(4200);
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-history-'));
  const file = path.join(folder, 'deliveries.csv');
  writeFileSync(file, text);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const rows = text.trim().split('\n').slice(1).map((line) => line.split(','));
  const distinct = (...columns: readonly number[]): string =>
    new Set(rows.map((row) => columns.map((column) => row[column]).join('|'))).size.toLocaleString('en');
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row[6]) * 100), 0);
  const ofClient = rows.filter(([code]) => code === 'C-137');
  return {
    file,
    remark: 'the public delivery history is not at hand (../shared/data): a made one was imported instead',
    template: 'What the columns suggest',
    rows: rows.length.toLocaleString('en'),
    records: { Clients: distinct(0), Products: distinct(4), Orders: distinct(0, 2), 'Order lines': distinct(0, 2, 3), Shipments: distinct(0, 9) },
    countries: distinct(1),
    value: `USD ${(cents / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`,
    client: { code: 'C-137', lines: ofClient.length, onTime: ofClient.filter((row) => lateness(row) >= -2 && lateness(row) <= 0).length },
  };
}
