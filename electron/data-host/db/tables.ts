import { relationshipKind, relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import type { RelationshipField, RelationshipKindKey } from '#shared/domain/relationship/index.ts';

/**
 * The shape of every table, once: the row types come from it, and a test holds it against the migrated schema.
 * A column type ends in `?` where the column may be null.
 */
type ColumnType = 'TEXT' | 'TEXT?' | 'INTEGER' | 'INTEGER?' | 'REAL' | 'REAL?';
type Columns = Readonly<Record<string, ColumnType>>;

type Value<T extends ColumnType> = T extends 'TEXT'
  ? string
  : T extends 'TEXT?'
    ? string | null
    : T extends 'INTEGER' | 'REAL'
      ? number
      : number | null;

export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
}

export type Row<T extends Table> = { readonly [K in keyof T['columns']]: Value<T['columns'][K]> };

const table = <const C extends Columns>(name: string, columns: C): Table<C> => ({ name, columns });

const stamps = { created_at: 'TEXT', updated_at: 'TEXT', deleted_at: 'TEXT?' } as const;
const imported = { import_batch_id: 'TEXT?', source_row: 'INTEGER?' } as const;

export const organisations = table('organisations', {
  id: 'TEXT', name: 'TEXT', country_code: 'TEXT?', address: 'TEXT?', phone: 'TEXT?', email: 'TEXT?', website: 'TEXT?',
  logo_sha256: 'TEXT?', logo_type: 'TEXT?', ...stamps,
});
export const staff = table('staff', { id: 'TEXT', name: 'TEXT', role: 'TEXT?', email: 'TEXT?', ...stamps });
export const settings = table('settings', { id: 'TEXT', value: 'TEXT', updated_at: 'TEXT' });

export const clients = table('clients', {
  id: 'TEXT', code: 'TEXT?', name: 'TEXT', country_code: 'TEXT?', country_as_given: 'TEXT?', language: 'TEXT?', time_zone: 'TEXT?',
  segment: 'TEXT?', preferred_channel: 'TEXT?', rhythm_days: 'INTEGER?', owner_staff_id: 'TEXT?', notes: 'TEXT?', is_sample: 'INTEGER',
  ...imported, ...stamps,
});
export const contacts = table('contacts', {
  id: 'TEXT', client_id: 'TEXT', name: 'TEXT', role: 'TEXT?', email: 'TEXT?', phone: 'TEXT?', language: 'TEXT?', is_primary: 'INTEGER',
  notes: 'TEXT?', ...imported, ...stamps,
});
export const clientChannels = table('client_channels', {
  id: 'TEXT', client_id: 'TEXT', contact_id: 'TEXT?', kind: 'TEXT', handle: 'TEXT', import_batch_id: 'TEXT?', ...stamps,
});

export const products = table('products', {
  id: 'TEXT', code: 'TEXT?', name: 'TEXT', kind: 'TEXT?', unit: 'TEXT?', is_sample: 'INTEGER', ...imported, ...stamps,
});
export const orders = table('orders', {
  id: 'TEXT', client_id: 'TEXT', number: 'TEXT', ordered_on: 'TEXT?', ...imported, ...stamps,
});
export const orderLines = table('order_lines', {
  id: 'TEXT', order_id: 'TEXT', number: 'TEXT', product_id: 'TEXT?', ordered_quantity: 'REAL', value_minor: 'INTEGER?', currency: 'TEXT?',
  incoterm: 'TEXT?', incoterm_place: 'TEXT?', requested_on: 'TEXT?', first_promised_on: 'TEXT?', cancelled_by: 'TEXT?',
  delay_reason: 'TEXT?', delay_note: 'TEXT?', ...imported, ...stamps,
});
export const linePromises = table('line_promises', {
  id: 'TEXT', order_line_id: 'TEXT', promised_on: 'TEXT', made_at: 'TEXT', made_by: 'TEXT', asked_by: 'TEXT', reason: 'TEXT?',
  import_batch_id: 'TEXT?', ...stamps,
});

