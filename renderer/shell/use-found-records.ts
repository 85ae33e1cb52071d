import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ContractClient } from '#shared/contract/index.ts';
import { displayLabelCode } from '#shared/domain/calibration/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import { queries } from '#renderer/api.ts';
import { everyInstrument } from '#renderer/state/instrument-list.ts';

type Instrument = Awaited<ReturnType<ContractClient['instruments']['list']>>['rows'][number];
type Certificate = Awaited<ReturnType<ContractClient['certificates']['list']>>['rows'][number];

interface FoundRecords {
  readonly instruments: readonly Instrument[];
  readonly certificates: readonly Certificate[];
  /** A label, a whole serial or a whole asset number: what was meant, and nothing else. */
  readonly isExact: boolean;
  readonly isPending: boolean;
}

/** Fewer letters are in too many numbers. */
const FROM = 2;
const ASKED = 24;
const SHOWN = 5;
/** As numbers are looked for: in any script of digits and case, whatever divides them. */
const bare = (text: string): string => normaliseForSearch(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Instruments by serial, asset number or label, and certificates by number: what a number alone names. */
export function useFoundRecords(search: string): FoundRecords {
  const wanted = bare(search);
  const enabled = wanted.length >= FROM;
  const exact = useQuery(queries.instruments.find.queryOptions({ input: { text: search }, enabled }));
  const listed = useQuery(
    queries.instruments.list.queryOptions({ input: { ...everyInstrument, search, sort: 'serial', offset: 0, limit: ASKED }, enabled, placeholderData: keepPreviousData }),
  );
  const certificates = useQuery(
    queries.certificates.list.queryOptions({ input: { clientId: null, search, states: [], offset: 0, limit: ASKED }, enabled, placeholderData: keepPreviousData }),
  );
  if (!enabled) return { instruments: [], certificates: [], isExact: false, isPending: false };
  const meant = exact.data ?? [];
  const alike = (listed.data?.rows ?? []).filter(
    ({ id, serial, assetNumber, labelCode }) =>
      !meant.some((row) => row.id === id) && [serial, assetNumber ?? '', labelCode, displayLabelCode(labelCode)].some((text) => bare(text).includes(wanted)),
  );
  const ids = new Set(meant.map(({ id }) => id));
  return {
    instruments: [...meant, ...alike].slice(0, SHOWN),
    certificates: (certificates.data?.rows ?? []).filter(({ number, instrumentId }) => ids.has(instrumentId) || bare(number).includes(wanted)).slice(0, SHOWN),
    isExact: meant.length > 0,
    isPending: exact.isPending || listed.isPending || certificates.isPending,
  };
}
