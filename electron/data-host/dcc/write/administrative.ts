import type { CalibratedItem, CertificateDocument, Laboratory, Party, Signatory } from '#shared/domain/calibration/types.ts';
import { basicLink, basicNamespace, refTypes, ownLink, ownNamespace, ownRefTypes, ownRelease } from '../ref-types.ts';
import type { Label } from './labels.ts';
import type { Wording } from './wording.ts';
import { dcc, dccText, refType } from './xml.ts';
import type { XmlNode } from './xml.ts';

export interface Identity {
  readonly softwareName: string;
  readonly softwareVersion: string;
  readonly uniqueIdentifier: string;
  /** ISO 3166-1 alpha-2, where the certificate is issued. */
  readonly countryCode: string;
  /** Under which the certificate that this one replaces went out as a file; null: its number is all that it is known by. */
  readonly replacedUniqueIdentifier: string | null;
}

const software = ({ softwareName, softwareVersion }: Identity, wording: Wording): XmlNode =>
  dcc('dccSoftware', [dcc('software', [wording.name('name', softwareName), dcc('release', softwareVersion), dcc('type', 'application')])]);

const definition = (wording: Wording, label: Label, namespace: string, link: string, release: string | null): XmlNode =>
  dcc('refTypeDefinition', [wording.label('name', label), dcc('namespace', namespace), dcc('link', link), dccText('release', release)]);

export const identification = (wording: Wording, issuer: string, value: string, name: string | null, label: Label | null, attributes: Readonly<Record<string, string>>): XmlNode =>
  dcc('identification', [
    dcc('issuer', issuer), dcc('value', value), name === null ? label && wording.label('name', label) : wording.text('name', name),
  ], attributes);

function coreData(document: CertificateDocument, identity: Identity, wording: Wording): XmlNode {
  const { number, replacesNumber } = document;
  const replaced = replacesNumber === null ? null : (identity.replacedUniqueIdentifier ?? replacesNumber);
  const numbers = [
    identity.uniqueIdentifier === number ? null : identification(wording, 'calibrationLaboratory', number, null, 'certificate', refType(refTypes.certificateNumber)),
    replacesNumber === null || replaced === replacesNumber
      ? null
      : identification(wording, 'calibrationLaboratory', replacesNumber, null, 'replaced', refType(ownRefTypes.replacedNumber)),
  ].filter((found) => found !== null);
  return dcc('coreData', [
    dcc('countryCodeISO3166_1', identity.countryCode),
    ...wording.used.map((code) => dcc('usedLangCodeISO639_1', code)),
    dcc('mandatoryLangCodeISO639_1', wording.language),
    dcc('uniqueIdentifier', identity.uniqueIdentifier),
    numbers.length === 0 ? null : dcc('identifications', numbers),
    dccText('receiptDate', document.receivedOn),
    dcc('beginPerformanceDate', document.calibratedFromOn),
    dcc('endPerformanceDate', document.calibratedToOn),
    dcc('performanceLocation', document.performedAt.kind),
    dccText('issueDate', document.issuedOn),
    // ISO/IEC 17025:2017 7.8.8.3: a new certificate, complete and with its own number, stands in the place of the old one.
    replaced === null ? null : dcc('reportAmendedSubstituted', [dcc('typeOfChange', 'substituted'), dcc('replacedUniqueIdentifier', replaced)]),
  ]);
}

const issuers: ReadonlySet<string> = new Set(['manufacturer', 'calibrationLaboratory', 'customer', 'owner', 'other']);

function items(item: CalibratedItem, certificateNumber: string, wording: Wording): XmlNode {
  const others = item.otherIdentifications.map((other, index) => ({ ...other, id: `identification-${String(index + 1)}`, isKnown: issuers.has(other.issuer) }));
  const identifications = [
    item.serial === null ? null : identification(wording, 'manufacturer', item.serial, null, 'serial', refType(refTypes.serialNumber)),
    item.assetNumber === null ? null : identification(wording, 'customer', item.assetNumber, null, 'asset', refType(ownRefTypes.assetNumber)),
    ...others.map(({ id, isKnown, issuer, name, value }) => identification(wording, isKnown ? issuer : 'other', value, name, null, { id, ...refType(ownRefTypes.otherIdentification) })),
  ].filter((found) => found !== null);
  const namedIssuers = others.filter(({ isKnown }) => !isKnown);
  return dcc('items', [dcc('item', [
    wording.text('name', item.description),
    wording.optionalText('description', item.condition, refType(ownRefTypes.condition)),
    item.manufacturer === null ? null : dcc('manufacturer', [wording.name('name', item.manufacturer)]),
    dccText('model', item.model),
    dcc('identifications', identifications.length > 0 ? identifications : [
      identification(wording, 'calibrationLaboratory', certificateNumber, null, 'unidentified', refType(ownRefTypes.unidentified)),
    ]),
    namedIssuers.length === 0 ? null : dcc('itemQuantities', namedIssuers.map(({ id, issuer }) =>
      dcc('itemQuantity', [wording.label('name', 'issuer'), wording.text('noQuantity', issuer)], { refId: id, ...refType(ownRefTypes.issuer) }))),
  ])]);
}

type Reach = 'eMail' | 'phone' | 'link';

/** How that one line reaches someone; null: it says more than one thing, or something else. */
function reachOf(said: string): Reach | null {
  if (/^[^\s@,;<>]+@[^\s@,;<>]+$/u.test(said)) return 'eMail';
  if (/^\+?[\d ()/.-]{5,}$/u.test(said)) return 'phone';
  return /^https?:\/\/[\w.-]+(?:\/[\w./-]*)?$/u.test(said) ? 'link' : null;
}

/** The parts of a `contactType`; the format wants a location, be it one that says nothing. */
function contact(party: Party, wording: Wording): readonly (XmlNode | null)[] {
  const reach = party.contact === null ? null : reachOf(party.contact);
  const further = [
    party.address === null ? null : wording.name('further', party.address),
    reach === null ? wording.optionalText('further', party.contact, refType(ownRefTypes.contact)) : null,
  ].filter((found) => found !== null);
  return [
    wording.name('name', party.name),
    reach === null ? null : dccText(reach, party.contact),
    dcc('location', further.length > 0 ? further : [dcc('further', [])]),
  ];
}

const laboratory = (stated: Laboratory, wording: Wording): XmlNode =>
  dcc('calibrationLaboratory', [dccText('calibrationLaboratoryCode', stated.accreditation?.number ?? null), dcc('contact', contact(stated, wording))]);

const persons = (signatories: readonly Signatory[], wording: Wording): XmlNode => dcc('respPersons', signatories.length > 0
  ? signatories.map(({ name, role, isMain }) => dcc('respPerson', [dcc('person', [wording.name('name', name)]), dccText('role', role), dcc('mainSigner', String(isMain))]))
  : [dcc('respPerson', [dcc('person', [wording.label('name', 'nobody')])], refType(ownRefTypes.nobody))]);

/** All before the statements. */
export const administrativeParts = (document: CertificateDocument, identity: Identity, wording: Wording): readonly XmlNode[] => [
  software(identity, wording),
  dcc('refTypeDefinitions', [
    definition(wording, 'basicTerms', basicNamespace, basicLink, null),
    definition(wording, 'ownTerms', ownNamespace, ownLink, ownRelease),
  ]),
  coreData(document, identity, wording),
  items(document.item, document.number, wording),
  laboratory(document.laboratory, wording),
  persons(document.signatories, wording),
  dcc('customer', contact(document.customer, wording)),
];