export const shipments = table('shipments', {
  id: 'TEXT', client_id: 'TEXT', number: 'TEXT', incoterm: 'TEXT?', incoterm_place: 'TEXT?', mode: 'TEXT?', carrier: 'TEXT?',
  tracking_number: 'TEXT?', ...imported, ...stamps,
});
export const shipmentMilestones = table('shipment_milestones', {
  id: 'TEXT', shipment_id: 'TEXT', event: 'TEXT', kind: 'TEXT', occurs_on: 'TEXT', occurs_at: 'TEXT?', time_zone: 'TEXT?', place: 'TEXT?',
  source: 'TEXT?', import_batch_id: 'TEXT?', ...stamps,
});
export const lineDeliveries = table('line_deliveries', {
  id: 'TEXT', order_line_id: 'TEXT', shipment_id: 'TEXT?', quantity: 'REAL', delivered_on: 'TEXT?', documents_ok: 'INTEGER?',
  condition_ok: 'INTEGER?', ...imported, ...stamps,
});

export const interactions = table('interactions', {
  id: 'TEXT', client_id: 'TEXT', contact_id: 'TEXT?', channel: 'TEXT', direction: 'TEXT', occurred_at: 'TEXT', subject: 'TEXT', body: 'TEXT?',
  sentiment: 'TEXT?', answers_id: 'TEXT?', needs_answer: 'INTEGER', staff_id: 'TEXT?', import_batch_id: 'TEXT?', ...stamps,
});
export const tasks = table('tasks', {
  id: 'TEXT', client_id: 'TEXT', title: 'TEXT', due_on: 'TEXT?', done_at: 'TEXT?', step_code: 'TEXT?', staff_id: 'TEXT?',
  import_batch_id: 'TEXT?', ...stamps,
});

export const assessments = table('assessments', {
  id: 'TEXT', client_id: 'TEXT?', indicator_id: 'TEXT', rating: 'INTEGER', rated_at: 'TEXT', rater_id: 'TEXT', source: 'TEXT', note: 'TEXT?',
  ...stamps,
});
export const scorePriors = table('score_priors', {
  id: 'TEXT', model_version: 'TEXT', as_of_on: 'TEXT', priors: 'TEXT', created_at: 'TEXT',
});
const scoreColumns = {
  overall: 'REAL?', overall_lower: 'REAL?', overall_upper: 'REAL?', coverage: 'REAL', stage: 'INTEGER?',
  brand: 'REAL?', arousal: 'REAL?', quality: 'REAL?', attraction: 'REAL?', continuity: 'REAL?',
} as const;
export const clientSummaries = table('client_summaries', {
  id: 'TEXT', name: 'TEXT', name_sort: 'TEXT', search_text: 'TEXT', country_code: 'TEXT?', segment: 'TEXT?', ...scoreColumns,
  weakest_dimension: 'TEXT?', line_count: 'INTEGER', due_count: 'INTEGER', on_time_count: 'INTEGER', open_late_count: 'INTEGER',
  value_minor: 'INTEGER?', value_currency: 'TEXT?', last_interaction_at: 'TEXT?', last_delivered_on: 'TEXT?', newest_on: 'TEXT?', as_of_on: 'TEXT',
  model_version: 'TEXT', priors_id: 'TEXT', computed_at: 'TEXT', weights_id: 'TEXT', theme_coverage: 'TEXT?',
});
export const scoreSnapshots = table('score_snapshots', {
  id: 'TEXT', client_id: 'TEXT', taken_on: 'TEXT', as_of_on: 'TEXT', model_version: 'TEXT', weights_id: 'TEXT', priors_id: 'TEXT',
  ...scoreColumns, created_at: 'TEXT', cause: 'TEXT',
});

const columnTypes = {
  day: 'TEXT', text: 'TEXT', longText: 'TEXT', choice: 'TEXT', contact: 'TEXT', rating: 'INTEGER', flag: 'INTEGER',
} as const satisfies Readonly<Record<RelationshipField['type'], ColumnType>>;

const columnOf = ({ column, type, required }: RelationshipField) => [column, required ? columnTypes[type] : (`${columnTypes[type]}?` as const)] as const;

