import type { Element } from '@xmldom/xmldom';
import type { DccField, DccIssuer, DccTerm, DccText, DccValue } from '#shared/domain/calibration/dcc-view.ts';
import { addressOf } from './parties.ts';
import { verdictOf } from './points.ts';
import type { Texts } from './texts.ts';
import { all, booleanOf, dayOf, elementsOf, first, nameOf, textOf, tokensOf } from './xml.ts';

/** What a leaf is called in the reader's language. */
const terms: Readonly<Record<string, DccTerm>> = {
  name: 'name', description: 'description', declaration: 'declaration', release: 'release', type: 'type',
  countryCodeISO3166_1: 'country', usedLangCodeISO639_1: 'languages', mandatoryLangCodeISO639_1: 'mandatory-languages',
  uniqueIdentifier: 'unique-identifier', receiptDate: 'received-on', beginPerformanceDate: 'performed-from', endPerformanceDate: 'performed-to',
  performanceLocation: 'performance-location', issueDate: 'issued-on', typeOfChange: 'amendment', replacedUniqueIdentifier: 'replaced-report',
  previousReport: 'previous-report', manufacturer: 'manufacturer', model: 'model', owner: 'owner', equipmentClass: 'class',
  calibrationLaboratoryCode: 'accreditation-code', eMail: 'email', phone: 'phone', fax: 'fax', link: 'link', location: 'address',
  mainSigner: 'main-signer', role: 'role', cryptElectronicSeal: 'signed-electronically', cryptElectronicSignature: 'signed-electronically',
  cryptElectronicTimeStamp: 'signed-electronically', norm: 'norm', reference: 'reference', convention: 'convention', traceable: 'traceable',
  metrologicallyTraceable: 'traceable', valid: 'valid', validXMLList: 'valid', date: 'date', dateTime: 'date', dateTimeXMLList: 'date', period: 'period',
  respAuthority: 'responsible-authority', conformity: 'conformity', conformityXMLList: 'conformity', nonSIDefinition: 'unit-definition',
  nonSIUnit: 'unit-definition', status: 'status', state: 'status', certificate: 'equipment-certificate', linkedReport: 'previous-report',
  identification: 'identification', value: 'value',
};

const issuers = new Set<string>(['manufacturer', 'calibrationLaboratory', 'customer', 'owner', 'other']);
const isIssuer = (text: string): text is DccIssuer => issuers.has(text);

const days = new Set(['receiptDate', 'beginPerformanceDate', 'endPerformanceDate', 'issueDate', 'date']);
const contacts = new Set(['manufacturer', 'owner', 'respAuthority']);
const reports = new Set(['certificate', 'previousReport', 'linkedReport']);

const text = (value: DccText | null): DccValue[] => (value ? [{ kind: 'text', text: value }] : []);
const plain = (value: string | null): DccValue[] => (value === null ? [] : [{ kind: 'plain', text: value }]);

const verdict = (word: string): DccValue => {
  const known = verdictOf(word);
  return known ? { kind: 'verdict', verdict: known, asWritten: word } : { kind: 'plain', text: word };
};

function identification(element: Element, texts: Texts): DccValue[] {
  const issuer = textOf(first(element, 'issuer')) ?? 'other';
  const name = texts.of(first(element, 'name'), ...all(element, 'description'));
  return [{ kind: 'identification', issuer: isIssuer(issuer) ? issuer : 'other', name, value: textOf(first(element, 'value')) ?? '' }];
}

/** Name, address and ways to reach a company or a person, as one value a line. */
export function contactValues(contact: Element, texts: Texts): DccValue[] {
  return [
    ...text(texts.of(first(contact, 'name'))),
    ...plain(addressOf(first(contact, 'location'), texts)),
    ...all(contact, 'eMail', 'phone', 'fax', 'link').flatMap((part) => plain(textOf(part))),
  ];
}

/** A report that is referred to: what it is called, its identifier, the digest that it is known by. */
function reportValues(report: Element, texts: Texts): DccValue[] {
  const digest = [textOf(first(report, 'procedure')), textOf(first(report, 'value'))].filter((part) => part !== null).join(' ');
  return [
    ...text(texts.of(first(report, 'referral', 'reference'))),
    ...plain(textOf(first(report, 'referralID', 'referenceID'))),
    ...plain(digest === '' ? null : digest),
    ...text(texts.of(...all(report, 'description'))),
  ];
}

function valuesOf(element: Element, texts: Texts): DccValue[] {
  const name = nameOf(element);
  if (name === 'identification') return identification(element, texts);
  if (contacts.has(name)) return contactValues(element, texts);
  if (reports.has(name)) return reportValues(element, texts);
  if (name === 'location') return plain(addressOf(element, texts));
  if (name === 'equipmentClass') return elementsOf(element).flatMap((part) => plain(textOf(part)));
  if (days.has(name)) {
    const on = dayOf(element);
    return on === null ? plain(textOf(element)) : [{ kind: 'day', on }];
  }
  if (name === 'conformity' || name === 'conformityXMLList') return tokensOf(element).map(verdict);
  const is = booleanOf(element);
  if (is !== null && /^(?:mainSigner|crypt|traceable|metrologicallyTraceable|valid$|inValidityRange)/u.test(name)) return [{ kind: 'yes-no', is }];
  return text(texts.ofAny(element));
}

const isWords = (element: Element): boolean => elementsOf(element).every((child) => nameOf(child) === 'content') || nameOf(element) in terms;

/** Leaves of the document as fields; those of one name, side by side, are one field. null: it holds more than a field can. */
export function fieldOf(element: Element, texts: Texts): DccField | null {
  if (!isWords(element)) return null;
  const name = nameOf(element);
  const term = terms[name];
  const values = valuesOf(element, texts);
  if (term) return { label: null, term, values };
  return { label: { text: name, language: null, isFallback: false }, term: 'value', values };
}

/** Neighbours of one term are one field with several values. */
export function joinFields(fields: readonly DccField[]): DccField[] {
  const joined: DccField[] = [];
  for (const field of fields) {
    const last = joined.at(-1);
    if (field.values.length === 0) continue;
    if (last && last.term === field.term && last.label?.text === field.label?.text && field.term !== 'value') joined[joined.length - 1] = { ...last, values: [...last.values, ...field.values] };
    else joined.push(field);
  }
  return joined;
}
