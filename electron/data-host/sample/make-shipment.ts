import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { readIncoterm } from '#shared/domain/delivery/index.ts';
import { writtenOn } from './clock.ts';
import type { Maker } from './clock.ts';
import type { SampleClient } from './make-client.ts';
import type { SampleRows } from './rows.ts';

const carriers = { Air: 'Blue Kite Air Cargo', Ocean: 'Harbour Lights Lines', Truck: 'Two Rivers Transport' } as const;

/** Steps of the way as shares of its days, from collection to arrival. */
const way = [
  { event: 'collected', share: 0 }, { event: 'export-cleared', share: 0.12 }, { event: 'departed', share: 0.2 }, { event: 'arrived', share: 0.85 },
  { event: 'import-cleared', share: 0.93 }, { event: 'delivered', share: 1 },
] as const;

export interface Dispatch {
  readonly number: string;
  readonly incoterm: string;
  /** The day that the seller has delivered by the rule of the Incoterm, as promised and as it came (or is expected). */
  readonly promisedDay: number;
  readonly deliveredDay: number;
}

/**
 * A shipment with the milestones that are known today: all are planned, those ahead estimated, those past actual. Under
 * the rules that deliver at origin the promised day is that of collection, under the D rules that of arrival at the place.
 */
export function makeShipment(maker: Maker, rows: SampleRows, client: SampleClient, dispatch: Dispatch): string {
  const { random, today } = maker;
  const mode = random.pick(client.country.modes);
  const transit = Math.max(2, Math.round(client.country.transitDays * (mode === 'Air' ? 0.35 : 1)));
  const lead = readIncoterm(dispatch.incoterm).riskNote === 'at-destination' ? transit : 0;
  const plannedStart = dispatch.promisedDay - lead;
  const start = dispatch.deliveredDay - lead;
  const id = maker.id();
  const stamps = writtenOn(maker, start);
  rows.shipments.push({
    ...stamps, id, client_id: client.id, number: dispatch.number, incoterm: dispatch.incoterm, incoterm_place: client.country.place, mode,
    carrier: carriers[mode], tracking_number: `${mode.slice(0, 1)}${String(random.int(10_000_000, 99_999_999))}`, source_row: null,
  });
  const milestone = (event: string, kind: 'planned' | 'estimated' | 'actual', day: number) => {
    rows.shipmentMilestones.push({
      ...stamps, id: maker.id(), shipment_id: id, event, kind, occurs_on: numberToIsoDay(day), occurs_at: null,
      time_zone: event === 'arrived' || event === 'delivered' ? client.country.timeZone : null,
      place: event === 'arrived' || event === 'delivered' ? client.country.place : null, source: kind === 'planned' ? 'exporter' : 'carrier',
    });
  };
  for (const { event, share } of way) {
    const day = start + Math.round(transit * share);
    milestone(event, 'planned', plannedStart + Math.round(transit * share));
    if (day < today) milestone(event, 'actual', day);
    else milestone(event, 'estimated', day);
  }
  return id;
}
