import { type } from '@orpc/contract';
import { z } from 'zod';
import { id } from './common.ts';
import type { Client } from './clients.ts';
import { procedure } from './errors.ts';
import type { InstrumentRow } from './instruments.ts';
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
  /** null: the client has none of us. Read on the day of preparing, whatever day scores are read on: what is due is due today. */
  readonly instruments: ReportInstruments | null;
}

export interface ReportInstruments {
  readonly total: number;
  /** States that any of them is in. */
  readonly states: readonly { readonly state: InstrumentRow['dueState']; readonly count: number }[];
  /** What is overdue and what falls due next, the earliest first; cut to what fits. */
  readonly next: readonly InstrumentRow[];
  /** How many have a due day at all. */
  readonly withDueDay: number;
}

export const reports = {
  client: procedure.input(z.object({ clientId: id })).output(type<ClientReport>()),
};
