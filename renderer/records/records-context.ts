import { createContext, use } from 'react';
import type { ContractClient } from '#shared/contract/index.ts';
import type { RecordRef } from '#shared/domain/scoring/index.ts';

export type LinesQuery = Parameters<ContractClient['orders']['lines']>[0];

/** What the side sheet can show. A view opened from another one lies on top of it, with a way back. */
export type RecordView =
  | { readonly kind: 'lines'; readonly title: string; readonly query: LinesQuery }
  | { readonly kind: 'record'; readonly ref: RecordRef; readonly title: string }
  | { readonly kind: 'records'; readonly title: string; readonly refs: readonly RecordRef[] };

interface Records {
  readonly clientId: string;
  readonly open: (view: RecordView) => void;
  readonly close: () => void;
}

export const RecordsContext = createContext<Records | null>(null);

/** Opens the records behind a number. */
export function useRecords(): Records {
  const records = use(RecordsContext);
  if (!records) throw new Error('useRecords is used outside a RecordsProvider');
  return records;
}
