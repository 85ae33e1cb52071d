import { describe, expect, it } from 'vitest';
import { relationshipKind, relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import type { RelationshipField, RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-11-22T09:00:00Z');

async function openWithClient(): Promise<TestHost & { readonly clientId: string; readonly contactId: string }> {
  const test = openTestHost({ now: () => now });
  const client = await test.call.clients.create(clientInput('Rheintal Werkzeug'));
  const contact = await test.call.clients.saveContact({
    id: null, clientId: client.id, name: 'Anna Roth', role: null, email: null, phone: null, language: null, isPrimary: true, notes: null,
  });
  return { ...test, clientId: client.id, contactId: contact.id };
}

/** A value that holds for any field; days lie in the last month that is over, later ones a week after the first. */
const valueFor = (field: RelationshipField, contactId: string): string | number | boolean => {
  if (field.type === 'day') return field.asked === 'later' ? '2026-10-08' : '2026-10-01';
  if (field.type === 'choice') return field.choices[0] ?? '';
  if (field.type === 'rating') return 5;
  if (field.type === 'flag') return true;
  return field.type === 'contact' ? contactId : `A few words on ${field.key}`;
};

const valuesFor = (kind: RelationshipKindKey, contactId: string) =>
  Object.fromEntries(
    relationshipKind(kind).fields.map((field) => [field.key, field.key === 'withdrawnOn' ? null : valueFor(field, contactId)]),
  );

describe('relationship records', () => {
  it.each(relationshipKindKeys)('%s: kept, listed, told in timeline and history, explained by the score, binned and back', async (kind) => {
    const { call, clientId, contactId } = await openWithClient();
    const values = valuesFor(kind, contactId);
    const before = (await call.scores.explain({ clientId })).score;
    const saved = await call.relationship.save({ kind, clientId, id: null, values });
    expect(saved).toMatchObject({ kind, clientId, values });
    expect(await call.relationship.list({ clientId, kind: null })).toEqual([saved]);
    const timeline = await call.clients.timeline({ clientId, kinds: ['relationship'] });
    expect(timeline.entries).toMatchObject([{ id: saved.id, kind: 'relationship', at: saved.on, params: { recordKind: kind } }]);
    const history = await call.clients.history({ clientId });
    expect(history.entries.find(({ rowId }) => rowId === saved.id)).toMatchObject({ action: 'insert', tableName: relationshipKind(kind).table });
    const explained = await call.scores.explain({ clientId });
    const evidenceOf = ({ indicators }: typeof before) => relationshipKind(kind).indicators.map((id) => indicators.find(({ indicatorId }) => indicatorId === id)?.evidence);
    const isMoved = JSON.stringify(evidenceOf(explained.score)) !== JSON.stringify(evidenceOf(before));
    // What speaks of the exporter itself is told after a full rescoring, by the quarter.
    expect(isMoved).toBe(kind !== 'contentShare');
    const refs = explained.score.indicators.flatMap(({ ledger }) => ledger.map(({ source }) => source));
    expect(refs.filter((source) => explained.facts[`${source.kind}:${source.id}`] === undefined)).toEqual([]);
    await call.relationship.remove({ kind, id: saved.id });
    expect(await call.relationship.list({ clientId, kind })).toEqual([]);
    expect((await call.scores.explain({ clientId })).score).toEqual(before);
    expect(await call.relationship.restore({ kind, id: saved.id })).toEqual(saved);
    expect((await call.scores.explain({ clientId })).score).toEqual(explained.score);
  });

  it('are refused field by field, and nothing of them is kept', async () => {
    const { call, clientId } = await openWithClient();
    const refused = call.relationship.save({
      kind: 'feedback', clientId, id: null, values: { givenOn: '2026-11-10', subject: ' ', isComplaint: false, resolvedOn: '2026-11-09', colour: 'red' },
    });
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID',
      data: { issues: [{ field: 'subject', code: 'required' }, { field: 'resolvedOn', code: 'before' }, { field: 'colour', code: 'unknown' }] },
    });
    const ahead = call.relationship.save({ kind: 'benefit', clientId, id: null, values: { grantedOn: '2026-12-24', subject: 'Discount', throughClub: false } });
    await expect(ahead).rejects.toMatchObject({ data: { issues: [{ field: 'grantedOn', code: 'ahead' }] } });
    expect(await call.relationship.list({ clientId, kind: null })).toEqual([]);
  });

  it('name people of their own client only', async () => {
    const { call, clientId } = await openWithClient();
    const other = await call.clients.create(clientInput('Another client'));
    const stranger = await call.clients.saveContact({
      id: null, clientId: other.id, name: 'Stranger', role: null, email: null, phone: null, language: null, isPrimary: false, notes: null,
    });
    const values = { contactId: stranger.id, basis: 'consent', givenOn: '2026-10-01' };
    await expect(call.relationship.save({ kind: 'consent', clientId, id: null, values })).rejects.toMatchObject({ data: { issues: [{ field: 'contactId', code: 'contact' }] } });
    await expect(call.relationship.save({ kind: 'consent', clientId: other.id, id: null, values })).resolves.toMatchObject({ contactName: 'Stranger' });
  });

  it('move the score of their own client at once, and follow what becomes of the matter', async () => {
    const { call, clientId } = await openWithClient();
    const save = (id: string | null, keptOn: string | null) =>
      call.relationship.save({ kind: 'commitment', clientId, id, values: { promise: 'Send the certificates', dueOn: '2026-11-10', keptOn, renegotiatedOn: null } });
    const indicator = async () => (await call.scores.explain({ clientId })).score.indicators.find(({ indicatorId }) => indicatorId === 'commitment')?.evidence;
    const { id } = await save(null, null);
    expect(await indicator()).toMatchObject({ events: 1, sum: 0 });
    await save(id, '2026-11-09');
    expect((await indicator())?.sum).toBeGreaterThan(0.9);
  });
});
