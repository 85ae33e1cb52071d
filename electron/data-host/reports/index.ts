import type { ClientReport } from '#shared/contract/reports.ts';
import type { Connection } from '../db/store.ts';
import type { FileStore } from '../files.ts';
import { readClient } from '../clients/index.ts';
import { instrumentsOfClient } from '../instruments/index.ts';
import { readInteractions, readTasks } from '../interactions/index.ts';
import { readDeliveryFiguresAtOnce, readOpenLines } from '../orders/index.ts';
import { guarded } from '../procedures.ts';
import { explainScore, readBasis } from '../scores/index.ts';
import { localDayOf, readLogo, readMe, readOrganisation } from '../settings/index.ts';

const recentInteractionCount = 10;
const nextDueCount = 12;

/**
 * Everything on one client's report. It is read without a pause: nothing is committed between its first and its last
 * statement, because whoever commits does so on this thread.
 */
function readClientReport(connection: Connection, files: FileStore, clientId: string, now: Date): ClientReport | undefined {
  const client = readClient(connection, clientId);
  const explanation = explainScore(connection, clientId, now);
  if (!client || !explanation) return undefined;
  const { asOfOn } = readBasis(connection, now);
  const interactions = readInteractions(connection, clientId);
  return {
    client,
    organisation: readOrganisation(connection),
    logo: readLogo(connection, files),
    preparedBy: readMe(connection)?.name ?? null,
    preparedAt: now.toISOString(),
    asOfOn,
    explanation,
    deliveries: readDeliveryFiguresAtOnce(connection, { clientId, countryCode: null }, now),
    openLines: readOpenLines(connection, clientId, now),
    openTasks: readTasks(connection, clientId).filter(({ doneAt }) => doneAt === null),
    unanswered: interactions.filter(({ needsAnswer, answeredAt }) => needsAnswer && answeredAt === null),
    recentInteractions: interactions.slice(0, recentInteractionCount),
    instruments: instrumentsOfClient(connection, clientId, localDayOf(now), nextDueCount),
  };
}

const os = guarded.reports;

export const reportsRouter = os.router({
  client: os.client.handler(({ context: { store, files, now }, input, errors }) => {
    const report = readClientReport(store.read, files, input.clientId, now());
    if (!report) throw errors.NOT_FOUND({ data: { entity: 'client', id: input.clientId } });
    return report;
  }),
});
