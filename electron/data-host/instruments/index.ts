import type { Transaction } from '../db/store.ts';
import { instruments, products } from '../db/tables.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { Pace } from '../jobs.ts';
import { refreshClient } from '../scores/index.ts';
import { localDayOf } from '../settings/index.ts';
import { followInterval } from './dues.ts';
import { expandRange, findInstruments } from './find.ts';
import { bearerOf, findIssues, serialIssues } from './issues.ts';
import { readLabels } from './labels.ts';
import { readFacets, readInstrumentRows } from './list.ts';
import { readDeliverable, readProduct, readProducts, readSites } from './products.ts';
import { readProposals } from './proposals.ts';
import { instrumentExists, readInstrument, readPassport } from './read.ts';
import { takeBackInterval, takeBackTransfer } from './take-back.ts';
import { createInstrument, decideInterval, setInstrumentStatus, transferInstrument, updateInstrument } from './write.ts';

export {
  calibrationDone, calibrationReplaced, calibrationWithdrawn, extendDue, firstDueOf, startInterval, withdrawExtension,
} from './dues.ts';
export type { KnownStart } from './dues.ts';
export { findBySerial } from './find.ts';
export type { Candidate } from './find.ts';
export { bearerOf, findIssues as instrumentIssues } from './issues.ts';
export { indexRowOf, nameSql as instrumentNameSql, serialKey } from './keys.ts';
export { readDueDays, readInstrumentIds, readInstrumentRowsById } from './list.ts';
export { instrumentExists, readInstrument, readRanges } from './read.ts';
export type { StoredInstrument } from './read.ts';
export { instrumentsOfClient } from './summary.ts';
export { createInstrument, freshLabelCode, instrumentRowsOf, reindexInstruments, setInstrumentStatus, updateInstrument } from './write.ts';
export type { InstrumentPatch } from './write.ts';

const os = guarded.instruments;

function refreshClients(tx: Transaction, clientIds: Iterable<string | null>, now: Date): void {
  for (const clientId of new Set(clientIds)) if (clientId !== null) refreshClient(tx, clientId, now);
}

/** Everybody who has it or had it: a delivery and a missed due day count with whom they happened. */
const holdersOf = (tx: Transaction, id: string): (string | null)[] =>
  tx.all<{ client_id: string | null }>('SELECT DISTINCT client_id FROM instrument_owners WHERE instrument_id = ? AND deleted_at IS NULL', [id]).map((row) => row.client_id);

const presentHolderSince = (tx: Transaction, id: string): string =>
  tx.get<{ from_on: string | null }>('SELECT from_on FROM instrument_owners WHERE instrument_id = ? AND until_on IS NULL AND deleted_at IS NULL', [id])?.from_on ?? '';

