import type { DecisionRule, Verdict } from '#shared/domain/calibration/types.ts';

/** The conformity words of DCC (`stringConformityStatementStatusType`) that say what the verdict says. */
const dccByVerdict = {
  pass: 'pass',
  'conditional-pass': 'conditionalPass',
  'conditional-fail': 'conditionalFail',
  fail: 'fail',
  conform: 'pass',
  nonconform: 'fail',
  // Neither is proven; `noPass` and `noFail` would each say one half of it.
  indeterminate: null,
  'not-judged': null,
} as const satisfies Readonly<Record<Verdict, string | null>>;

export const dccConformityOf = (verdict: Verdict): string | null => dccByVerdict[verdict];

/** Whether DCC's word alone gives the verdict back. */
export const isDccWord = (verdict: Verdict): boolean => verdict !== 'conform' && verdict !== 'nonconform' && dccByVerdict[verdict] !== null;

/** `convention` of the decision rule's statement, and the document that lays the rule down. */
export const ruleConventions = {
  simple: { kind: 'simple', norm: 'ILAC-G8:09/2019' },
  'guard-band-binary': { kind: 'guard-band', norm: 'ILAC-G8:09/2019' },
  'guard-band-four-way': { kind: 'guard-band', norm: 'ILAC-G8:09/2019' },
  'iso-14253-1': { kind: 'iso-14253-1', norm: 'ISO 14253-1:2017' },
  'z540-3-method-6': { kind: 'z540-3-method-6', norm: 'ANSI/NCSL Z540.3-2006' },
} as const;

export type RuleConvention = keyof typeof ruleConventions;

export const conventionOf = (rule: DecisionRule): RuleConvention => (rule.kind === 'guard-band' ? `guard-band-${rule.outcome}` : rule.kind);
