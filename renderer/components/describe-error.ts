import { ORPCError } from '@orpc/client';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { ConnectionLostError } from '#renderer/connection.ts';

/** What a person can be told: the contract's own errors, a lost connection, and anything else as a defect. */
export type ErrorKind = ErrorCode | 'CONNECTION_LOST' | 'UNEXPECTED';

const CODES: readonly string[] = ['NOT_FOUND', 'INVALID', 'CONFLICT', 'FILE_REFUSED', 'CANCELLED', 'STORE_UNAVAILABLE'] satisfies readonly ErrorCode[];
const isErrorCode = (code: string): code is ErrorCode => CODES.includes(code);

export function errorKind(error: unknown): ErrorKind {
  if (error instanceof ConnectionLostError) return 'CONNECTION_LOST';
  if (error instanceof ORPCError && error.defined && isErrorCode(error.code)) return error.code;
  return 'UNEXPECTED';
}
