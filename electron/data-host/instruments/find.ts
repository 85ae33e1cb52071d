import type { z } from 'zod';
import type { InstrumentRow, foundBy } from '#shared/contract/instruments.ts';
import { readLabel } from '#shared/domain/calibration/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';
import { sameSerial, serialKey } from './keys.ts';
import { readInstrumentRowsById } from './list.ts';

type FoundBy = z.output<typeof foundBy>;
export type Found = InstrumentRow & { readonly foundBy: FoundBy };

const mostFound = 50;
const ofVisibleClients = 'i.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM clients k WHERE k.id = i.client_id AND k.deleted_at IS NOT NULL)';

const idsBy = (connection: Connection, condition: string, value: string): string[] =>
  connection.all<{ id: string }>(`SELECT i.id FROM instruments i WHERE ${condition} AND ${ofVisibleClients} ORDER BY i.id LIMIT ${mostFound}`, [value]).map(({ id }) => id);

/**
 * What a scanner, a camera or a person typed. A label names one instrument and ends the search; else serial numbers, then
 * asset numbers. Each by its own index.
 */
export function findInstruments(connection: Connection, text: string, today: string): Found[] {
  const label = readLabel(text);
  const labelled = label === null ? [] : idsBy(connection, 'i.label_code = ?', label);
  if (labelled.length > 0) return rowsOf(connection, labelled, 'label', today);
  const key = serialKey(text);
  if (key === '') return [];
  const bySerial = idsBy(connection, 'i.serial_key = ?', key);
  const byAsset = idsByAsset(connection, text, key).filter((id) => !bySerial.includes(id));
  return [...rowsOf(connection, bySerial, 'serial', today), ...rowsOf(connection, byAsset, 'asset-number', today)].slice(0, mostFound);
}

const rowsOf = (connection: Connection, ids: readonly string[], by: FoundBy, today: string): Found[] =>
  readInstrumentRowsById(connection, ids, today).map((row): Found => Object.assign(row, { foundBy: by }));

/** As typed by its index; else however it is spelt, which the index entries know. */
function idsByAsset(connection: Connection, text: string, key: string): string[] {
  const exact = idsBy(connection, 'i.asset_number = ?', text.trim());
  if (exact.length > 0) return exact;
  return connection
    .all<{ id: string; asset_number: string }>(
      `SELECT i.id, i.asset_number FROM instrument_index x JOIN instruments i ON i.id = x.id
       WHERE instr(x.search_text, ?) > 0 AND i.asset_number IS NOT NULL AND ${ofVisibleClients} ORDER BY i.id`,
      [key],
    )
    .filter(({ asset_number: assetNumber }) => serialKey(assetNumber) === key)
    .slice(0, mostFound)
    .map(({ id }) => id);
}

export interface Identification {
  readonly serial: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly assetNumber: string | null;
}

export interface Candidate {
  readonly id: string;
  /** `certain`: one serial and one maker (and model, where both say it). `likely`: the serial or the asset number alone. */
  readonly match: 'certain' | 'likely';
  readonly foundBy: 'serial' | 'asset-number';
}

interface CandidateRow {
  readonly id: string;
  readonly serial: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly product_name: string | null;
}

const candidatesSql = (condition: string): string => `
  SELECT i.id, i.serial, coalesce(i.manufacturer, p.manufacturer) AS manufacturer, coalesce(i.model, p.model) AS model, p.name AS product_name
  FROM instruments i LEFT JOIN products p ON p.id = i.product_id WHERE ${condition} AND ${ofVisibleClients} ORDER BY i.id LIMIT ${mostFound}`;

