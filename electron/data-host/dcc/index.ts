export { DccTooHeavyError, embeddedContentAside, inspectDcc, inspectDccAside, tryWriteDcc, tryWriteDccAside } from './inspect.ts';
export type { DccInspection } from './inspect.ts';
export type { EmbeddedContent } from './read/embedded.ts';
export { embeddedContent, readDcc } from './read/read-dcc.ts';
export { identifySchema } from './schema/identify-schema.ts';
export { validateDcc } from './schema/validate-dcc.ts';
export { checkSignature } from './signature/check-signature.ts';
export type { DccContents, DccRefusal, SchemaFile, SignatureCheck } from './types.ts';
export { dccObstacles } from './write/obstacles.ts';
