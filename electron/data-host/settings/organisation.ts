import { Buffer } from 'node:buffer';
import { logo as logoSchema } from '#shared/contract/settings.ts';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { organisations } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import type { FileStore } from '../files.ts';

type OrganisationRow = Row<typeof organisations>;

const organisationRow = (connection: Connection): OrganisationRow | undefined =>
  connection.get<OrganisationRow>('SELECT * FROM organisations WHERE deleted_at IS NULL ORDER BY created_at, id LIMIT 1');

export function readOrganisation(connection: Connection): Organisation | null {
  const row = organisationRow(connection);
  if (!row) return null;
  return { name: row.name, countryCode: row.country_code, address: row.address, phone: row.phone, email: row.email, website: row.website };
}

/** @param id for the row where there is none yet; the sample exporter names its own. */
export function writeOrganisation(tx: Transaction, organisation: Organisation, id: string = newId()): void {
  const columns = {
    name: organisation.name, country_code: organisation.countryCode, address: organisation.address, phone: organisation.phone,
    email: organisation.email, website: organisation.website, updated_at: tx.context.at,
  };
  const known = organisationRow(tx);
  if (known) tx.update(organisations, known.id, columns);
  else tx.insert(organisations, { id, ...columns, logo_sha256: null, logo_type: null, created_at: tx.context.at, deleted_at: null });
}

/** null as well where the picture was lost beside the database: a missing letterhead must not keep the app from opening. */
export function readLogo(connection: Connection, files: FileStore): Logo | null {
  const row = organisationRow(connection);
  if (!row || row.logo_sha256 === null || !files.has(row.logo_sha256)) return null;
  const mediaType = logoSchema.shape.mediaType.parse(row.logo_type);
  return { mediaType, base64: Buffer.from(files.get(row.logo_sha256)).toString('base64') };
}

const largestLogoBytes = 2 * 1024 * 1024;
const isAscii = (bytes: Uint8Array, at: number, text: string): boolean => Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
const looksLike: Readonly<Record<Logo['mediaType'], (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => isAscii(bytes, 0, '\u0089PNG\r\n\u001A\n'),
  'image/jpeg': (bytes) => isAscii(bytes, 0, '\u00FF\u00D8\u00FF'),
  'image/webp': (bytes) => isAscii(bytes, 0, 'RIFF') && isAscii(bytes, 8, 'WEBP'),
};

/** The picture's bytes, or the code of what is wrong with them: a name or a declared type is not believed. */
export function logoBytes(logo: Logo): { readonly bytes: Uint8Array } | { readonly problem: 'logo-too-large' | 'logo-not-an-image' } {
  const bytes = Buffer.from(logo.base64, 'base64');
  if (bytes.length > largestLogoBytes) return { problem: 'logo-too-large' };
  return looksLike[logo.mediaType](bytes) ? { bytes } : { problem: 'logo-not-an-image' };
}

/** @returns whether there is an organisation to carry it. */
export function writeLogo(tx: Transaction, picture: { readonly sha256: string; readonly mediaType: Logo['mediaType'] } | null): boolean {
  const row = organisationRow(tx);
  if (!row) return false;
  tx.update(organisations, row.id, {
    logo_sha256: picture?.sha256 ?? null, logo_type: picture?.mediaType ?? null, updated_at: tx.context.at,
  });
  return true;
}
