/** The records of a relationship that the evidence needs beside orders, shipments and interactions. */
export type { RelationshipDescriptor, RelationshipField } from './descriptors.ts';
export { isRelationshipKind, relationshipKind, relationshipKindKeys, relationshipKinds } from './kinds.ts';
export type { RelationshipKindKey } from './kinds.ts';
export { emptyEntries, emptyRelationship } from './records.ts';
export type { RelationshipEntries, RelationshipRecords } from './records.ts';
export { areRelationshipValues, relationshipProblems } from './values.ts';
export type { FieldProblem, FieldValue, RelationshipRecord, RelationshipValues, UncheckedValues } from './values.ts';
