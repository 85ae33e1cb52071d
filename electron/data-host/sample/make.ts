import { isoDayToNumber } from '#shared/domain/calendar/index.ts';
import { withoutCalibration } from '../db/rows.ts';
import { localDayOf } from '../settings/index.ts';
import { archetypes } from './archetypes.ts';
import type { Archetype } from './archetypes.ts';
import { createMaker, writtenOn } from './clock.ts';
import { sampleCountries } from './countries.ts';
import { makeClient } from './make-client.ts';
import { makeAssessments, makeInteractions, makeTasks } from './make-contact-history.ts';
import type { Rater } from './make-contact-history.ts';
import { makeOrders } from './make-orders.ts';
import { makeInstruments, makeLaboratory, makeRecallLetters } from './make-instruments.ts';
import { sampleInstrumentKinds } from './instrument-kinds.ts';
import { makeRelationship } from './make-relationship.ts';
import { makeSurveys } from './make-surveys.ts';
import type { Stocked } from './make-orders.ts';
import { sampleProducts } from './products.ts';
import { createRandom } from './random.ts';
import { noRows } from './rows.ts';
import type { SampleRows } from './rows.ts';

const seed = 20_240_320;

/** People of the sample exporter. Their identifiers never change, so that removing the sample finds them again. */
export const sampleStaff = [
  { id: '01900000-0000-7000-8000-00000000a001', name: 'Layla Hosseini', role: 'Sales representative', source: 'representative', leaning: 0.1 },
  { id: '01900000-0000-7000-8000-00000000a002', name: 'Martin Keller', role: 'Sales manager', source: 'manager', leaning: -0.2 },
] as const;

/** How the exporter rates itself: a good maker, careful with people, behind with its platforms. */
const companyRatings = { brand: 3.7, arousal: 3.5, quality: 3, attraction: 2.9, continuity: 3 } as const;

/** Kinds of clients dealt over the countries, so that no country has one kind only. */
function dealArchetypes(shuffle: <T>(list: readonly T[]) => readonly T[]): readonly Archetype[] {
  return shuffle(archetypes.flatMap((archetype) => Array.from({ length: archetype.count }, () => archetype)));
}

/**
 * The sample exporter's records: a maker of calipers, torque wrenches and gauges with 60 clients in 14 countries and three
 * years of history that end the day before `now`. The same clock gives the same records, identifiers included.
 */
export function makeSample(now: Date): SampleRows {
  const random = createRandom(seed);
  const today = isoDayToNumber(localDayOf(now));
  const maker = createMaker(random, today, now);
  // Chances of their own: what is drawn for these records moves none of the others.
  const relationshipMaker = createMaker(createRandom(seed + 1), today, now);
  const surveyMaker = createMaker(createRandom(seed + 2), today, now);
  const languageRandom = createRandom(seed + 3);
  const instrumentMaker = createMaker(createRandom(seed + 4), today, now);
  const rows = noRows();
  const longAgo = today - 1200;
  const raters = sampleStaff.map((person): Rater => {
    rows.staff.push({ ...stampsOf(writtenOn(maker, longAgo)), id: person.id, name: person.name, role: person.role, email: null });
    return person;
  });
  const stock = sampleProducts.map((product): Stocked => {
    const id = maker.id();
    rows.products.push({
      ...writtenOn(maker, longAgo), id, code: product.code, name: product.name, kind: product.kind, unit: 'piece', is_sample: 1, source_row: null,
      ...withoutCalibration, manufacturer: 'Meridian', model: product.code, instrument_type: sampleInstrumentKinds.get(product.code)?.type ?? null,
    });
    return { id, product };
  });
  const laboratory = makeLaboratory(instrumentMaker, rows);
  let shipmentCount = 0;
  const shipmentNumber = (): string => {
    shipmentCount += 1;
    return `S-${String(shipmentCount).padStart(5, '0')}`;
  };
  makeAssessments(maker, rows, raters, { clientId: null, subject: 'company', meanOf: (dimension) => companyRatings[dimension] });
  const dealt = dealArchetypes((list) => random.some(list, list.length));
  const places = sampleCountries.flatMap((country) => country.companies.map((name) => ({ country, name })));
  for (const [index, { country, name }] of places.entries()) {
    const archetype = dealt[index % dealt.length];
    const owner = raters[index % raters.length];
    if (!archetype || !owner) throw new RangeError('The sample has no kinds of clients or no people');
    const client = makeClient(maker, rows, { number: index + 1, name, country, archetype, ownerId: owner.id });
    makeOrders(maker, rows, client, stock, shipmentNumber);
    makeInteractions(maker, rows, client, languageRandom);
    makeTasks(maker, rows, client);
    makeRelationship(relationshipMaker, rows, client);
    makeSurveys(surveyMaker, rows, client);
    makeInstruments(instrumentMaker, rows, client, stock, laboratory);
    makeAssessments(maker, rows, raters, {
      clientId: client.id, subject: 'client', meanOf: (dimension) => archetype.ratings[dimension],
    });
  }
  makeRecallLetters(instrumentMaker, rows);
  return rows;
}

const stampsOf = ({ created_at, updated_at, deleted_at }: ReturnType<typeof writtenOn>) => ({ created_at, updated_at, deleted_at });
