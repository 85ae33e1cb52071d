import type { Element } from '@xmldom/xmldom';
import type { CalibratedItem, CertificateDocument, DecisionRule, InfluenceCondition, Party, StandardUsed } from '#shared/domain/calibration/types.ts';
import { isLanguageTag } from '../../language-tag.ts';
import { ownRefTypes, refTypes } from '../../ref-types.ts';
import { all, attributeTokens, booleanOf, dayOf, down, first, textOf } from '../xml.ts';
import {
  firstMarked, found, marked, realOf, required, requiredDay, requiredSaid, saidIn, Unlike, verdictOfWord, wholeDecimalOf,
} from './own-xml.ts';

function partyOf(contact: Element | null): Party {
  const further = all(first(contact, 'location'), 'further');
  return {
    name: requiredSaid(first(contact, 'name'), 'name'),
    address: saidIn(further.find((part) => !marked(part, ownRefTypes.contact)) ?? null),
    contact: textOf(first(contact, 'eMail', 'phone', 'link')) ?? saidIn(firstMarked(further, ownRefTypes.contact)),
  };
}

function itemOf(item: Element | null): CalibratedItem {
  const identifications = all(first(item, 'identifications'), 'identification');
  const issuers = all(first(item, 'itemQuantities'), 'itemQuantity').filter((quantity) => marked(quantity, ownRefTypes.issuer));
  const valueOf = (refType: string) => textOf(first(firstMarked(identifications, refType), 'value'));
  const issuerOf = (identification: Element): string => {
    const ids = attributeTokens(identification, 'id');
    const named = issuers.find((quantity) => attributeTokens(quantity, 'refId').some((id) => ids.includes(id)));
    return named ? requiredSaid(first(named, 'noQuantity'), 'issuer') : required(first(identification, 'issuer'), 'issuer');
  };
  return {
    description: requiredSaid(first(item, 'name'), 'item'),
    manufacturer: saidIn(down(item, 'manufacturer', 'name')),
    model: textOf(first(item, 'model')),
    serial: valueOf(refTypes.serialNumber),
    assetNumber: valueOf(ownRefTypes.assetNumber),
    otherIdentifications: identifications.filter((each) => marked(each, ownRefTypes.otherIdentification)).map((each) => ({
      issuer: issuerOf(each), name: saidIn(first(each, 'name')), value: required(first(each, 'value'), 'value'),
    })),
    condition: saidIn(first(item, 'description')),
  };
}

const kinds = ['laboratory', 'customer', 'other'] as const;
const stageByStatus = { beforeAdjustment: 'before-adjustment', afterAdjustment: 'after-adjustment' } as const;

function conditionOf(condition: Element): InfluenceCondition {
  const status = textOf(first(condition, 'status'));
  const data = first(condition, 'data');
  const quantity = first(data, 'quantity');
  const real = quantity && realOf(quantity, marked(quantity, ownRefTypes.statedRelative));
  const isBoth = marked(condition, ownRefTypes.bothStages);
  return {
    name: requiredSaid(first(condition, 'name'), 'condition'),
    stage: isBoth ? 'both' : status === 'beforeAdjustment' || status === 'afterAdjustment' ? stageByStatus[status] : null,
    value: real?.value ?? null,
    unit: quantity && marked(quantity, ownRefTypes.withoutUnit) ? null : (real?.unit ?? null),
    uncertainty: real?.uncertainty ?? null,
    text: saidIn(first(data, 'text')),
  };
}

function standardOf(equipment: Element): StandardUsed {
  const identifications = all(first(equipment, 'identifications'), 'identification');
  const due = firstMarked(all(first(equipment, 'measuringEquipmentQuantities'), 'measuringEquipmentQuantity'), ownRefTypes.dueOn);
  return {
    name: requiredSaid(first(equipment, 'name'), 'standard'),
    manufacturer: saidIn(down(equipment, 'manufacturer', 'name')),
    model: textOf(first(equipment, 'model')),
    serial: textOf(first(firstMarked(identifications, refTypes.serialNumber), 'value')),
    certificateNumber: textOf(first(firstMarked(identifications, refTypes.certificateNumber), 'value')),
    dueOn: due && requiredDay(first(due, 'charsXMLList'), 'due day'),
  };
}

function decisionRuleOf(statement: Element | null): DecisionRule | null {
  if (!statement) return null;
  const convention = required(first(statement, 'convention'), 'decision rule');
  if (convention === 'simple' || convention === 'iso-14253-1' || convention === 'z540-3-method-6') return { kind: convention };
  if (convention !== 'guard-band-binary' && convention !== 'guard-band-four-way') throw new Unlike(convention);
  const factor = found(firstMarked(all(first(statement, 'data'), 'quantity'), ownRefTypes.guardBandFactor), 'guard band');
  return { kind: 'guard-band', outcome: convention === 'guard-band-binary' ? 'binary' : 'four-way', factor: wholeDecimalOf(realOf(factor, false).value) };
}

