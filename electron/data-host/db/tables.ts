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
  manufacturer: 'TEXT?', model: 'TEXT?', instrument_type: 'TEXT?', calibration_interval_months: 'INTEGER?', calibration_interval_cycles: 'INTEGER?',
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
  sentiment: 'TEXT?', answers_id: 'TEXT?', needs_answer: 'INTEGER', staff_id: 'TEXT?', language: 'TEXT?', import_batch_id: 'TEXT?', ...stamps,
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

export const instruments = table('instruments', {
  id: 'TEXT', client_id: 'TEXT?', product_id: 'TEXT?', serial: 'TEXT', serial_key: 'TEXT', label_code: 'TEXT', manufacturer: 'TEXT?',
  model: 'TEXT?', description: 'TEXT?', instrument_type: 'TEXT?', asset_number: 'TEXT?', site: 'TEXT?', status: 'TEXT', is_standard: 'INTEGER',
  order_line_id: 'TEXT?', shipment_id: 'TEXT?', delivered_on: 'TEXT?', first_used_on: 'TEXT?', received_on: 'TEXT?',
  interval_months: 'INTEGER?', interval_starts: 'TEXT', interval_agreed: 'INTEGER', due_on: 'TEXT?', notes: 'TEXT?', is_sample: 'INTEGER',
  ...imported, ...stamps,
});
export const instrumentRanges = table('instrument_ranges', {
  id: 'TEXT', instrument_id: 'TEXT', position: 'INTEGER', quantity: 'TEXT?', unit: 'TEXT', lower: 'TEXT?', upper: 'TEXT?', resolution: 'TEXT?',
  tolerance_lower: 'TEXT?', tolerance_upper: 'TEXT?', import_batch_id: 'TEXT?', ...stamps,
});
export const instrumentOwners = table('instrument_owners', {
  id: 'TEXT', instrument_id: 'TEXT', client_id: 'TEXT?', site: 'TEXT?', from_on: 'TEXT?', until_on: 'TEXT?', note: 'TEXT?',
  import_batch_id: 'TEXT?', ...stamps,
});
/** Derived: how an instrument is found and named in lists. */
export const instrumentIndex = table('instrument_index', { id: 'TEXT', name_sort: 'TEXT', serial_sort: 'TEXT', search_text: 'TEXT' });
export const certificates = table('certificates', {
  id: 'TEXT', instrument_id: 'TEXT', number: 'TEXT', number_key: 'TEXT', state: 'TEXT', origin: 'TEXT', is_own_laboratory: 'INTEGER',
  laboratory_name: 'TEXT', calibrated_on: 'TEXT', issued_on: 'TEXT?', is_complete: 'INTEGER', as_found_verdict: 'TEXT?', verdict: 'TEXT?',
  point_count: 'INTEGER', document: 'TEXT', replaces_id: 'TEXT?', calibration_order_id: 'TEXT?', dcc_sha256: 'TEXT?', dcc_identifier: 'TEXT?',
  dcc_version: 'TEXT?', dcc_signature: 'TEXT?', pdf_attachment_id: 'TEXT?', staff_id: 'TEXT?', ...stamps, dcc_item: 'INTEGER?',
});
export const certificatePoints = table('certificate_points', {
  id: 'TEXT', certificate_id: 'TEXT', position: 'INTEGER', stage: 'TEXT', point: 'TEXT', verdict: 'TEXT', created_at: 'TEXT',
});
export const certificateStandards = table('certificate_standards', {
  id: 'TEXT', certificate_id: 'TEXT', position: 'INTEGER', instrument_id: 'TEXT?', standard_certificate_id: 'TEXT?', ...stamps,
});
export const dccSchemas = table('dcc_schemas', {
  id: 'TEXT', file_name: 'TEXT', namespace: 'TEXT?', version: 'TEXT?', sha256: 'TEXT', ...stamps,
});
export const calibrationDues = table('calibration_dues', {
  id: 'TEXT', instrument_id: 'TEXT', client_id: 'TEXT?', starts_on: 'TEXT', interval_months: 'INTEGER', due_on: 'TEXT',
  extended_to_on: 'TEXT?', extension_reason: 'TEXT?', extended_by_staff_id: 'TEXT?', extended_at: 'TEXT?', done_on: 'TEXT?',
  done_certificate_id: 'TEXT?', closed_as: 'TEXT?', closed_on: 'TEXT?', ...stamps,
});
export const intervalDecisions = table('interval_decisions', {
  id: 'TEXT', instrument_id: 'TEXT', method: 'TEXT', from_months: 'INTEGER', to_months: 'INTEGER', reason: 'TEXT?', decided_on: 'TEXT',
  staff_id: 'TEXT?', ...stamps,
});
export const calibrationOrders = table('calibration_orders', {
  id: 'TEXT', number: 'TEXT', instrument_id: 'TEXT', client_id: 'TEXT?', laboratory: 'TEXT?', booked_on: 'TEXT', received_on: 'TEXT?',
  as_found_on: 'TEXT?', adjusted_on: 'TEXT?', as_left_on: 'TEXT?', certified_on: 'TEXT?', shipped_on: 'TEXT?', cancelled_on: 'TEXT?',
  cancel_reason: 'TEXT?', note: 'TEXT?', staff_id: 'TEXT?', ...stamps,
});
export const calibrationLetters = table('calibration_letters', {
  id: 'TEXT', kind: 'TEXT', client_id: 'TEXT', contact_id: 'TEXT?', language: 'TEXT', written_on: 'TEXT', sent_on: 'TEXT?', channel: 'TEXT?',
  interaction_id: 'TEXT?', out_of_tolerance_id: 'TEXT?', staff_id: 'TEXT?', ...stamps,
});
export const calibrationLetterItems = table('calibration_letter_items', {
  id: 'TEXT', letter_id: 'TEXT', instrument_id: 'TEXT', due_on: 'TEXT?', certificate_id: 'TEXT?', ...stamps,
});
export const outOfToleranceCases = table('out_of_tolerance_cases', {
  id: 'TEXT', instrument_id: 'TEXT', certificate_id: 'TEXT', found_on: 'TEXT', good_until_on: 'TEXT?', conclusion: 'TEXT?', closed_on: 'TEXT?',
  staff_id: 'TEXT?', ...stamps,
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
  ...relationshipTables.values(), surveys, weightVersions, weightJudgements, playbookEntries, instruments, instrumentRanges, instrumentOwners,
  certificates, certificatePoints, certificateStandards, dccSchemas, calibrationDues, intervalDecisions, calibrationOrders, calibrationLetters,
  calibrationLetterItems, outOfToleranceCases,
];
/** Kept on a consent that can be taken back: the audit log, which never forgets, must not hold them. */
const forgettableTables: readonly Table[] = [surveyAnswers, surveyDrafts];
export const derivedTables: readonly Table[] = [scorePriors, clientSummaries, scoreSnapshots, instrumentIndex];
export const allTables: readonly Table[] = [...auditedTables, ...forgettableTables, ...derivedTables, auditEntries];
