import type { Element } from '@xmldom/xmldom';
import type { CalibratedItem, Laboratory, Party, Signatory } from '#shared/domain/calibration/types.ts';
import { hasRefType, refTypes } from '../ref-types.ts';
import type { Findings } from './findings.ts';
import type { Texts } from './texts.ts';
import { all, attributeTokens, booleanOf, down, first, nameOf, textOf } from './xml.ts';

const together = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' ');

/** Lines of an address as a letter has them; what is `further` comes first, as departments do. */
export function addressOf(location: Element | null, texts: Texts): string | null {
  if (!location) return null;
  const read = (name: string) => textOf(first(location, name));
  const box = read('postOfficeBox');
  const lines = [
    ...all(location, 'further').map((further) => texts.plain(further) ?? ''),
    together(read('street'), read('streetNo')),
    box ?? '',
    together(read('postCode'), read('city')),
    read('state') ?? '',
    read('countryCode') ?? '',
  ].filter((line) => line !== '');
  return lines.length > 0 ? lines.join('\n') : null;
}

const contactOf = (contact: Element | null): string | null => {
  const parts = ['eMail', 'phone', 'link'].map((name) => textOf(first(contact, name))).filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : null;
};

export const partyOf = (contact: Element | null, texts: Texts): Party => ({
  name: texts.plain(first(contact, 'name')) ?? '',
  address: addressOf(first(contact, 'location'), texts),
  contact: contactOf(contact),
});

export function laboratoryOf(laboratory: Element | null, texts: Texts, findings: Findings): Laboratory {
  const number = textOf(first(laboratory, 'calibrationLaboratoryCode'));
  if (number !== null) findings.add('accreditation-body-unknown', number, laboratory);
  return {
    ...partyOf(first(laboratory, 'contact'), texts),
    // The document knows the laboratory's code alone, not who gave it.
    accreditation: number === null ? null : { body: '', number, scope: null },
  };
}

export const signatoriesOf = (persons: Element | null, texts: Texts): Signatory[] =>
  all(persons, 'respPerson').map((person) => ({
    name: texts.plain(down(person, 'person', 'name')) ?? '',
    role: textOf(first(person, 'role')) ?? texts.plain(...all(person, 'description')),
    isMain: booleanOf(first(person, 'mainSigner')) === true,
  }));

export interface Identification {
  readonly element: Element;
  readonly issuer: string;
  readonly name: string | null;
  readonly value: string;
}

export const identificationsOf = (parent: Element | null, texts: Texts): Identification[] =>
  all(first(parent, 'identifications'), 'identification').map((element) => ({
    element,
    issuer: textOf(first(element, 'issuer')) ?? 'other',
    // 2.x calls it description.
    name: texts.plain(first(element, 'name')) ?? texts.plain(...all(element, 'description')),
    value: textOf(first(element, 'value')) ?? '',
  }));

const serialName = /serial|serien|s\/n|kennnummer|fabrik(?:ations)?nummer|num[ée]ro de s[ée]rie|سریال/iu;

/** The maker's number: said to be the serial, or the only one. Some laboratories give it as another's, under that name. */
export function serialOf(identifications: readonly Identification[], findings: Findings): Identification | null {
  const ofMaker = identifications.filter(({ issuer, value }) => issuer === 'manufacturer' && value !== '');
  const said = ofMaker.find(({ element }) => hasRefType(attributeTokens(element, 'refType'), refTypes.serialNumber));
  const named = ofMaker.find(({ name }) => name !== null && serialName.test(name));
  const others = said || named ? null : identifications.find(({ issuer, name, value }) => issuer === 'other' && value !== '' && name !== null && serialName.test(name));
  const serial = said ?? named ?? others ?? ofMaker[0] ?? null;
  if (!said && !named && !others && ofMaker.length > 1) findings.add('several-serials', ofMaker.map(({ value }) => value).join(', '), serial?.element ?? null);
  return serial;
}

export function itemOf(item: Element, list: Element | null, texts: Texts, findings: Findings): CalibratedItem {
  const identifications = identificationsOf(item, texts);
  const serial = serialOf(identifications, findings);
  const asset = identifications.find(({ issuer }) => issuer === 'customer') ?? identifications.find(({ issuer }) => issuer === 'owner') ?? null;
  const manufacturer = first(item, 'manufacturer') ?? first(list, 'manufacturer');
  return {
    description: texts.plain(first(item, 'name')) ?? '',
    manufacturer: texts.plain(first(manufacturer, 'name')),
    model: textOf(first(item, 'model')),
    serial: serial?.value ?? null,
    assetNumber: asset?.value ?? null,
    otherIdentifications: identifications.filter((each) => each !== serial && each !== asset).map(({ issuer, name, value }) => ({ issuer, name, value })),
    condition: null,
  };
}

export interface Item {
  readonly element: Element;
  /** IDs by which results refer to it. */
  readonly ids: readonly string[];
  readonly item: CalibratedItem;
}

/** Items of the document; items of items stand in the view, with the item that they are part of. */
export function itemsOf(administrativeData: Element | null, texts: Texts, findings: Findings): Item[] {
  const list = first(administrativeData, 'items');
  const idsOf = (element: Element): string[] => [
    ...attributeTokens(element, 'id'),
    ...all(first(element, 'subItems'), 'item').flatMap(idsOf),
  ];
  return all(list, 'item').map((element) => ({ element, ids: idsOf(element), item: itemOf(element, list, texts, findings) }));
}

export const kindOfPlace = (location: Element | null): 'laboratory' | 'customer' | 'other' => {
  const text = textOf(location) ?? '';
  if (text.startsWith('laboratory')) return 'laboratory';
  return text.startsWith('customer') ? 'customer' : 'other';
};

/** Every element of one name below another, whatever stands between. */
export function descendants(parent: Element | null, name: string): Element[] {
  if (!parent) return [];
  return all(parent, 'measurementResult', 'results', 'result', 'data', 'list', 'quantity', name, `${name}s`)
    .flatMap((child) => (nameOf(child) === name ? [child] : descendants(child, name)));
}
