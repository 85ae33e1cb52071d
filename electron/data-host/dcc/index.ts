export { DccTooHeavyError, embeddedContentAside, inspectDcc, inspectDccAside, tryWriteDcc, tryWriteDccAside } from './inspect.ts';
export type { DccInspection, DccWritten, InspectOptions } from './inspect.ts';
export type { EmbeddedContent } from './read/embedded.ts';
export { embeddedContent, readDcc } from './read/read-dcc.ts';
export { identifySchema } from './schema/identify-schema.ts';
export { validateDcc } from './schema/validate-dcc.ts';
export { checkSignature } from './signature/check-signature.ts';
export type {
  DccCertificate, DccContents, DccEmbedded, DccFinding, DccReading, DccRefusal, FindingCode, ReadOptions, SchemaFile, SchemaFinding,
  SchemaValidation, SignatureCheck, SignatureReason, Signer,
} from './types.ts';
