import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import {
  assessments, calibrationDues, calibrationLetterItems, calibrationLetters, calibrationOrders, certificatePoints, certificateStandards, certificates, clientChannels, clients, contacts,
  instrumentOwners, instrumentRanges, instruments, interactions, lineDeliveries, linePromises, orderLines, orders, outOfToleranceCases, products, shipmentMilestones, shipments,
  staff, surveyAnswers, surveys, tasks,
} from '../db/tables.ts';
import type { Row, Table } from '../db/tables.ts';

/** The sample's tables, parents before children: the order in which rows are written, and backwards removed. */
export const sampleTables = {
  staff, products, clients, contacts, clientChannels, orders, orderLines, linePromises, shipments, shipmentMilestones, lineDeliveries, interactions,
  tasks, assessments, surveys, surveyAnswers, instruments, instrumentRanges, instrumentOwners, certificates, certificatePoints, certificateStandards,
  calibrationDues, calibrationOrders, calibrationLetters, calibrationLetterItems, outOfToleranceCases,
} as const satisfies Readonly<Record<string, Table>>;

/** A relationship record: which table it belongs into is its kind's to say. */
interface SampleEntry {
  readonly kind: RelationshipKindKey;
  readonly created_at: string;
  readonly row: Row<Table>;
}

export type SampleRows = { readonly [K in keyof typeof sampleTables]: Row<(typeof sampleTables)[K]>[] } & { readonly relationship: SampleEntry[] };

export const noRows = (): SampleRows => ({
  staff: [], products: [], clients: [], contacts: [], clientChannels: [], orders: [], orderLines: [], linePromises: [], shipments: [],
  shipmentMilestones: [], lineDeliveries: [], interactions: [], tasks: [], assessments: [], surveys: [], surveyAnswers: [], relationship: [],
  instruments: [], instrumentRanges: [], instrumentOwners: [], certificates: [], certificatePoints: [], certificateStandards: [], calibrationDues: [],
  calibrationOrders: [], calibrationLetters: [], calibrationLetterItems: [], outOfToleranceCases: [],
});