export const instrumentsRouter = os.router({
  list: os.list.handler(({ context: { store, now }, input: { sort, descending, offset, limit, ...filter } }) =>
    readInstrumentRows(store.read, { filter, today: localDayOf(now()), sort, descending, offset, limit }),
  ),
  facets: os.facets.handler(({ context: { store, now }, input }) => readFacets(store.read, input, localDayOf(now()))),
  get: os.get.handler(({ context: { store, now }, input, errors }) => {
    const passport = readPassport(store.read, input.id, localDayOf(now()));
    if (!passport) throw errors.NOT_FOUND(missing('instrument', input.id));
    return passport;
  }),
  labels: os.labels.handler(({ context: { store, now }, input }) => readLabels(store.read, input.ids, localDayOf(now()))),
  find: os.find.handler(({ context: { store, now }, input }) => findInstruments(store.read, input.text, localDayOf(now()))),
  expandRange: os.expandRange.handler(({ context: { store }, input, errors }) => {
    const expansion = expandRange(store.read, input.first, input.last);
    if ('problem' in expansion) throw errors.INVALID(invalid({ field: 'last', code: expansion.problem }));
    return { serials: [...expansion.serials] };
  }),
  create: os.create.handler(({ context: { store, now }, input: { serials, fields }, errors }) =>
    store.write(author(store), (tx) => {
      const issues = [...serialIssues(tx, serials, fields), ...findIssues(tx, fields, [fields.clientId])];
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const ids = serials.map((serial) => createInstrument(tx, { ...fields, serial }));
      refreshClients(tx, [fields.clientId], now());
      return { ids };
    }),
  ),
  update: os.update.handler(({ context: { store, now }, input: { id, serial, fields }, errors }) =>
    store.write(author(store), (tx) => {
      const before = readInstrument(tx, id);
      if (!before) throw errors.NOT_FOUND(missing('instrument', id));
      const make = {
        productId: fields.productId === undefined ? before.productId : fields.productId,
        manufacturer: fields.manufacturer === undefined ? before.manufacturer : fields.manufacturer,
        model: fields.model === undefined ? before.model : fields.model,
      };
      const isRenamed = serial !== undefined || fields.productId !== undefined || fields.manufacturer !== undefined || fields.model !== undefined;
      const isTaken = isRenamed && bearerOf(tx, serial ?? before.serial, make, { exceptId: id }) !== undefined;
      const holders = [...holdersOf(tx, id), fields.clientId ?? null];
      const issues = [...(isTaken ? [{ field: 'serial', code: 'taken' }] : []), ...findIssues(tx, fields, holders)];
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      updateInstrument(tx, id, { ...fields, serial });
      refreshClients(tx, [...holders, ...holdersOf(tx, id)], now());
      const passport = readPassport(tx, id, localDayOf(now()));
      if (!passport) throw errors.NOT_FOUND(missing('instrument', id));
      return passport;
    }),
  ),
  setStatuses: os.setStatuses.handler(({ context: { store, now }, input: { entries }, errors }) =>
    store.write(author(store), (tx) => {
      const holders: (string | null)[] = [];
      const before = entries.map(({ id, status }) => {
        const instrument = readInstrument(tx, id);
        if (!instrument) throw errors.NOT_FOUND(missing('instrument', id));
        setInstrumentStatus(tx, id, status);
        holders.push(...holdersOf(tx, id));
        return { id, status: instrument.status };
      });
      refreshClients(tx, holders, now());
      return { before };
    }),
  ),
  transfer: os.transfer.handler(({ context: { store, now }, input: { id, ...transfer }, errors }) =>
    store.write(author(store), (tx) => {
      const before = readInstrument(tx, id);
      if (!before) throw errors.NOT_FOUND(missing('instrument', id));
      const issues = findIssues(tx, { clientId: transfer.clientId }, []);
      if (transfer.clientId === before.clientId && transfer.site === before.site) issues.push({ field: 'clientId', code: 'same-holder' });
      if (transfer.on > localDayOf(now())) issues.push({ field: 'on', code: 'ahead' });
      if (transfer.on < presentHolderSince(tx, id)) issues.push({ field: 'on', code: 'before-holder' });
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      transferInstrument(tx, id, transfer);
      refreshClients(tx, [before.clientId, transfer.clientId], now());
      const passport = readPassport(tx, id, localDayOf(now()));
      if (!passport) throw errors.NOT_FOUND(missing('instrument', id));
      return passport;
    }),
  ),
  takeBackTransfer: os.takeBackTransfer.handler(({ context: { store, now }, input: { id, holderId }, errors }) =>
    store.write(author(store), (tx) => {
      const before = readInstrument(tx, id);
      if (!before) throw errors.NOT_FOUND(missing('instrument', id));
      const problem = takeBackTransfer(tx, id, holderId);
      if (problem) throw errors.INVALID(invalid(problem));
      refreshClients(tx, [before.clientId, ...holdersOf(tx, id)], now());
      const passport = readPassport(tx, id, localDayOf(now()));
      if (!passport) throw errors.NOT_FOUND(missing('instrument', id));
      return passport;
    }),
  ),
  remove: os.remove.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const holders: (string | null)[] = [];
      for (const id of new Set(input.ids)) {
        if (!tx.softDelete(instruments, id)) throw errors.NOT_FOUND(missing('instrument', id));
        holders.push(...holdersOf(tx, id));
      }
      refreshClients(tx, holders, now());
      return { ids: [...new Set(input.ids)] };
    }),
  ),
  restore: os.restore.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const holders: (string | null)[] = [];
      for (const id of new Set(input.ids)) {
        if (!tx.restore(instruments, id)) throw errors.NOT_FOUND(missing('instrument', id));
        holders.push(...holdersOf(tx, id));
      }
      refreshClients(tx, holders, now());
      return { ids: [...new Set(input.ids)] };
    }),
  ),
  deliverable: os.deliverable.handler(({ context: { store }, input }) => readDeliverable(store.read, input.clientId)),
  products: os.products.handler(({ context: { store } }) => readProducts(store.read)),
  saveProductCalibration: os.saveProductCalibration.handler(({ context: { store, now }, input, signal, errors }) =>
    store.writeLong(author(store), signal, async (tx, pulse) => {
      const before = readProduct(tx, input.productId);
      if (!before) throw errors.NOT_FOUND({ data: { entity: 'product', id: input.productId } });
      tx.update(products, input.productId, {
        manufacturer: input.manufacturer, model: input.model, instrument_type: input.instrumentType, calibration_interval_months: input.intervalMonths,
        calibration_interval_cycles: input.intervalCycles, updated_at: tx.context.at,
      });
      // Those that go by the product's interval follow it; a product can have a great many.
      const pace = new Pace(pulse);
      const following = tx.all<{ id: string; client_id: string | null; interval_starts: string }>(
        'SELECT id, client_id, interval_starts FROM instruments WHERE product_id = ? AND interval_months IS NULL AND deleted_at IS NULL ORDER BY id', [input.productId],
      );
      for (const { id, interval_starts: starts } of following) {
        followInterval(tx, id, { interval_starts: starts });
        if (pace.isDue) await pace.rest();
      }
      for (const clientId of new Set(following.map((row) => row.client_id))) {
        if (clientId !== null) refreshClient(tx, clientId, now());
        if (pace.isDue) await pace.rest();
      }
      return readProduct(tx, input.productId) ?? before;
    }),
  ),
  sites: os.sites.handler(({ context: { store }, input }) => readSites(store.read, input.clientId)),
  intervalProposals: os.intervalProposals.handler(({ context: { store }, input, errors }) => {
    if (!instrumentExists(store.read, input.id)) throw errors.NOT_FOUND(missing('instrument', input.id));
    return readProposals(store.read, input.id);
  }),
  decideInterval: os.decideInterval.handler(({ context: { store, now }, input: { id, months, method, reason }, errors }) =>
    store.write(author(store), (tx) => {
      const before = readInstrument(tx, id);
      if (!before) throw errors.NOT_FOUND(missing('instrument', id));
      decideInterval(tx, id, { method, reason }, months);
      refreshClients(tx, [before.clientId], now());
      const passport = readPassport(tx, id, localDayOf(now()));
      if (!passport) throw errors.NOT_FOUND(missing('instrument', id));
      return passport;
    }),
  ),
  takeBackInterval: os.takeBackInterval.handler(({ context: { store, now }, input: { id, decisionId }, errors }) =>
    store.write(author(store), (tx) => {
      const before = readInstrument(tx, id);
      if (!before) throw errors.NOT_FOUND(missing('instrument', id));
      const problem = takeBackInterval(tx, id, decisionId);
      if (problem) throw errors.INVALID(invalid(problem));
      refreshClients(tx, [before.clientId], now());
      const passport = readPassport(tx, id, localDayOf(now()));
      if (!passport) throw errors.NOT_FOUND(missing('instrument', id));
      return passport;
    }),
  ),
});
