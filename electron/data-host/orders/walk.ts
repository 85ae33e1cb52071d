import type { DeliveryLine } from '#shared/domain/delivery/index.ts';
import type { Connection } from '../db/store.ts';
import { readLines, readProductLines } from '../scores/index.ts';

export interface Scope {
  /** null: the whole portfolio. */
  readonly clientId: string | null;
  readonly countryCode: string | null;
}

export interface Run {
  readonly first: string;
  readonly last: string;
  readonly lines: readonly DeliveryLine[];
}

const clientsPerRun = 20;

/** Clients of the scope in order; nobody from the bin. */
const clientsSql = `
  SELECT id FROM clients WHERE deleted_at IS NULL AND (@client IS NULL OR id = @client) AND (@country IS NULL OR country_code = @country)
    AND id > @after ORDER BY id LIMIT ${clientsPerRun}`;

/**
 * The order lines of a scope, some clients at a time, so that a caller can let others work in between. Each run is one
 * short reading.
 */
export function* walkLines(connection: Connection, scope: Scope): Generator<Run, void, undefined> {
  const productLines = readProductLines(connection);
  let after = '';
  for (;;) {
    const ids = connection.all<{ id: string }>(clientsSql, { client: scope.clientId, country: scope.countryCode, after }).map(({ id }) => id);
    const first = ids[0];
    const last = ids.at(-1);
    if (first === undefined || last === undefined) return;
    // With a country, the clients between two of them are others: each is read alone.
    const ranges = scope.countryCode === null ? [{ first, last }] : ids.map((id) => ({ first: id, last: id }));
    for (const range of ranges) {
      const byClient = readLines(connection, range, productLines);
      yield { ...range, lines: ids.flatMap((id) => byClient.get(id) ?? []) };
    }
    after = last;
  }
}
