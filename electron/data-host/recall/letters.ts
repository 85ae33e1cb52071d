import type { z } from 'zod';
import { letter as letterSchema, letterContent } from '#shared/contract/recall.ts';
import type { Letter } from '#shared/contract/recall.ts';
import { documentLanguageOf, knownDocumentLanguage } from '#shared/domain/language/index.ts';
import type { DocumentLanguage } from '#shared/domain/language/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { calibrationLetterItems, calibrationLetters } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { instrumentNameSql } from '../instruments/index.ts';

type StoredLetter = Row<typeof calibrationLetters> & {
  readonly client_name: string;
  readonly contact_name: string | null;
  readonly contact_email: string | null;
  readonly instrument_count: number;
};
export type LetterContent = z.output<typeof letterContent>;

/** Of clients that are not in the bin. */
const from = `
  FROM calibration_letters l JOIN clients c ON c.id = l.client_id AND c.deleted_at IS NULL LEFT JOIN contacts p ON p.id = l.contact_id`;
const columns = `
  SELECT l.*, c.name AS client_name, p.name AS contact_name, p.email AS contact_email,
    (SELECT count(*) FROM calibration_letter_items i WHERE i.letter_id = l.id AND i.deleted_at IS NULL) AS instrument_count`;

const toLetter = (row: StoredLetter): Letter =>
  letterSchema.parse({
    id: row.id, kind: row.kind, clientId: row.client_id, clientName: row.client_name,
    contact: row.contact_id === null ? null : { id: row.contact_id, name: row.contact_name, email: row.contact_email },
    language: row.language, writtenOn: row.written_on, sentOn: row.sent_on, channel: row.channel, instrumentCount: row.instrument_count,
  });

export interface LetterQuery {
  readonly clientId: string | null;
  readonly kind: Letter['kind'] | null;
  readonly sent: boolean | null;
  readonly offset: number;
  readonly limit: number;
}