/** Companies write themselves at length on certificates: "Mitutoyo" is in "Mitutoyo Deutschland GmbH". */
const agrees = (one: string | null, other: string | null): boolean | null => {
  const [left, right] = [normaliseForSearch(one ?? ''), normaliseForSearch(other ?? '')];
  if (left === '' || right === '') return null;
  return ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `);
};

/** Instruments on record that a document may speak of, the best first; another maker's of the same serial is left out. */
export function findBySerial(connection: Connection, { serial, manufacturer, model, assetNumber }: Identification): Candidate[] {
  const key = serial === null ? '' : serialKey(serial);
  const bySerial = key === '' ? [] : connection.all<CandidateRow>(candidatesSql('i.serial_key = ?'), [key]);
  const found = bySerial.flatMap((row): Candidate[] => {
    const sameMaker = agrees(row.manufacturer, manufacturer) ?? agrees(row.product_name, manufacturer);
    const sameModel = agrees(row.model, model) ?? agrees(row.product_name, model);
    if (agrees(row.manufacturer, manufacturer) === false) return [];
    const isCertain = serial !== null && sameSerial(row.serial, serial) && sameMaker === true && sameModel !== false;
    return [{ id: row.id, match: isCertain ? 'certain' : 'likely', foundBy: 'serial' }];
  });
  const byAsset = assetNumber === null || assetNumber.trim() === '' ? [] : connection.all<CandidateRow>(candidatesSql('i.asset_number = ?'), [assetNumber.trim()]);
  const known = new Set(found.map(({ id }) => id));
  return [
    ...found.filter(({ match }) => match === 'certain'), ...found.filter(({ match }) => match === 'likely'),
    ...byAsset.filter(({ id }) => !known.has(id)).map(({ id }): Candidate => ({ id, match: 'likely', foundBy: 'asset-number' })),
  ];
}

const mostInRange = 1000;

export type Expansion = { readonly serials: readonly { readonly serial: string; readonly existingId: string | null }[] } | { readonly problem: 'not-a-range' | 'backwards' | 'too-many' };

interface Numbered {
  readonly head: string;
  readonly digits: string;
  readonly tail: string;
}

/** Every run of digits of a serial, with what stands around it. */
const runsOf = (serial: string): Numbered[] =>
  [...serial.matchAll(/[0-9]+/gu)].map((match) => ({ head: serial.slice(0, match.index), digits: match[0], tail: serial.slice(match.index + match[0].length) }));

const toLatinDigits = (text: string): string => text.normalize('NFKC').trim().replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) % 16));

/**
 * `AB-0098 … AB-0103`: the one run of digits in which the two differ is counted, in its width ("0099" is followed by "0100",
 * "99" by "100"). Two ends that differ in more than that are no range.
 */
export function expandRange(connection: Connection, firstSerial: string, lastSerial: string): Expansion {
  const [first, last] = [toLatinDigits(firstSerial), toLatinDigits(lastSerial)];
  const pairs = runsOf(first).flatMap((from) => runsOf(last).filter(({ head, tail }) => head === from.head && tail === from.tail).map((to) => ({ from, to })));
  const pair = pairs.at(-1);
  if (!pair) return { problem: 'not-a-range' };
  const { from, to } = pair;
  const isPadded = from.digits.length === to.digits.length;
  if (!isPadded && (from.digits.startsWith('0') || to.digits.startsWith('0'))) return { problem: 'not-a-range' };
  const [start, end] = [BigInt(from.digits), BigInt(to.digits)];
  if (end < start) return { problem: 'backwards' };
  if (end - start >= BigInt(mostInRange)) return { problem: 'too-many' };
  const serials = Array.from({ length: Number(end - start) + 1 }, (_, index) => {
    const digits = String(start + BigInt(index));
    return `${from.head}${isPadded ? digits.padStart(from.digits.length, '0') : digits}${from.tail}`;
  });
  return { serials: serials.map((serial) => ({ serial, existingId: existingOf(connection, serial) })) };
}

const existingOf = (connection: Connection, serial: string): string | null =>
  connection.all<{ id: string; serial: string }>('SELECT id, serial FROM instruments WHERE serial_key = ? AND deleted_at IS NULL ORDER BY id', [serialKey(serial)])
    .find((row) => sameSerial(row.serial, serial))?.id ?? null;

