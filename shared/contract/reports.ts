import { type } from '@orpc/contract';
import { z } from 'zod';
import { id } from './common.ts';
import type { Client } from './clients.ts';
import { procedure } from './errors.ts';
import type { Interaction, Task } from './interactions.ts';
import type { DeliverySummary, OrderLineRow } from './orders.ts';
import type { ScoreExplanation } from './scores.ts';
import type { Logo, Organisation } from './settings.ts';

/** Everything that one client's report prints, read in one go so that its numbers agree with each other. */
export interface ClientReport {
  readonly client: Client;
  readonly organisation: Organisation | null;
  readonly logo: Logo | null;
  readonly preparedBy: string | null;
  readonly preparedAt: string;
  readonly asOfOn: string;
  readonly explanation: ScoreExplanation;
  readonly deliveries: DeliverySummary;
  readonly openLines: readonly OrderLineRow[];
  readonly openTasks: readonly Task[];
  readonly unanswered: readonly Interaction[];
  readonly recentInteractions: readonly Interaction[];
}

export const reports = {
  client: procedure.input(z.object({ clientId: id })).output(type<ClientReport>()),
};