/** Unsent ones first, then the newest. */
export function readLetters(connection: Connection, { clientId, kind, sent, offset, limit }: LetterQuery): { total: number; rows: Letter[] } {
  const where = `WHERE l.deleted_at IS NULL AND (@clientId IS NULL OR l.client_id = @clientId) AND (@kind IS NULL OR l.kind = @kind)
    AND (@sent IS NULL OR (l.sent_on IS NOT NULL) = @sent)`;
  const given = { clientId, kind, sent: sent === null ? null : Number(sent) };
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n ${from} ${where}`, given)?.n ?? 0;
  const rows = connection.all<StoredLetter>(
    `${columns} ${from} ${where} ORDER BY l.sent_on IS NOT NULL, l.written_on DESC, c.name, l.id LIMIT @limit OFFSET @offset`,
    { ...given, offset, limit },
  );
  return { total, rows: rows.map(toLetter) };
}

/** In the order asked for; those that are not there, or stand on the other side of the bin, are left out. */
export function readLettersById(connection: Connection, ids: readonly string[], inBin = false): Letter[] {
  const rows = connection.all<StoredLetter>(
    `${columns} ${from} WHERE l.id IN (SELECT value FROM json_each(?)) AND l.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, toLetter(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const lettersOfCase = (connection: Connection, caseId: string): Letter[] =>
  connection
    .all<StoredLetter>(`${columns} ${from} WHERE l.out_of_tolerance_id = ? AND l.deleted_at IS NULL ORDER BY c.name, l.id`, [caseId])
    .map(toLetter);

export interface Recipient {
  readonly contactId: string | null;
  readonly language: DocumentLanguage;
}

/** Who gets the client's letters: its first contact, in that person's language, else the client's, else English. */
export function recipientOf(connection: Connection, clientId: string, wanted: DocumentLanguage | null): Recipient {
  const contact = connection.get<{ id: string; language: string | null }>(
    'SELECT id, language FROM contacts WHERE client_id = ? AND deleted_at IS NULL ORDER BY is_primary DESC, created_at, id LIMIT 1',
    [clientId],
  );
  const client = connection.get<{ language: string | null }>('SELECT language FROM clients WHERE id = ?', [clientId]);
  const spoken = knownDocumentLanguage(contact?.language ?? null) ?? documentLanguageOf(client?.language ?? null);
  return { contactId: contact?.id ?? null, language: wanted ?? spoken };
}

export interface LetterItem {
  readonly instrumentId: string;
  readonly dueOn: string | null;
  readonly certificateId: string | null;
}

interface NewLetter extends Recipient {
  readonly kind: Letter['kind'];
  readonly clientId: string;
  readonly caseId: string | null;
  readonly writtenOn: string;
  readonly staffId: string | null;
  readonly items: readonly LetterItem[];
}

/** @returns its identifier. */
export function insertLetter(tx: Transaction, given: NewLetter): string {
  const id = newId();
  const stamps = { created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null };
  tx.insert(calibrationLetters, {
    id, kind: given.kind, client_id: given.clientId, contact_id: given.contactId, language: given.language, written_on: given.writtenOn,
    sent_on: null, channel: null, interaction_id: null, out_of_tolerance_id: given.caseId, staff_id: given.staffId, ...stamps,
  });
  for (const { instrumentId, dueOn, certificateId } of given.items) {
    tx.insert(calibrationLetterItems, {
      id: newId(), letter_id: id, instrument_id: instrumentId, due_on: dueOn, certificate_id: certificateId, ...stamps,
    });
  }
  return id;
}

/** Instruments whose present due day a letter that was not thrown away names already. */
export const alreadyRecalled = (connection: Connection, instrumentIds: readonly string[]): ReadonlySet<string> =>
  new Set(
    connection
      .all<{ id: string }>(
        `SELECT DISTINCT i.id FROM calibration_letter_items n JOIN calibration_letters l ON l.id = n.letter_id AND l.deleted_at IS NULL AND l.kind = 'recall'
         JOIN instruments i ON i.id = n.instrument_id AND i.due_on IS n.due_on
         WHERE n.instrument_id IN (SELECT value FROM json_each(?)) AND n.deleted_at IS NULL`,
        [JSON.stringify(instrumentIds)],
      )
      .map(({ id }) => id),
  );

interface StoredItem {
  readonly letter_id: string;
  readonly instrument_id: string;
  readonly serial: string;
  readonly name: string;
  readonly asset_number: string | null;
  readonly site: string | null;
  readonly last_on: string | null;
  readonly due_on: string | null;
  readonly certificate_number: string | null;
}

/** A letter goes on saying what it said: a calibration that followed it is not told. */
const itemsSql = `
  SELECT n.letter_id, n.instrument_id, i.serial, ${instrumentNameSql} AS name, i.asset_number, i.site, n.due_on,
    (SELECT max(k.calibrated_on) FROM certificates k WHERE k.instrument_id = i.id AND k.state = 'issued' AND k.deleted_at IS NULL
      AND k.calibrated_on <= l.written_on) AS last_on,
    (SELECT k.number FROM certificates k WHERE k.id = n.certificate_id) AS certificate_number
  FROM calibration_letter_items n JOIN calibration_letters l ON l.id = n.letter_id JOIN instruments i ON i.id = n.instrument_id
  LEFT JOIN products p ON p.id = i.product_id
  WHERE n.letter_id IN (SELECT value FROM json_each(?)) AND n.deleted_at IS NULL ORDER BY n.letter_id, n.due_on, i.serial_key, n.id`;

interface StoredFinding {
  readonly letter_id: string;
  readonly instrument_id: string;
  readonly name: string;
  readonly serial: string;
  readonly found_on: string;
  readonly good_until_on: string | null;
  readonly number: string;
}

const findingsSql = `
  SELECT l.id AS letter_id, o.instrument_id, ${instrumentNameSql} AS name, i.serial, o.found_on, o.good_until_on, k.number
  FROM calibration_letters l JOIN out_of_tolerance_cases o ON o.id = l.out_of_tolerance_id JOIN instruments i ON i.id = o.instrument_id
  JOIN certificates k ON k.id = o.certificate_id LEFT JOIN products p ON p.id = i.product_id
  WHERE l.id IN (SELECT value FROM json_each(?))`;

/** All that the letters print, in the order asked for. */
export function readLetterContents(connection: Connection, ids: readonly string[]): LetterContent[] {
  const asked = [JSON.stringify(ids)];
  const items = Map.groupBy(connection.all<StoredItem>(itemsSql, asked), ({ letter_id }) => letter_id);
  const findings = new Map(connection.all<StoredFinding>(findingsSql, asked).map((row) => [row.letter_id, row]));
  return readLettersById(connection, ids).map((letter) => {
    const finding = findings.get(letter.id);
    return letterContent.parse({
      ...letter,
      items: (items.get(letter.id) ?? []).map((row) => ({
        instrumentId: row.instrument_id, serial: row.serial, name: row.name, assetNumber: row.asset_number, site: row.site,
        lastCalibratedOn: row.last_on, dueOn: row.due_on, certificateNumber: row.certificate_number,
      })),
      finding: finding
        ? { instrumentId: finding.instrument_id, standardName: `${finding.name} ${finding.serial}`, foundOn: finding.found_on, goodUntilOn: finding.good_until_on, certificateNumber: finding.number }
        : null,
    });
  });
}
