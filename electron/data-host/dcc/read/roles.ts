import type { DccColumnRole } from '#shared/domain/calibration/dcc-view.ts';
import { localRefType } from '../ref-types.ts';

interface RoleRule {
  readonly role: DccColumnRole;
  readonly refType: RegExp;
  readonly name: RegExp;
}

// First match counts: an "error of the measured value" is an error. Names in English, German, French, Spanish and Persian.
const rules: readonly RoleRule[] = [
  { role: 'acceptance-lower', refType: /^acceptanceLimit(?:Lower|Min)|^lowerAcceptanceLimit/iu, name: /lower acceptance|unter\S* akzeptanz/iu },
  { role: 'acceptance-upper', refType: /^acceptanceLimit(?:Upper|Max)|^upperAcceptanceLimit/iu, name: /upper acceptance|ober\S* akzeptanz/iu },
  { role: 'tolerance-lower', refType: /^(?:tolerance|specification)Limit(?:Lower|Min)|^lower(?:Tolerance|Specification)Limit/iu, name: /lower (?:tolerance|specification)|unter\S* (?:toleranz|spezifikation)/iu },
  { role: 'tolerance-upper', refType: /^(?:tolerance|specification)Limit(?:Upper|Max)|^upper(?:Tolerance|Specification)Limit/iu, name: /upper (?:tolerance|specification)|ober\S* (?:toleranz|spezifikation)/iu },
  { role: 'conformity', refType: /^conformity/iu, name: /conformity|konformit/iu },
  { role: 'error', refType: /^measurementError(?!_correction|Relative|.*Uncertainty)|^(?:measurement)?Deviation|^error$/iu, name: /\b(?:error|deviation)\b|abweichung|\berreur\b|[ée]cart|\bdesviaci[oó]n|خطا|انحراف/iu },
  { role: 'reference', refType: /^referenceValue/iu, name: /\breference\b|\bstandard value|bezugswert|referenzwert|normalwert|r[ée]f[ée]rence|referencia|مرجع/iu },
  { role: 'measured', refType: /^(?:mean)?measuredValue(?!Relative)|^indicat(?:ed|ion)/iu, name: /\bmeasured\b|\bindicat|\breading\b|messwert|anzeige|valeur mesur|valor medido|اندازه/iu },
  { role: 'nominal', refType: /^nominalValue|^calibrationValue|^(?:set|target)Value/iu, name: /\bnominal\b|nennwert|sollwert|اسمی/iu },
];

export interface Role {
  readonly role: DccColumnRole;
  readonly by: 'ref-type' | 'name';
}

/** English, German, French; Indonesian; Persian. */
const correction = /\bcorrection|korrek|\bkoreksi|تصحیح/iu;

/**
 * What a quantity stands for: by one of its refTypes, else by what it is called. A correction is the error's opposite and never
 * taken for it, not even under its refType: some writers have no other for a column that they call “Correction”.
 */
export function roleOf(refTypes: readonly string[], name: string | null): Role | null {
  const rule = rules.find((each) => refTypes.some((token) => each.refType.test(localRefType(token))));
  const isCorrection = name !== null && correction.test(name);
  if (rule) return rule.role === 'error' && isCorrection ? null : { role: rule.role, by: 'ref-type' };
  return name === null || isCorrection || refTypes.some((token) => /correction/iu.test(token)) ? null : byName(name);
}

/** Parameters of a formula, and what goes into it or comes out: computed from what was measured, and no measured values. */
export const isOfFormula = (refTypes: readonly string[]): boolean => refTypes.some((token) => /^formula(?:Parameter|InputQuantity|OutputQuantity)/iu.test(localRefType(token)));

function byName(name: string): Role | null {
  const rule = rules.find((each) => each.name.test(name));
  return rule ? { role: rule.role, by: 'name' } : null;
}

/** A measurement that was stopped before, or made after, someone put the instrument right. */
const asFound = /^(?:before(?:Adjustment|Repair)|asFound)|(?:PreCalibration|BeforeAdjustment|AsFound)$/iu;
const asLeft = /^(?:after(?:Adjustment|Repair)|asLeft)|(?:PostCalibration|AfterAdjustment|AsLeft)$/iu;
const asFoundName = /\bas[ -]found\b|\bbefore (?:the )?(?:adjustment|repair)|\bvor (?:der )?(?:justi?er|justage|reparatur)|پیش از (?:تنظیم|تعمیر)/iu;
const asLeftName = /\bas[ -]left\b|\bafter (?:the )?(?:adjustment|repair)|\bnach (?:der )?(?:justi?er|justage|reparatur)|پس از (?:تنظیم|تعمیر)/iu;

export type FoundOrLeft = 'as-found' | 'as-left';

export interface StageSaid {
  readonly stage: FoundOrLeft;
  readonly by: 'ref-type' | 'name';
}

export function stageOf(refTypes: readonly string[], name: string | null): StageSaid | null {
  const locals = refTypes.map(localRefType);
  if (locals.some((local) => asFound.test(local))) return { stage: 'as-found', by: 'ref-type' };
  if (locals.some((local) => asLeft.test(local))) return { stage: 'as-left', by: 'ref-type' };
  if (name !== null && asFoundName.test(name)) return { stage: 'as-found', by: 'name' };
  return name !== null && asLeftName.test(name) ? { stage: 'as-left', by: 'name' } : null;
}

/** `dcc:status` (2.x `state`) of an influence condition. */
export function stageOfStatus(status: string | null): FoundOrLeft | null {
  if (status === 'beforeAdjustment' || status === 'beforeRepair') return 'as-found';
  return status === 'afterAdjustment' || status === 'afterRepair' ? 'as-left' : null;
}
