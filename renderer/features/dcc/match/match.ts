import type { z } from 'zod';
import type { dccInstrument, DccCandidate, DccItem } from '#shared/contract/dcc.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import { noInstrumentFields } from '#renderer/instruments/instrument-fields.ts';
import type { InstrumentFieldsValue } from '#renderer/instruments/instrument-fields.ts';

type Found = Awaited<ReturnType<ContractClient['instruments']['find']>>[number];
type Product = Awaited<ReturnType<ContractClient['instruments']['products']>>[number];

/** An instrument that the certificate may be of, with why. `page`: it was dropped on that one's page, and nothing else speaks for it. */
export interface Option extends Omit<DccCandidate, 'match'> {
  readonly match: DccCandidate['match'] | 'page';
}

/** What the person decides about one item; what is not decided follows what is proposed. */
export interface Decision {
  /** Identifier of an instrument, `new`, `other` (then `otherId`), or none yet. */
  readonly choice: string | null;
  readonly otherId: string | null;
  readonly serial: string;
  readonly fields: InstrumentFieldsValue;
  readonly isOwn: boolean;
}

/**
 * What the file's reading found, best first, then what came to be since (another file of the same instrument was taken in), then
 * the instrument of the page.
 */
export function optionsOf(candidates: readonly DccCandidate[], found: readonly Found[], page: Omit<DccCandidate, 'match'> | null): readonly Option[] {
  const options: Option[] = [...candidates];
  for (const { id, serial, name, clientName, foundBy } of found) {
    // A label's code is no serial number, however alike they look.
    if (foundBy !== 'label' && !options.some((option) => option.id === id)) options.push({ id, serial, name, clientName, match: foundBy });
  }
  if (page !== null && !options.some(({ id }) => id === page.id)) options.push({ ...page, match: 'page' });
  return options;
}

/**
 * Proposed only where nothing speaks against it: the one with this serial and maker, or the page's own instrument where the file
 * does not name another one. A serial number alone is shared by makers: then the person chooses.
 */
export function proposedChoice(options: readonly Option[], pageId: string | null, serial: string | null): string | null {
  const ofPage = options.find(({ id }) => id === pageId);
  if (ofPage && (ofPage.match !== 'page' || serial === null)) return ofPage.id;
  const certain = options.filter(({ match }) => match === 'serial-and-maker');
  if (certain.length > 0) return certain.length === 1 ? (certain[0]?.id ?? null) : null;
  return options.length === 0 ? 'new' : null;
}

const isSame = (one: string | null, other: string | null): boolean => one !== null && other !== null && normaliseForSearch(one) === normaliseForSearch(other) && normaliseForSearch(one) !== '';

/** As long as a line of an instrument may be. */
const short = (text: string | null): string | null => (text === null ? null : text.slice(0, 500));

/** A new instrument with what the file says of it. */
export function proposedFields(
  { item, customer }: Pick<DccItem['certificate']['document'], 'item' | 'customer'>, products: readonly Product[], clients: readonly { readonly id: string; readonly name: string }[],
): InstrumentFieldsValue {
  const ofName = clients.filter(({ name }) => isSame(name, customer.name));
  const ofModel = products.filter(({ manufacturer, model }) => isSame(model, item.model) && (manufacturer === null || item.manufacturer === null || isSame(manufacturer, item.manufacturer)));
  return {
    ...noInstrumentFields,
    clientId: ofName.length === 1 ? (ofName[0]?.id ?? null) : null,
    productId: ofModel.length === 1 ? (ofModel[0]?.id ?? null) : null,
    manufacturer: short(item.manufacturer), model: short(item.model), description: short(item.description), assetNumber: short(item.assetNumber),
  };
}

export const isOwnLaboratory = (laboratory: string, company: string | null): boolean => isSame(laboratory, company);

/** null: not decided yet, or something is missing. */
export function instrumentOf({ choice, otherId, serial, fields }: Decision): z.input<typeof dccInstrument> | null {
  if (choice === null) return null;
  if (choice === 'other') return otherId === null ? null : { kind: 'known', id: otherId };
  if (choice !== 'new') return { kind: 'known', id: choice };
  const isComplete = serial.trim() !== '' && fields.ranges.every(({ unit }) => unit !== '');
  return isComplete ? { kind: 'new', input: { serial: serial.trim(), ...fields } } : null;
}
