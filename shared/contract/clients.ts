import { z } from 'zod';
import { countryCode, day, id, instant, languageTag, line, money, optionalLine, prose, window } from './common.ts';
import { procedure } from './errors.ts';

export const channelKinds = [
  'email', 'phone', 'whatsapp', 'telegram', 'wechat', 'linkedin', 'instagram', 'facebook', 'x', 'eitaa', 'bale', 'website', 'other',
] as const;
export const channelKind = z.enum(channelKinds);
export type ChannelKind = z.output<typeof channelKind>;

export const channel = z.object({ id, contactId: id.nullable(), kind: channelKind, handle: z.string() });
export const contact = z.object({
  id,
  name: z.string(),
  role: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  isPrimary: z.boolean(),
  notes: z.string().nullable(),
});
export type Contact = z.output<typeof contact>;

export const contactInput = z.object({
  name: line,
  role: optionalLine,
  email: z.union([z.email(), z.literal(''), z.null()]).transform((text) => text || null),
  phone: optionalLine,
  language: languageTag.nullable(),
  isPrimary: z.boolean(),
  notes: prose,
});

export const clientInput = z.object({
  name: line,
  code: optionalLine,
  countryCode: countryCode.nullable(),
  language: languageTag.nullable(),
  timeZone: z.string().max(64).nullable(),
  segment: optionalLine,
  preferredChannel: channelKind.nullable(),
  rhythmDays: z.int().min(1).max(730).nullable(),
  ownerStaffId: id.nullable(),
  notes: prose,
});
export type ClientInput = z.output<typeof clientInput>;

export const client = z.object({
  id,
  name: z.string(),
  code: z.string().nullable(),
  countryCode: z.string().nullable(),
  /** The country as the imported file wrote it. */
  countryAsGiven: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  segment: z.string().nullable(),
  preferredChannel: channelKind.nullable(),
  rhythmDays: z.int().nullable(),
  ownerStaffId: z.string().nullable(),
  notes: z.string().nullable(),
  isSample: z.boolean(),
  importBatchId: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
  contacts: z.array(contact),
  channels: z.array(channel),
});
export type Client = z.output<typeof client>;

export const dimensionId = z.enum(['brand', 'arousal', 'quality', 'attraction', 'continuity']);

/** One row of the client list. Scores are 0–100 or null where there is not enough data; coverage is 0–1. */
export const clientRow = z.object({
  id,
  name: z.string(),
  countryCode: z.string().nullable(),
  segment: z.string().nullable(),
  overall: z.number().nullable(),
  overallLower: z.number().nullable(),
  overallUpper: z.number().nullable(),
  coverage: z.number(),
  stage: z.int().nullable(),
  weakestDimension: dimensionId.nullable(),
  dueCount: z.int(),
  onTimeCount: z.int(),
  openLateCount: z.int(),
  value: money.nullable(),
  lastInteractionAt: instant.nullable(),
  lastDeliveredOn: day.nullable(),
});
export type ClientRow = z.output<typeof clientRow>;

export const clientSorts = ['overall', 'name', 'country', 'value', 'lastInteraction', 'stage'] as const;
export const clientFilter = z.object({
  /** Found anywhere in name, code, contacts and handles; ی/ي, ک/ك, ZWNJ and digit scripts make no difference. */
  search: z.string().max(200).default(''),
  countryCodes: z.array(countryCode).max(300).default([]),
  segments: z.array(z.string()).max(300).default([]),
  /** 0 is "on no stage": the first link does not hold, or a dimension of the chain has no data. */
  stages: z.array(z.int().min(0).max(5)).default([]),
  weakest: z.array(dimensionId).default([]),
  /** Only clients with an order line past its promise and not delivered. */
  openLate: z.boolean().default(false),
});
export type ClientFilter = z.output<typeof clientFilter>;
export const clientListInput = clientFilter.extend({
  sort: z.enum(clientSorts).default('overall'),
  descending: z.boolean().default(false),
  ...window,
});

export const timelineKinds = ['interaction', 'order', 'delivery', 'task', 'assessment', 'import', 'relationship', 'survey', 'instrument', 'certificate', 'recall', 'calibration-order'] as const;
/** `relationship`: params name the `recordKind` and the fields of its descriptor; a title that is a choice or a rating is its code. */
export const timelineEntry = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  /** Instant or calendar day. */
  at: z.string(),
  title: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  actor: z.string(),
  tableName: z.string(),
  rowId: z.string(),
  action: z.enum(['insert', 'update', 'delete']),
  changes: z.array(z.object({ column: z.string(), before: z.unknown(), after: z.unknown() })),
});

export const clients = {
  list: procedure.input(clientListInput).output(z.object({ total: z.int(), rows: z.array(clientRow) })),
  /** What there is to filter by, with counts. `total` leaves the bin out. */
  facets: procedure.output(
    z.object({
      total: z.int(),
      sampleCount: z.int(),
      countries: z.array(z.object({ code: z.string(), count: z.int() })),
      /** Of the clients' values, the one that most buy in first: the order of a list by value. */
      currencies: z.array(z.object({ code: z.string(), count: z.int() })),
      segments: z.array(z.object({ name: z.string(), count: z.int() })),
      stages: z.array(z.object({ stage: z.int(), count: z.int() })),
    }),
  ),
  get: procedure.input(z.object({ id })).output(client),
  /** Names that look like this one: shown while typing, so that nobody is entered twice. */
  similar: procedure.input(z.object({ name: z.string().max(500) })).output(z.array(z.object({ id, name: z.string(), countryCode: z.string().nullable() }))),
  create: procedure.input(clientInput).output(client),
  update: procedure.input(clientInput.partial().extend({ id })).output(client),
  /** To the bin; `restore` undoes it. */
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
  restore: procedure.input(z.object({ id })).output(client),
  bin: procedure.output(z.array(z.object({ id, name: z.string(), deletedAt: instant }))),
  saveContact: procedure.input(contactInput.extend({ clientId: id, id: id.nullable() })).output(contact),
  removeContact: procedure.input(z.object({ id })).output(z.object({ id })),
  restoreContact: procedure.input(z.object({ id })).output(contact),
  saveChannel: procedure.input(z.object({ clientId: id, id: id.nullable(), contactId: id.nullable(), kind: channelKind, handle: line })).output(channel),
  removeChannel: procedure.input(z.object({ id })).output(z.object({ id })),
  restoreChannel: procedure.input(z.object({ id })).output(channel),
  /** Newest first; no kinds: all of them. */
  timeline: procedure.input(z.object({ clientId: id, kinds: z.array(z.enum(timelineKinds)).default([]), ...window })).output(z.object({ total: z.int(), entries: z.array(timelineEntry) })),
  history: procedure.input(z.object({ clientId: id, ...window })).output(z.object({ total: z.int(), entries: z.array(auditEntry) })),
};
