import { unguarded } from './procedures.ts';
import { certificatesRouter } from './certificates/index.ts';
import { clientsRouter } from './clients/index.ts';
import { dccRouter } from './dcc-intake/index.ts';
import { importsRouter } from './imports/index.ts';
import { instrumentsRouter } from './instruments/index.ts';
import { interactionsRouter, tasksRouter } from './interactions/index.ts';
import { ordersRouter } from './orders/index.ts';
import { playbookRouter } from './playbook/index.ts';
import { portfolioRouter } from './portfolio/index.ts';
import { recallRouter } from './recall/index.ts';
import { relationshipRouter } from './relationship/index.ts';
import { reportsRouter } from './reports/index.ts';
import { sampleRouter } from './sample/index.ts';
import { scoresRouter } from './scores/index.ts';
import { settingsRouter } from './settings/index.ts';
import { surveysRouter } from './surveys/index.ts';
import { systemRouter } from './system/index.ts';
import { weightsRouter } from './weights/index.ts';

/** One line a feature: deleting a feature starts here. */
export const router = unguarded.router({
  system: systemRouter,
  settings: settingsRouter,
  clients: clientsRouter,
  interactions: interactionsRouter,
  tasks: tasksRouter,
  orders: ordersRouter,
  scores: scoresRouter,
  imports: importsRouter,
  sample: sampleRouter,
  reports: reportsRouter,
  relationship: relationshipRouter,
  weights: weightsRouter,
  surveys: surveysRouter,
  playbook: playbookRouter,
  portfolio: portfolioRouter,
  certificates: certificatesRouter,
  dcc: dccRouter,
  instruments: instrumentsRouter,
  recall: recallRouter,
});
