export type {
  DccCertificate, DccContents, DccEmbedded, DccFinding, DccReading, DccRefusal, FindingCode, ReadOptions, SchemaFile, SchemaFinding,
  SchemaValidation, SignatureCheck, SignatureReason, Signer,
} from './types.ts';
