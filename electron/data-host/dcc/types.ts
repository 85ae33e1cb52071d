import type { Certificate } from '#shared/domain/calibration/types.ts';
import type { DccView } from '#shared/domain/calibration/dcc-view.ts';

export interface ReadOptions {
  /** BCP 47, best first. Where a text has none of them: the document's mandatory language, then its first. */
  readonly languages: readonly string[];
}

/** Why a file cannot be read, with what a message for people needs. */
export type DccRefusal = { readonly ok: false } & (
  | { readonly code: 'too-large'; readonly params: { readonly bytes: number; readonly limit: number } }
  | { readonly code: 'unknown-encoding'; readonly params: { readonly encoding: string } }
  | { readonly code: 'not-xml'; readonly params: { readonly line: number; readonly column: number; readonly detail: string } }
  /** A document type declaration, whatever it declares: entities are never expanded. */
  | { readonly code: 'doctype-refused'; readonly params: { readonly line: number } }
  | { readonly code: 'entity-refused'; readonly params: { readonly name: string; readonly line: number } }
  | { readonly code: 'too-deep'; readonly params: { readonly limit: number; readonly line: number } }
  | { readonly code: 'too-many-elements'; readonly params: { readonly limit: number } }
  | { readonly code: 'too-many-attributes'; readonly params: { readonly limit: number; readonly line: number } }
  /** Well-formed, and something else. */
  | { readonly code: 'no-dcc'; readonly params: { readonly rootElement: string; readonly namespace: string } }
  /** Calls itself a digital calibration certificate, in a namespace that is not PTB's. */
  | { readonly code: 'unsupported-dialect'; readonly params: { readonly namespace: string } }
  | { readonly code: 'unsupported-version'; readonly params: { readonly version: string } }
  /** Without it nothing can be filed: the identifier, a day of performance, the item. */
  | { readonly code: 'missing-required'; readonly params: { readonly element: string; readonly line: number } }
);

export type FindingCode =
  /** An element that no DCC schema knows. */
  | 'unknown-element'
  | 'missing-element'
  | 'language-missing'
  | 'columns-of-unequal-length'
  | 'not-a-number'
  /** Text where a number belongs. */
  | 'unreadable-number'
  | 'missing-uncertainty'
  /** The document gives u alone: taken as U with k = 1. */
  | 'standard-uncertainty-only'
  | 'asymmetric-interval'
  /** A relative uncertainty that names no coverage factor. */
  | 'coverage-factor-missing'
  | 'unknown-ref-type'
  /** No refType said it: taken from the quantity's name, or from being the only one. */
  | 'role-by-name'
  | 'role-by-structure'
  | 'nominal-as-reference'
  | 'several-columns-of-one-role'
  | 'column-not-mapped'
  | 'complex-not-mapped'
  | 'nested-list-flattened'
  | 'stage-by-name'
  | 'limits-basis-assumed'
  | 'limit-in-another-unit'
  | 'conformity-count'
  | 'unknown-conformity'
  | 'results-not-assigned'
  | 'several-serials'
  | 'accreditation-body-unknown'
  | 'no-results'
  | 'invalid-base64'
  | 'embedded-too-large';

/** What was met and could not be mapped, or was mapped by something weaker than a refType. */
export interface DccFinding {
  readonly code: FindingCode;
  /** In the file, from 1. */
  readonly line: number | null;
  /** What it is about, in the document's own words: names of columns, elements, refTypes. */
  readonly subject: string;
}

export interface DccEmbedded {
  /** As written: a name, never a path. */
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** False: not base64, or larger than is taken over. */
  readonly isReadable: boolean;
}

/** A document may calibrate several items: one certificate each. */
export interface DccCertificate {
  /** `own`: these results name this item, or it is the only one. `shared`: the document does not say whose they are. */
  readonly pointsAre: 'own' | 'shared';
  readonly certificate: Certificate;
}

export interface DccContents {
  readonly ok: true;
  readonly schemaVersion: string;
  readonly uniqueIdentifier: string;
  readonly languages: { readonly used: readonly string[]; readonly mandatory: readonly string[] };
  /** In the order of the document's items, never empty. */
  readonly certificates: readonly DccCertificate[];
  readonly view: DccView;
  /** In document order; contents by `embeddedContent(xml, index)`. */
  readonly embedded: readonly DccEmbedded[];
  readonly hasSignature: boolean;
  readonly findings: readonly DccFinding[];
}

export type DccReading = DccRefusal | DccContents;

export interface Signer {
  readonly subject: string;
  readonly issuer: string;
  /** Instants, ISO UTC. */
  readonly validFrom: string;
  readonly validTo: string;
}

export type SignatureReason =
  | 'no-signature' | 'intact' | 'changed' | 'several-signatures' | 'algorithm-not-allowed' | 'no-key' | 'unreadable-key'
  | 'part-only' | 'not-of-the-document' | 'not-readable' | 'too-large';

export interface SignatureCheck {
  /** Whether the document is what was signed. `unknown`: not checkable, `reason` says why. */
  readonly integrity: 'true' | 'false' | 'unknown';
  readonly reason: SignatureReason;
  /** Who the enclosed key says it belongs to. */
  readonly signer: Signer | null;
  /** Whether the issuer is to be trusted and the key was not revoked cannot be known offline. */
  readonly trust: 'not-checked';
  readonly coversWholeDocument: boolean;
}

/** A schema file as a person picked it. */
export interface SchemaFile {
  readonly fileName: string;
  readonly text: string;
}

export interface SchemaFinding {
  readonly line: number | null;
  readonly message: string;
}

export type SchemaValidation =
  /** `schemaVersion`: of the schema that was used; where its very one was not given, the newest correction of the same minor version. */
  | { readonly ok: true; readonly schemaVersion: string; readonly isValid: boolean; readonly findings: readonly SchemaFinding[] }
  | { readonly ok: false; readonly code: 'schema-missing'; readonly params: { readonly names: readonly string[] } }
  | { readonly ok: false; readonly code: 'schema-broken'; readonly params: { readonly detail: string } }
  | { readonly ok: false; readonly code: 'too-large' | 'timed-out' | 'unreadable'; readonly params: Readonly<Record<string, never>> };
