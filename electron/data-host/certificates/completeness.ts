import { missingForIssue } from '#shared/domain/calibration/index.ts';
import type { Certificate, Decision } from '#shared/domain/calibration/index.ts';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import type { StandardInUse } from './standards.ts';

/** What the standard asks for and is not there, and what its reader should know, the standards' due days read from our records where they are ours. */
export function completenessOf({ document, points }: Certificate, decisions: readonly Decision[], inUse: readonly Pick<StandardInUse, 'dueOn'>[]): Pick<StoredCertificate, 'missing' | 'warnings'> {
  const standards = document.standards.map((standard, position) => ({ ...standard, dueOn: inUse[position]?.dueOn ?? standard.dueOn }));
  const { missing, warnings } = missingForIssue({ document: { ...document, standards }, points }, decisions);
  return {
    missing: missing.map(({ field, clause, points: positions }) => ({ field, clause, points: [...positions] })),
    warnings: warnings.map(({ code, params }) => ({ code, params: { ...params } })),
  };
}
