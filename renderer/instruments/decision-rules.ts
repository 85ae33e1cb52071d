import type { DecisionRule } from '#shared/domain/calibration/index.ts';

/** A rule and its outcomes as one choice: the keys of `instruments:rule`. */
export const ruleIds = ['simple', 'guard-band-binary', 'guard-band-four-way', 'iso-14253-1', 'z540-3-method-6'] as const;
export type RuleId = (typeof ruleIds)[number];

/** ILAC-G8:09/2019: w = U unless something else was agreed. */
export const usualFactor = '1';

export const ruleIdOf = (rule: DecisionRule): RuleId => (rule.kind === 'guard-band' ? `guard-band-${rule.outcome}` : rule.kind);

/** @param factor of the guard band, in units of U; of no matter to the other rules. */
export function ruleOf(id: RuleId, factor: string): DecisionRule {
  switch (id) {
    case 'guard-band-binary':
      return { kind: 'guard-band', outcome: 'binary', factor };
    case 'guard-band-four-way':
      return { kind: 'guard-band', outcome: 'four-way', factor };
    case 'simple':
    case 'iso-14253-1':
    case 'z540-3-method-6':
      return { kind: id };
    default:
      throw new RangeError(`unknown rule ${String(id satisfies never)}`);
  }
}
