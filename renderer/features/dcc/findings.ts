import type { DccFinding } from '#shared/contract/dcc.ts';

/** One thing that was met, with all that it was met at. */
export interface FindingGroup {
  readonly code: string;
  readonly count: number;
  /** In the document's own words; empty where it names none. */
  readonly subjects: readonly string[];
  /** In the file; null: not one place. */
  readonly line: number | null;
}

/** Findings of one kind are one sentence, however many columns they concern. */
export function groupedFindings(findings: readonly DccFinding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, ({ code }) => code);
  return [...groups].map(([code, found]): FindingGroup => {
    const line = found[0]?.params['line'];
    return {
      code, count: found.length,
      subjects: [...new Set(found.flatMap(({ params: { subject } }) => (typeof subject === 'string' && subject.trim() !== '' ? [subject.trim()] : [])))],
      line: found.length === 1 && typeof line === 'number' ? line : null,
    };
  });
}
