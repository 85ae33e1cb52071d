import type { CertificateDocument, DecisionRule } from '#shared/domain/calibration/types.ts';
import { iso639Of } from '../language-tag.ts';
import { refTypes, ownRefTypes } from '../ref-types.ts';
import { conventionOf, dccConformityOf, ruleConventions } from '../verdicts.ts';
import { real, unitOne } from './quantity.ts';
import type { Wording } from './wording.ts';
import { dcc, dccText, refType } from './xml.ts';
import type { XmlNode } from './xml.ts';

const standard = 'ISO/IEC 17025:2017';

function decisionRule(rule: DecisionRule, wording: Wording): XmlNode {
  const convention = conventionOf(rule);
  return dcc('statement', [
    wording.label('name', 'decisionRule'),
    dcc('convention', convention),
    dcc('norm', standard),
    dcc('norm', ruleConventions[convention].norm),
    dcc('reference', '7.8.6.2 c'),
    wording.label('declaration', convention),
    rule.kind === 'guard-band'
      ? dcc('data', [dcc('quantity', [wording.label('name', 'factor'), real({ value: rule.factor, unit: unitOne, uncertainty: null })], refType(ownRefTypes.guardBandFactor))])
      : null,
  ], refType(ownRefTypes.decisionRule));
}

/** What a DCC has only statements for, in the order of ISO/IEC 17025:2017; the certificate's own remarks last. */
export function statements(document: CertificateDocument, wording: Wording): XmlNode {
  const { laboratory: { accreditation }, performedAt, decisionRule: rule, statedConformity: overall, agreedIntervalMonths: months } = document;
  return dcc('statements', [
    iso639Of(document.language) === document.language ? null : dcc('statement', [
      wording.label('name', 'language'), dcc('convention', document.language), dcc('norm', 'BCP 47'),
    ], refType(ownRefTypes.language)),
    document.title === null ? null : dcc('statement', [
      wording.label('name', 'title'), dcc('norm', standard), dcc('reference', '7.8.2.1 a'), wording.text('declaration', document.title),
    ], refType(ownRefTypes.title)),
    performedAt.place === null ? null : dcc('statement', [
      wording.label('name', 'place'), dcc('norm', standard), dcc('reference', '7.8.2.1 c'), dcc('location', [wording.text('further', performedAt.place)]),
    ], refType(ownRefTypes.performancePlace)),
    accreditation === null ? null : dcc('statement', [
      wording.label('name', 'accreditation'), dcc('norm', standard), wording.optionalText('declaration', accreditation.scope),
      dcc('respAuthority', [wording.name('name', accreditation.body), dcc('location', [dcc('further', [])])]),
    ], refType(ownRefTypes.accreditation)),
    document.methodDeviations === null ? null : dcc('statement', [
      wording.label('name', 'deviations'), dcc('norm', standard), dcc('reference', '7.8.2.1 n'), wording.text('declaration', document.methodDeviations),
    ], refType(ownRefTypes.methodDeviations)),
    document.traceability === null ? null : dcc('statement', [
      wording.label('name', 'traceability'), dcc('norm', standard), dcc('reference', '7.8.4.1 c'), wording.text('declaration', document.traceability),
    ], refType(refTypes.traceableToSi, ownRefTypes.traceability)),
    dcc('statement', [
      wording.label('name', 'adjusted'), wording.optionalText('description', document.adjustmentNote), dcc('norm', standard), dcc('reference', '7.8.4.1 d'),
      dcc('valid', String(document.adjusted)),
    ], refType(ownRefTypes.adjusted)),
    document.specification === null ? null : dcc('statement', [
      wording.label('name', 'specification'), dcc('norm', standard), dcc('reference', '7.8.6.2 b'), wording.text('declaration', document.specification),
    ], refType(ownRefTypes.specification)),
    rule && decisionRule(rule, wording),
    overall === null ? null : dcc('statement', [
      wording.label('name', 'overall'), dcc('convention', overall), dccText('norm', document.specification), dccText('conformity', dccConformityOf(overall)),
    ], refType(refTypes.conformity, ownRefTypes.overallConformity)),
    months === null ? null : dcc('statement', [
      wording.label('name', 'interval'), dcc('norm', standard), dcc('reference', '7.8.4.3'), dcc('period', `P${String(months)}M`),
    ], refType(refTypes.recalibration, ownRefTypes.agreedInterval)),
    document.amendmentReason === null ? null : dcc('statement', [
      wording.label('name', 'amendment'), dcc('norm', standard), dcc('reference', '7.8.8.2'), wording.text('declaration', document.amendmentReason),
    ], refType(refTypes.revision, ownRefTypes.amendmentReason)),
    ...document.statements.map((remark) => dcc('statement', [wording.text('declaration', remark)], refType(ownRefTypes.statement))),
  ]);
}