function monthsOf(statement: Element | null): number | null {
  if (!statement) return null;
  return Number(found(/^P([1-9]\d{0,3})M$/u.exec(required(first(statement, 'period'), 'period'))?.[1], 'months'));
}

function languageOf(tag: string): string {
  if (!isLanguageTag(tag)) throw new Unlike(tag);
  return tag;
}

/** What a certificate that we wrote says, apart from its points. */
export function ownDocumentOf(root: Element, measurementResult: Element): CertificateDocument {
  const administrativeData = first(root, 'administrativeData');
  const core = first(administrativeData, 'coreData');
  const laboratory = first(administrativeData, 'calibrationLaboratory');
  const statements = all(first(administrativeData, 'statements'), 'statement');
  const statement = (refType: string): Element | null => firstMarked(statements, refType);
  const declared = (refType: string): string | null => saidIn(first(statement(refType), 'declaration'));
  const numbered = (refType: string): string | null => textOf(first(firstMarked(all(first(core, 'identifications'), 'identification'), refType), 'value'));
  const accreditation = statement(ownRefTypes.accreditation);
  const adjusted = found(statement(ownRefTypes.adjusted), 'adjusted');
  const overall = statement(ownRefTypes.overallConformity);
  const placeKind = required(first(core, 'performanceLocation'), 'performanceLocation');
  return {
    number: numbered(refTypes.certificateNumber) ?? required(first(core, 'uniqueIdentifier'), 'number'),
    title: declared(ownRefTypes.title),
    language: languageOf(textOf(first(statement(ownRefTypes.language), 'convention')) ?? required(first(core, 'mandatoryLangCodeISO639_1'), 'language')),
    laboratory: {
      ...partyOf(first(laboratory, 'contact')),
      accreditation: accreditation && {
        body: requiredSaid(down(accreditation, 'respAuthority', 'name'), 'accreditation body'),
        number: required(first(laboratory, 'calibrationLaboratoryCode'), 'accreditation number'),
        scope: saidIn(first(accreditation, 'declaration')),
      },
    },
    customer: partyOf(first(administrativeData, 'customer')),
    item: itemOf(down(administrativeData, 'items', 'item')),
    performedAt: { kind: found(kinds.find((kind) => kind === placeKind), placeKind), place: saidIn(down(statement(ownRefTypes.performancePlace), 'location', 'further')) },
    receivedOn: dayOf(first(core, 'receiptDate')),
    calibratedFromOn: requiredDay(first(core, 'beginPerformanceDate'), 'beginPerformanceDate'),
    calibratedToOn: requiredDay(first(core, 'endPerformanceDate'), 'endPerformanceDate'),
    issuedOn: dayOf(first(core, 'issueDate')),
    method: saidIn(down(measurementResult, 'usedMethods', 'usedMethod', 'name')),
    methodDeviations: declared(ownRefTypes.methodDeviations),
    conditions: all(first(measurementResult, 'influenceConditions'), 'influenceCondition').map(conditionOf),
    standards: all(first(measurementResult, 'measuringEquipments'), 'measuringEquipment').map(standardOf),
    traceability: declared(ownRefTypes.traceability),
    specification: declared(ownRefTypes.specification),
    decisionRule: decisionRuleOf(statement(ownRefTypes.decisionRule)),
    statedConformity: overall && verdictOfWord(required(first(overall, 'convention'), 'verdict')),
    adjusted: found(booleanOf(first(adjusted, 'valid')), 'adjusted'),
    adjustmentNote: saidIn(first(adjusted, 'description')),
    statements: statements.filter((each) => marked(each, ownRefTypes.statement)).map((each) => requiredSaid(first(each, 'declaration'), 'statement')),
    signatories: all(first(administrativeData, 'respPersons'), 'respPerson').filter((person) => !marked(person, ownRefTypes.nobody)).map((person) => ({
      name: requiredSaid(down(person, 'person', 'name'), 'signatory'), role: textOf(first(person, 'role')), isMain: booleanOf(first(person, 'mainSigner')) === true,
    })),
    agreedIntervalMonths: monthsOf(statement(ownRefTypes.agreedInterval)),
    replacesNumber: numbered(ownRefTypes.replacedNumber) ?? textOf(down(core, 'reportAmendedSubstituted', 'replacedUniqueIdentifier')),
    amendmentReason: declared(ownRefTypes.amendmentReason),
  };
}
