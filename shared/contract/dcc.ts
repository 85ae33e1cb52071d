import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Certificate, DccView } from '../domain/calibration/index.ts';
import { certificate } from './certificates.ts';
import { id } from './common.ts';
import { procedure } from './errors.ts';
import { instrumentInput } from './instruments.ts';

export const maximumDccBytes = 64 * 1024 * 1024;

export interface DccFinding {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface DccSignature {
  /** `none`: it carries no signature. Trust in the signer and revocation are not checked, whatever this says. */
  readonly integrity: 'true' | 'false' | 'unknown' | 'none';
  readonly reason: string | null;
  readonly signer: { readonly subject: string; readonly issuer: string; readonly validFrom: string; readonly validTo: string } | null;
}

/** What was understood of a digital certificate that was taken in; nothing is kept of it yet. */
export interface DccReport {
  readonly uploadId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly schemaVersion: string;
  readonly uniqueIdentifier: string;
  readonly languages: readonly string[];
  readonly certificate: Omit<Certificate, 'points'>;
  readonly pointCount: number;
  /** The first ones, for the eye. */
  readonly firstPoints: Certificate['points'];
  readonly view: DccView;
  /** What was met and could not be read into the fields; all of it stands in the view. */
  readonly findings: readonly DccFinding[];
  readonly signature: DccSignature;
  /** Against the schemas that were given; null: none fits its version. */
  readonly schemaFindings: readonly { readonly line: number | null; readonly message: string }[] | null;
  readonly embedded: readonly { readonly index: number; readonly name: string; readonly mediaType: string; readonly sizeBytes: number }[];
  /** Instruments that it may be of, best first. */
  readonly candidates: readonly { readonly id: string; readonly serial: string; readonly name: string; readonly clientName: string | null; readonly match: 'serial-and-maker' | 'serial' | 'asset-number' }[];
  /** The certificate that the same file, or the same identifier, became before. */
  readonly takenBefore: { readonly certificateId: string; readonly number: string } | null;
}

export const dcc = {
  /**
   * Takes the bytes in and reads them. FILE_REFUSED: `not-xml` (line, column), `doctype`, `too-large`, `too-deep`, `not-a-dcc`,
   * `unsupported-dialect` (namespace), `unsupported-version` (version).
   */
  read: procedure.input(z.object({ file: z.file(), languages: z.array(z.string()).max(5) })).output(type<DccReport>()),
  /** Keeps it as an issued certificate of an instrument that is there or of a new one. NOT_FOUND where the upload is gone. */
  take: procedure
    .input(z.object({
      uploadId: id,
      instrument: z.discriminatedUnion('kind', [z.object({ kind: z.literal('known'), id }), z.object({ kind: z.literal('new'), input: instrumentInput })]),
      isOwnLaboratory: z.boolean(),
    }))
    .output(certificate),
  discard: procedure.input(z.object({ uploadId: id })).output(z.object({ uploadId: id })),
  /** Of a certificate that came as DCC: as sent, with its signature checked anew. */
  view: procedure.input(z.object({ certificateId: id, languages: z.array(z.string()).max(5) })).output(type<{ readonly view: DccView; readonly signature: DccSignature; readonly embedded: DccReport['embedded'] }>()),
  /** The file itself. */
  source: procedure.input(z.object({ certificateId: id })).output(z.object({ name: z.string(), file: z.file() })),
  /** To be saved, never opened. */
  embedded: procedure.input(z.object({ certificateId: id, index: z.int().min(0) })).output(z.object({ name: z.string(), file: z.file() })),
  schemas: procedure.output(z.array(z.object({ id, fileName: z.string(), namespace: z.string().nullable(), version: z.string().nullable() }))),
  /** XSD files of PTB and W3C, as published. INVALID `files.<n>` `not-a-schema`. */
  addSchemas: procedure.input(z.object({ files: z.array(z.file()).min(1).max(50) })).output(z.object({ added: z.int() })),
  removeSchemas: procedure.input(z.object({ ids: z.array(id).min(1).max(50) })).output(z.object({ ids: z.array(id) })),
};
