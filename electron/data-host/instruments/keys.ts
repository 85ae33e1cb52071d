import { normaliseForSearch, sortKey } from '#shared/i18n/text/index.ts';
import type { instrumentIndex, instruments } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type Named = Pick<Row<typeof instruments>, 'serial' | 'manufacturer' | 'model' | 'description'>;
type Findable = Named & Pick<Row<typeof instruments>, 'id' | 'label_code' | 'asset_number' | 'site'>;

/**
 * What a serial number is found by: digits of any script, letters of any case, and neither hyphens nor blanks. Two different
 * serials may have one key: it finds, it does not tell apart.
 */
export const serialKey = (serial: string): string => normaliseForSearch(serial).replaceAll(' ', '');

/** Whether two serials are one, typed on different keyboards: digits and case alone are folded, since "1-23" is not "12-3". */
export const sameSerial = (one: string, other: string): boolean => identityOf(one) === identityOf(other);

const identityOf = (serial: string): string =>
  serial.normalize('NFKC').trim().replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) % 16)).toLowerCase();

/** Its own name, where no product gives it one. */
export const ownNameOf = ({ serial, manufacturer, model, description }: Named): string => {
  const make = [manufacturer, model].filter((part) => part !== null && part !== '').join(' ');
  return make === '' ? (description ?? serial) : make;
};

/** The same as SQL, over `i` (instruments) and `p` (products, left joined). */
export const nameSql = `coalesce(p.name, nullif(trim(coalesce(i.manufacturer, '') || ' ' || coalesce(i.model, '')), ''), i.description, i.serial)`;

/** Parts stand on lines of their own, so that no match spans two; a serial also without what a person leaves out when typing it. */
export function indexRowOf(row: Findable): Row<typeof instrumentIndex> {
  const parts = new Set(
    [row.serial, row.asset_number, row.label_code, row.manufacturer, row.model, row.description, row.site].map((text) => normaliseForSearch(text ?? '')),
  );
  parts.add(serialKey(row.serial));
  if (row.asset_number !== null) parts.add(serialKey(row.asset_number));
  parts.delete('');
  return { id: row.id, name_sort: sortKey(ownNameOf(row)), serial_sort: sortKey(row.serial), search_text: [...parts].join('\n') };
}
