import { ORPCError } from '@orpc/client';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { ConnectionLostError } from '#renderer/connection.ts';

/** What a person can be told: the contract's own errors, a lost connection, and anything else as a defect. */
export type ErrorKind = ErrorCode | 'CONNECTION_LOST' | 'UNEXPECTED';

const CODES: readonly string[] = ['NOT_FOUND', 'INVALID', 'CONFLICT', 'FILE_REFUSED', 'CANCELLED', 'STORE_UNAVAILABLE'] satisfies readonly ErrorCode[];
const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && CODES.includes(code);

export function errorKind(error: unknown): ErrorKind {
  if (error instanceof ConnectionLostError) return 'CONNECTION_LOST';
  if (error instanceof ORPCError && error.defined) {
    const code: unknown = error.code;
    if (isErrorCode(code)) return code;
  }
  return 'UNEXPECTED';
}