/** One table a kind of relationship record, by its descriptor. */
export const relationshipTables: ReadonlyMap<RelationshipKindKey, Table> = new Map(
  relationshipKindKeys.map((key) => {
    const { table: name, fields } = relationshipKind(key);
    return [key, table(name, { id: 'TEXT', client_id: 'TEXT', ...Object.fromEntries(fields.map(columnOf)), ...stamps })];
  }),
);

export const surveys = table('surveys', {
  id: 'TEXT', client_id: 'TEXT', contact_id: 'TEXT?', language: 'TEXT', mode: 'TEXT', survey_version: 'TEXT', answered_on: 'TEXT',
  consent_version: 'TEXT', consent_language: 'TEXT', consented_at: 'TEXT', withdrawn_at: 'TEXT?', staff_id: 'TEXT?', ...stamps,
});
export const surveyAnswers = table('survey_answers', {
  id: 'TEXT', survey_id: 'TEXT', indicator_id: 'TEXT', answer: 'INTEGER', created_at: 'TEXT',
});
export const surveyDrafts = table('survey_drafts', {
  id: 'TEXT', client_id: 'TEXT', contact_id: 'TEXT?', language: 'TEXT', survey_version: 'TEXT', consent_version: 'TEXT', consented_at: 'TEXT',
  answers: 'TEXT', place: 'INTEGER', created_at: 'TEXT', updated_at: 'TEXT',
});
export const weightVersions = table('weight_versions', { id: 'TEXT', weights_id: 'TEXT', saved_by: 'TEXT', ...stamps });
export const weightJudgements = table('weight_judgements', {
  id: 'TEXT', version_id: 'TEXT', level: 'TEXT', left_item: 'TEXT', right_item: 'TEXT', ratio: 'REAL', ...stamps,
});
export const playbookEntries = table('playbook_entries', {
  id: 'TEXT', default_key: 'TEXT?', step_code: 'TEXT?', title: 'TEXT?', indicator_id: 'TEXT', effort: 'INTEGER', event_count: 'INTEGER',
  outcome: 'REAL?', ...stamps,
});

export const attachments = table('attachments', {
  id: 'TEXT', client_id: 'TEXT?', name: 'TEXT', media_type: 'TEXT', size_bytes: 'INTEGER', sha256: 'TEXT', ...stamps,
});
export const importTemplates = table('import_templates', {
  id: 'TEXT', name: 'TEXT', kind: 'TEXT', fingerprint: 'TEXT', template: 'TEXT', ...stamps,
});
export const importBatches = table('import_batches', {
  id: 'TEXT', kind: 'TEXT', file_name: 'TEXT', file_sha256: 'TEXT', template: 'TEXT', state: 'TEXT', rows_read: 'INTEGER',
  rows_rejected: 'INTEGER', counts: 'TEXT', staff_id: 'TEXT?', committed_at: 'TEXT', undone_at: 'TEXT?', ...stamps,
});
export const auditEntries = table('audit_entries', {
  id: 'TEXT', at: 'TEXT', actor: 'TEXT', operation_id: 'TEXT', table_name: 'TEXT', row_id: 'TEXT', action: 'TEXT', before: 'TEXT?', after: 'TEXT?',
});

/** Tables that people's work lives in: every change of theirs is audited. What is left out is derived or is the audit itself. */
export const auditedTables: readonly Table[] = [
  organisations, staff, settings, clients, contacts, clientChannels, products, orders, orderLines, linePromises, shipments,
  shipmentMilestones, lineDeliveries, interactions, tasks, assessments, attachments, importTemplates, importBatches,
  ...relationshipTables.values(), surveys, weightVersions, weightJudgements, playbookEntries,
];
/** Kept on a consent that can be taken back: the audit log, which never forgets, must not hold them. */
const forgettableTables: readonly Table[] = [surveyAnswers, surveyDrafts];
export const derivedTables: readonly Table[] = [scorePriors, clientSummaries, scoreSnapshots];
export const allTables: readonly Table[] = [...auditedTables, ...forgettableTables, ...derivedTables, auditEntries];
