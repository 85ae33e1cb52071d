import { implement } from '@orpc/server';
import type { Issue } from '#shared/contract/errors.ts';
import { contract } from '#shared/contract/index.ts';
import { CancelledError } from './db/errors.ts';
import type { Store, WriteRequest } from './db/store.ts';
import type { DataHost } from './host.ts';

export interface CallContext {
  readonly host: DataHost;
}

const base = implement(contract).$context<CallContext>();

/** For procedures that must answer even when the store could not be opened. */
export const unguarded = base;

/** For all others: refuses in words where the store is not open, and turns a cancelled job into its typed error. */
export const guarded = base.use(async ({ context, next, errors }) => {
  const { state, files, now } = context.host;
  if (state.kind === 'refused') throw errors.STORE_UNAVAILABLE({ data: { code: state.error.code } });
  try {
    return await next({ context: { store: state.store, files, now } });
  } catch (error) {
    if (error instanceof CancelledError) throw errors.CANCELLED();
    throw error;
  }
});

/** What NOT_FOUND and CONFLICT carry. */
export const missing = (entity: string, id: string) => ({ data: { entity, id } });

/** What INVALID carries. */
export const invalid = (...issues: readonly Issue[]) => ({ data: { issues: [...issues] } });

/** The person who writes, by name: the audit log stays readable even when a staff row is gone. */
export function author(store: Store): WriteRequest {
  const me = store.read.get<{ name: string }>(
    "SELECT staff.name FROM settings JOIN staff ON staff.id = json_extract(settings.value, '$') WHERE settings.id = 'me' AND staff.deleted_at IS NULL",
  );
  return { actor: me?.name ?? 'unnamed' };
}
