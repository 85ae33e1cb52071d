import { describe, expect, expectTypeOf, it } from 'vitest';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import {
  areRelationshipValues, emptyEntries, emptyRelationship, isRelationshipKind, relationshipKind, relationshipKindKeys, relationshipKinds, relationshipProblems,
} from '#shared/domain/relationship/index.ts';
import type {
  FieldProblem, FieldValue, RelationshipDescriptor, RelationshipField, RelationshipKindKey, RelationshipRecord, RelationshipValues, UncheckedValues,
} from '#shared/domain/relationship/index.ts';

const examples = { day: '2026-03-02', rating: 4, flag: true, text: 'x', longText: 'x', contact: 'x' } as const;
const example = (field: RelationshipField): FieldValue => (field.type === 'choice' ? (field.choices[0] ?? '') : examples[field.type]);
const rowOf = (kind: RelationshipKindKey, keep: (field: RelationshipField) => boolean): UncheckedValues =>
  Object.fromEntries(relationshipKind(kind).fields.map((field) => [field.key, keep(field) ? example(field) : null]));

const said = ({ field, code }: FieldProblem): string => `${field} ${code}`;
const codes = (kind: RelationshipKindKey, row: UncheckedValues): readonly string[] => relationshipProblems(kind, row, '2026-03-31').map(said);

const feedback = { givenOn: '2026-03-02', subject: 'Scale drifts', isComplaint: true, acknowledgedOn: null, resolvedOn: null, reportedBackOn: null } as const;

describe('kinds of relationship records', () => {
  it.each<RelationshipDescriptor>(relationshipKinds)('$key: hangs together', ({ table, indicators, datedBy, titledBy, fields }) => {
    expect(indicators.every(isIndicatorId)).toBe(true);
    expect(indicators.length).toBeGreaterThan(0);
    expect(fields.find(({ key }) => key === datedBy)).toMatchObject({ type: 'day', required: true });
    expect(fields.find(({ key }) => key === titledBy)).toMatchObject({ required: true });
    expect(table).toMatch(/^[a-z]+(?:_[a-z]+)*$/u);
    for (const { key, column } of fields) expect(column).toBe(key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`));
    const days = fields.filter((field) => field.type === 'day');
    expect(days.filter(({ key }) => !key.endsWith('On'))).toEqual([]);
    expect(days.filter(({ notBefore }) => notBefore !== null && !days.some(({ key }) => key === notBefore))).toEqual([]);
    for (const { choices } of fields.filter((field) => field.type === 'choice')) expect(new Set(choices).size).toBe(choices.length);
  });

  it.each(relationshipKinds)('$key: is quick to enter', (kind) => {
    const first = kind.fields.filter(({ asked }) => asked === 'first');
    expect(first.length).toBeGreaterThanOrEqual(2);
    expect(first.length).toBeLessThanOrEqual(4);
    expect(kind.fields.filter(({ asked, required }) => asked === 'later' && required)).toEqual([]);
  });

  it('have keys and tables of their own, and a place in the records', () => {
    expect(new Set(relationshipKindKeys).size).toBe(relationshipKinds.length);
    expect(new Set(relationshipKinds.map(({ table }) => table)).size).toBe(relationshipKinds.length);
    expect(Object.keys(emptyEntries).toSorted()).toEqual(relationshipKindKeys.toSorted());
    expect(emptyRelationship.entries).toBe(emptyEntries);
    expect(isRelationshipKind('offer')).toBe(true);
    expect(isRelationshipKind('constructor')).toBe(false);
  });

  it('type their rows', () => {
    expectTypeOf<RelationshipValues<'training'>>().toEqualTypeOf<{ readonly heldOn: string; readonly topic: string; readonly rating: number | null }>();
    expectTypeOf<RelationshipValues<'offer'>['answer']>().toEqualTypeOf<'accepted' | 'declined' | null>();
    expectTypeOf<RelationshipRecord<'consent'>>().toMatchTypeOf<{ readonly id: string; readonly contactId: string; readonly withdrawnOn: string | null }>();
    expectTypeOf<RelationshipRecord<'training'>>().not.toHaveProperty('topic');
  });
});

describe('the check of a row', () => {
  it.each(relationshipKindKeys)('%s: takes a row with what is required and one with everything', (kind) => {
    for (const row of [rowOf(kind, ({ required }) => required), rowOf(kind, () => true)]) {
      expect(relationshipProblems(kind, row, '2026-03-02')).toEqual([]);
      expect(areRelationshipValues(kind, row)).toBe(true);
    }
  });

  it.each(relationshipKindKeys)('%s: names every required field that is missing', (kind) => {
    const required = relationshipKind(kind).fields.filter((field) => field.required).map(({ key }) => ({ field: key, code: 'required' }));
    expect(relationshipProblems(kind, {}, null)).toEqual(required);
    expect(areRelationshipValues(kind, {})).toBe(false);
  });

  it('refuses what a field cannot hold', () => {
    expect(codes('feedback', { ...feedback, givenOn: '2026-02-30' })).toEqual(['givenOn day']);
    expect(codes('feedback', { ...feedback, givenOn: '2026-04-01' })).toEqual(['givenOn ahead']);
    expect(codes('feedback', { ...feedback, subject: '  ' })).toEqual(['subject required']);
    expect(codes('feedback', { ...feedback, subject: 7 })).toEqual(['subject text']);
    expect(codes('feedback', { ...feedback, subject: 'x'.repeat(201) })).toEqual(['subject too-long']);
    expect(codes('feedback', { ...feedback, isComplaint: 1 })).toEqual(['isComplaint flag']);
    expect(codes('feedback', { ...feedback, mood: 'good' })).toEqual(['mood unknown']);
    expect(codes('offer', { offeredOn: '2026-03-02', subject: 'x', fitsOwnNeed: false, answer: 'perhaps' })).toEqual(['answer choice']);
    expect(codes('training', { heldOn: '2026-03-02', topic: 'x', rating: 6 })).toEqual(['rating rating']);
    expect(codes('training', { heldOn: '2026-03-02', topic: 'x', rating: 3.5 })).toEqual(['rating rating']);
    expect(codes('consent', { contactId: 9, basis: 'consent', givenOn: '2026-03-02' })).toEqual(['contactId contact']);
  });

  it('lets plans lie ahead and holds what follows to what went before', () => {
    expect(relationshipProblems('commitment', { promise: 'Send drawings', dueOn: '2027-01-01' }, '2026-03-31')).toEqual([]);
    expect(relationshipProblems('feedback', { ...feedback, resolvedOn: '2026-03-01' }, '2026-03-31')).toEqual([{ field: 'resolvedOn', code: 'before', than: 'givenOn' }]);
    expect(relationshipProblems('occasion', { name: 'Nowruz', occursOn: '2026-03-21', markedOn: '2026-03-19' }, '2026-03-31')).toEqual([]);
  });

  it('narrows only a whole row', () => {
    const row: UncheckedValues = feedback;
    expect(areRelationshipValues('feedback', row) && row.subject).toBe('Scale drifts');
    const { reportedBackOn: _, ...part } = feedback;
    expect(areRelationshipValues('feedback', part)).toBe(false);
  });
});
