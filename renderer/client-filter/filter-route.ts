import { clientFilter, dimensionId } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';

/** UTF-8 in hexadecimal: a print route carries letters, digits and hyphens only. */
const toHex = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** @throws TypeError where the bytes are no text. */
function fromHex(hex: string): string {
  const bytes = (hex.match(/[0-9a-f]{2}/giu) ?? []).map((pair) => Number.parseInt(pair, 16));
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
}

const partsOf = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split('-'));

/** A filter as the part of a route behind `?`; '' where nothing narrows. */
export function filterQuery(filter: ClientFilter): string {
  const parts: readonly (readonly [name: string, value: string])[] = [
    ['search', toHex(filter.search.trim())],
    ['countries', filter.countryCodes.join('-')],
    ['segments', filter.segments.map(toHex).join('-')],
    ['stages', filter.stages.join('-')],
    ['weakest', filter.weakest.join('-')],
    ['late', filter.openLate ? '1' : ''],
  ];
  return parts.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`])).join('&');
}

/** What `filterQuery` wrote. @throws ZodError, TypeError where it was something else: never a wider list than was asked for. */
export const readFilter = (query: URLSearchParams): ClientFilter =>
  clientFilter.parse({
    search: fromHex(query.get('search') ?? ''),
    countryCodes: partsOf(query.get('countries')),
    segments: partsOf(query.get('segments')).map(fromHex),
    stages: partsOf(query.get('stages')).map(Number),
    weakest: partsOf(query.get('weakest')).map((id) => dimensionId.parse(id)),
    openLate: query.get('late') === '1',
  });
