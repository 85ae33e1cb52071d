import { newId } from '../db/ids.ts';
import type { Connection } from '../db/store.ts';
import { clientChannels, clients, contacts, products } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { differing } from './changes.ts';
import type { Matching } from './changes.ts';
import { CodeNameIndex } from './code-name-index.ts';
import { contactKey } from './gather.ts';
import type { GatheredClient } from './gather.ts';
import type { Pace } from '../jobs.ts';

const pageRows = 2000;

/** All rows of a statement that ends in `id > ? ORDER BY id LIMIT ?`, page by page, so that others have their turn. */
async function* readPages<R extends { readonly id: string }>(connection: Connection, sql: string, pace: Pace): AsyncGenerator<readonly R[], void, undefined> {
  let after = '';
  for (;;) {
    const rows = connection.all<R>(sql, [after, pageRows]);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = last.id;
    if (pace.isDue) await pace.rest();
  }
}

type ClientRow = Pick<Row<typeof clients>, 'id' | 'code' | 'name' | 'country_code' | 'country_as_given' | 'language' | 'segment' | 'deleted_at'>;

/** Live rows stand before those in the bin; sample clients are nobody's. */
async function clientsByName({ connection, pace }: Matching): Promise<CodeNameIndex<ClientRow>> {
  const index = new CodeNameIndex<ClientRow>();
  for (const state of ['IS NULL', 'IS NOT NULL']) {
    const sql = `SELECT id, code, name, country_code, country_as_given, language, segment, deleted_at
      FROM clients WHERE is_sample = 0 AND deleted_at ${state} AND id > ? ORDER BY id LIMIT ?`;
    for await (const rows of readPages<ClientRow>(connection, sql, pace)) for (const row of rows) index.add(row, row.code, row.name);
  }
  return index;
}

export async function matchClients(matching: Matching): Promise<void> {
  const { gathering, changes, pace, step } = matching;
  const known = await clientsByName(matching);
  for (const client of gathering.clients) {
    const row = known.find(client.code, client.name);
    client.id = row?.id ?? newId();
    if (!row) {
      client.state = 'created';
      for (const channel of client.channels) changes.channels.push({ client, ...channel });
    } else {
      const patch = differing<ClientRow>(row, {
        code: client.code,
        // Found by its name, a client keeps the spelling that a person gave it.
        ...(client.code !== null && row.code === client.code && client.name !== null ? { name: client.name } : {}),
        country_code: client.country?.code ?? null,
        country_as_given: client.country?.asGiven ?? null,
        language: client.language,
        segment: client.segment,
      });
      const isChanged = changes.update(clients, row, patch);
      const hasNewChannel = matchChannels(matching, client);
      client.state = isChanged || hasNewChannel ? 'changed' : 'unchanged';
    }
    step();
    if (pace.isDue) await pace.rest();
  }
}

/** Ways to reach a company are added, never replaced: a second telephone is a second telephone. */
function matchChannels({ connection, changes }: Matching, client: GatheredClient): boolean {
  if (client.channels.length === 0) return false;
  const known = connection.all<Pick<Row<typeof clientChannels>, 'id' | 'kind' | 'handle' | 'deleted_at'>>(
    'SELECT id, kind, handle, deleted_at FROM client_channels WHERE client_id = ? AND contact_id IS NULL ORDER BY deleted_at IS NOT NULL, id',
    [client.id],
  );
  let isChanged = false;
  for (const channel of client.channels) {
    const found = known.find(({ kind, handle }) => kind === channel.kind && handle.toLowerCase() === channel.handle.toLowerCase());
    if (!found) changes.channels.push({ client, ...channel });
    const isUpdated = found !== undefined && changes.update(clientChannels, found, {});
    isChanged ||= !found || isUpdated;
  }
  return isChanged;
}

type ContactRow = Pick<Row<typeof contacts>, 'id' | 'client_id' | 'name' | 'role' | 'email' | 'phone' | 'language' | 'deleted_at'>;

export async function matchContacts({ connection, gathering, changes, pace, step }: Matching): Promise<void> {
  const ofClients = new Map<string, readonly ContactRow[]>();
  for (const contact of gathering.contacts) {
    const { client } = contact;
    let known = ofClients.get(client.id);
    if (!known) {
      known =
        client.state === 'created'
          ? []
          : connection.all<ContactRow>(
              `SELECT id, client_id, name, role, email, phone, language, deleted_at FROM contacts WHERE client_id = ?
               ORDER BY deleted_at IS NOT NULL, id`,
              [client.id],
            );
      ofClients.set(client.id, known);
    }
    const byEmail = contact.email === null ? undefined : known.find(({ email }) => email?.toLowerCase() === contact.email?.toLowerCase());
    const name = contactKey(null, contact.name);
    const row = byEmail ?? known.find((each) => contactKey(null, each.name) === name && (each.email === null || contact.email === null));
    contact.id = row?.id ?? newId();
    if (row) {
      const { role, email, phone, language } = contact;
      const isChanged = changes.update(contacts, row, differing<ContactRow>(row, { name: contact.name, role, email, phone, language }));
      contact.state = isChanged ? 'changed' : 'unchanged';
    } else contact.state = 'created';
    step();
    if (pace.isDue) await pace.rest();
  }
}

type ProductRow = Pick<Row<typeof products>, 'id' | 'code' | 'name' | 'deleted_at'>;

export async function matchProducts({ connection, gathering, changes, pace, step }: Matching): Promise<void> {
  const known = new CodeNameIndex<ProductRow>();
  for (const state of gathering.products.length === 0 ? [] : ['IS NULL', 'IS NOT NULL']) {
    const sql = `SELECT id, code, name, deleted_at FROM products WHERE is_sample = 0 AND deleted_at ${state} AND id > ? ORDER BY id LIMIT ?`;
    for await (const rows of readPages<ProductRow>(connection, sql, pace)) for (const row of rows) known.add(row, row.code, row.name);
  }
  for (const product of gathering.products) {
    const row = known.find(product.code, product.name);
    product.id = row?.id ?? newId();
    if (row) {
      const wanted = row.code !== null && row.code === product.code ? { name: product.name ?? row.name } : { code: product.code };
      product.state = changes.update(products, row, differing<ProductRow>(row, wanted)) ? 'changed' : 'unchanged';
    } else product.state = 'created';
    step();
    if (pace.isDue) await pace.rest();
  }
}
