import type { Connection } from '../db/store.ts';
import { Changes } from './changes.ts';
import type { Matching } from './changes.ts';
import type { Gathering } from './gather.ts';
import type { Pace } from '../jobs.ts';
import { matchLines, matchMilestones, matchOrders, matchShipments } from './match-deliveries.ts';
import { matchInstruments } from './match-instruments.ts';
import { matchClients, matchContacts, matchProducts } from './match-parties.ts';

/**
 * Finds each entity of the file in the store by its natural key, and what the file says that the store does not:
 * client by code, else by name; contact within its client by e-mail, else by name; product by code, else by name; order
 * and shipment within the client, line within the order, by number; instrument by serial within its product or maker and model. Nothing is written.
 */
export async function match(connection: Connection, gathering: Gathering, pace: Pace, step: () => void): Promise<Changes> {
  const matching: Matching = { connection, gathering, changes: new Changes(), pace, step };
  await matchClients(matching);
  await matchContacts(matching);
  await matchProducts(matching);
  await matchOrders(matching);
  await matchShipments(matching);
  await matchMilestones(matching, await matchLines(matching));
  await matchInstruments(matching);
  return matching.changes;
}
