/** What can be wrong with the store itself, as codes that the contract carries to the person. */
export type StoreErrorCode =
  | 'STORE_FROM_FUTURE'
  | 'STORE_BROKEN'
  | 'STORE_LOCKED_BY_KEY'
  | 'STORE_MIGRATION_CHANGED'
  | 'STORE_MIGRATION_FAILED'
  | 'STORE_BACKUP_FAILED';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: StoreErrorCode, message: string, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.details = details;
  }
}

/** Thrown at a pulse of a long job whose caller went away or pressed Cancel; the job's transaction is rolled back. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'CancelledError';
  }
}
