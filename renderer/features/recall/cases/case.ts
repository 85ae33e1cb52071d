import type { ContractClient } from '#shared/contract/index.ts';

/** A finding with all that it reaches and the notices that were written. */
export type Case = Awaited<ReturnType<ContractClient['recall']['case']>>;
export type CaseRow = Awaited<ReturnType<ContractClient['recall']['cases']>>['rows'][number];
