import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Certificate, DccView } from '../domain/calibration/index.ts';
import { certificate } from './certificates.ts';
import { id, languageTag } from './common.ts';
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

/** An instrument that a digital certificate may be of. */
export interface DccCandidate {
  readonly id: string;
  readonly serial: string;
  readonly name: string;
  readonly clientName: string | null;
  readonly match: 'serial-and-maker' | 'serial' | 'asset-number';
}

/** The certificate that an item of the same file, or of the same identifier, became before. */
export interface DccTakenBefore {
  readonly certificateId: string;
  readonly number: string;
  /** It cannot be taken again: byte for byte the same file, or one that we wrote. Else: another file under the same identifier. */
  readonly isSame: boolean;
}

/** What one item of a digital certificate says of itself. */
export interface DccItem {
  /** Place among the items of the file, from 0. */
  readonly item: number;
  readonly certificate: Omit<Certificate, 'points'>;
  readonly pointCount: number;
  /** The first ones, for the eye. */
  readonly firstPoints: Certificate['points'];
  /** `shared`: the file has several items and does not say whose these results are. */
  readonly pointsAre: 'own' | 'shared';
  /** Best first. */
  readonly candidates: readonly DccCandidate[];
  readonly takenBefore: DccTakenBefore | null;
}

/**
 * What was understood of a digital certificate that was taken in; nothing is kept of it yet. Its own item is the first of the
 * file, `moreItems` are the others.
 */
export interface DccReport extends DccItem {
  readonly moreItems: readonly DccItem[];
  readonly uploadId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly schemaVersion: string;
  readonly uniqueIdentifier: string;
  readonly languages: readonly string[];
  readonly view: DccView;
  /**
   * What was met and could not be read into the fields; all of it stands in the view. `shortened` (field): too
   * long for its field; `empty-text` (field): a dash stands where the certificate should say something.
   */
  readonly findings: readonly DccFinding[];
  readonly signature: DccSignature;
  /** Against the schemas that were given; null: it was not checked, `schemaProblem` says why. */
  readonly schemaFindings: readonly { readonly line: number | null; readonly message: string }[] | null;
  /** `none-given`, `schema-missing` (names), `schema-broken` (detail), `too-large`, `timed-out`, `unreadable`. */
  readonly schemaProblem: DccFinding | null;
  readonly embedded: readonly {
    readonly index: number;
    readonly name: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
    /** False: not base64, or larger than is given out. */
    readonly isReadable: boolean;
  }[];
}

/** Whose certificate it becomes. */
export const dccInstrument = z.discriminatedUnion('kind', [z.object({ kind: z.literal('known'), id }), z.object({ kind: z.literal('new'), input: instrumentInput })]);

export const dcc = {
  /**
   * Takes the bytes in and reads them. FILE_REFUSED: `not-xml` (line, column, detail), `doctype` (line), `entity` (name, line),
   * `unknown-encoding` (encoding), `too-large` (bytes, limit), `too-deep` (limit, line), `too-many-elements` (limit),
   * `too-many-attributes` (limit, line), `too-many-points` (count, limit), `too-heavy`, `not-a-dcc` (rootElement, namespace),
   * `unsupported-dialect` (namespace), `unsupported-version` (version), `missing-required` (element, line), `unfit` (field).
   */
  read: procedure.input(z.object({ file: z.file(), languages: z.array(languageTag).max(5) })).output(type<DccReport>()),
  /**
   * Keeps an item of it as an issued certificate of an instrument that is there or of a new one. NOT_FOUND where the upload is
   * gone. CONFLICT names the certificate that it became before; `again` lets another file of the same identifier take its place.
   * INVALID `item` `no-such-item`; `document.number` `taken` among those of our own laboratory; `instrument.input.<field>` as of
   * `instruments.create`. An upload of several items waits for the next one, any other goes.
   */
  take: procedure
    .input(z.object({
      uploadId: id,
      instrument: dccInstrument,
      isOwnLaboratory: z.boolean(),
      /** Place among the items of the file. */
      item: z.int().min(0).max(1000).default(0),
      again: z.boolean().default(false),
    }))
    .output(certificate),
  discard: procedure.input(z.object({ uploadId: id })).output(z.object({ uploadId: id })),
  /** Of a certificate that came as DCC: as sent, with its signature checked anew. */
  view: procedure.input(z.object({ certificateId: id, languages: z.array(languageTag).max(5) })).output(type<{ readonly view: DccView; readonly signature: DccSignature; readonly embedded: DccReport['embedded'] }>()),
  /** The file itself. */
  source: procedure.input(z.object({ certificateId: id })).output(z.object({ name: z.string(), file: z.file() })),
  /** To be saved, never opened. */
  embedded: procedure.input(z.object({ certificateId: id, index: z.int().min(0) })).output(z.object({ name: z.string(), file: z.file() })),
  schemas: procedure.output(z.array(z.object({ id, fileName: z.string(), namespace: z.string().nullable(), version: z.string().nullable() }))),
  /** XSD files of PTB and W3C, as published. INVALID `files.<n>` `not-a-schema`, `too-large`. One of the same namespace and version takes the place of the former. */
  addSchemas: procedure.input(z.object({ files: z.array(z.file()).min(1).max(50) })).output(z.object({ added: z.int() })),
  removeSchemas: procedure.input(z.object({ ids: z.array(id).min(1).max(50) })).output(z.object({ ids: z.array(id) })),
  /** Takes a removal back; one that came meanwhile for the same namespace and version gives way. */
  restoreSchemas: procedure.input(z.object({ ids: z.array(id).min(1).max(50) })).output(z.object({ ids: z.array(id) })),
};
