import type { Emit, RuleReasons } from '../evidence/rule.ts';
import type { CompanyRecords } from '../types.ts';

/** As {@link EvidenceRule}, of what is recorded about the exporter's way of working with all clients. */
export interface CompanyEvidenceRule extends RuleReasons {
  readonly visit: (company: CompanyRecords, asOfDay: number, emit: Emit) => void;
}
