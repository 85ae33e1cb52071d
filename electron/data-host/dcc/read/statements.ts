import type { Element } from '@xmldom/xmldom';
import type { Verdict } from '#shared/domain/calibration/types.ts';
import { hasRefType, refTypes } from '../ref-types.ts';
import { descendants } from './parties.ts';
import { verdictOf } from './points.ts';
import type { Texts } from './texts.ts';
import { all, attributeTokens, booleanOf, dayOf, first, textOf } from './xml.ts';

export interface Statements {
  readonly statements: readonly string[];
  readonly traceability: string | null;
  readonly specification: string | null;
  readonly statedConformity: Verdict | null;
  readonly agreedIntervalMonths: number | null;
}

const joined = (parts: readonly (string | null)[], separator: string): string | null =>
  parts.filter((part) => part !== null && part !== '').join(separator) || null;

const sourceOf = (statement: Element): string | null =>
  joined(all(statement, 'norm', 'reference', 'convention').map((part) => textOf(part)), ', ');

/** What a statement says, after the norm that it says it by. */
function sentenceOf(statement: Element, texts: Texts): string | null {
  const declaration = first(statement, 'declaration');
  const said = joined([
    texts.plain(first(statement, 'name')), texts.plain(...all(statement, 'description')),
    texts.plain(first(declaration, 'name')), texts.plain(declaration), dayOf(first(statement, 'date')), textOf(first(statement, 'period')),
  ], '\n');
  return joined([sourceOf(statement), said], ': ');
}

/** xs:duration in whole months; null where it is not of months and years. */
function monthsOf(period: string | null): number | null {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?$/u.exec(period ?? '');
  const months = Number(match?.[1] ?? 0) * 12 + Number(match?.[2] ?? 0);
  return match && months > 0 ? months : null;
}

const has = (statement: Element, refType: string): boolean => hasRefType(attributeTokens(statement, 'refType'), refType);

/** Administrative statements; what limits and verdicts are said of single values stands with these. */
export function statementsOf(root: Element, texts: Texts): Statements {
  const statements = all(first(first(root, 'administrativeData'), 'statements'), 'statement');
  const traceable = statements.find((each) => has(each, refTypes.traceability) || has(each, refTypes.traceableToSi)) ??
    statements.find((each) => booleanOf(first(each, 'traceable', 'metrologicallyTraceable')) === true && first(each, 'declaration'));
  const conformity = statements.find((each) => has(each, refTypes.conformity) || first(each, 'conformity'));
  const ofResults = descendants(first(root, 'measurementResults'), 'metaData').filter((each) => has(each, refTypes.conformity));
  const specification = [conformity, ...ofResults].map((each) => (each ? sourceOf(each) : null)).find((source) => source !== null) ?? null;
  const recalibration = statements.find((each) => has(each, refTypes.recalibration));
  return {
    statements: statements.filter((each) => each !== traceable).map((each) => sentenceOf(each, texts)).filter((sentence) => sentence !== null),
    traceability: traceable ? sentenceOf(traceable, texts) : null,
    specification,
    statedConformity: verdictOf(conformity ? textOf(first(conformity, 'conformity')) : null),
    agreedIntervalMonths: recalibration ? monthsOf(textOf(first(recalibration, 'period'))) : null,
  };
}

const uncertaintyName = /^(?:(?:expanded )?(?:measurement )?uncertainty|(?:erweiterte )?(?:mess)?unsicherheit)$/iu;

/** How it was calibrated: the methods, without the one that says what an uncertainty is. */
export function methodOf(root: Element, texts: Texts): string | null {
  const methods = descendants(first(root, 'measurementResults'), 'usedMethod').filter((method) =>
    !has(method, refTypes.uncertainty) && !all(first(method, 'name'), 'content').some((name) => uncertaintyName.test(name.textContent ?? '')));
  const lines = methods.map((method) => {
    const source = joined(all(method, 'norm', 'reference').map((part) => textOf(part)), ', ');
    const name = texts.plain(first(method, 'name'));
    return name !== null && source !== null ? `${name} (${source})` : (name ?? source);
  });
  return joined([...new Set(lines)], '\n');
}
