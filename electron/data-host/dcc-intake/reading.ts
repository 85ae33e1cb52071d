import { DccTooHeavyError, embeddedContentAside, inspectDcc, inspectDccAside } from '../dcc/index.ts';
import type { DccContents, DccInspection, EmbeddedContent, SchemaFile, SignatureCheck } from '../dcc/index.ts';
import type { DccFinding, DccReport, DccSignature } from '#shared/contract/dcc.ts';
import { DccRefused, refusedBy } from './refused.ts';

export interface Read {
  readonly contents: DccContents;
  readonly signature: DccSignature;
  readonly schemaFindings: DccReport['schemaFindings'];
  readonly schemaProblem: DccReport['schemaProblem'];
}

const heavy = (error: unknown): unknown => (error instanceof DccTooHeavyError ? new DccRefused('too-heavy', {}) : error);

const toSignature = ({ integrity, reason, signer }: SignatureCheck): DccSignature =>
  reason === 'no-signature'
    ? { integrity: 'none', reason: null, signer: null }
    : { integrity, reason: reason === 'intact' ? null : reason, signer: signer && { ...signer } };

const plainParams = (params: Readonly<Record<string, unknown>>): DccFinding['params'] =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value)]));

function schemaResult(validation: DccInspection['validation']): Pick<Read, 'schemaFindings' | 'schemaProblem'> {
  if (validation === null) return { schemaFindings: null, schemaProblem: { code: 'none-given', params: {} } };
  if (validation.ok) return { schemaFindings: validation.findings.map(({ line, message }) => ({ line, message })), schemaProblem: null };
  return { schemaFindings: null, schemaProblem: { code: validation.code, params: plainParams(validation.params) } };
}

/** Smaller files are read at once, in some hundredths of a second: a thread would take longer to start. */
const asideFromBytes = 128 * 1024;

/** Read, its signature checked, and validated where schemas are given, without holding others up. @throws DccRefused */
export async function readBytes(xml: Uint8Array, languages: readonly string[], schemas: readonly SchemaFile[]): Promise<Read> {
  let inspection: DccInspection;
  try {
    inspection = await (xml.length < asideFromBytes ? inspectDcc : inspectDccAside)(xml, { languages, schemas });
  } catch (error) {
    throw heavy(error);
  }
  const { reading, signature, validation } = inspection;
  if (!reading.ok) throw refusedBy(reading);
  return { contents: reading, signature: toSignature(signature), ...schemaResult(validation) };
}

/** @returns null where there is no such file, or it cannot be read. @throws DccRefused */
export async function embeddedAside(xml: Uint8Array, index: number): Promise<EmbeddedContent | null> {
  try {
    return await embeddedContentAside(xml, index);
  } catch (error) {
    throw heavy(error);
  }
}

export const embeddedList = ({ embedded }: DccContents): DccReport['embedded'] =>
  embedded.map(({ name, mediaType, sizeBytes, isReadable }, index) => ({ index, name, mediaType, sizeBytes, isReadable }));

/** What the reader met, then what did not fit. */
export const findingsOf = ({ findings }: DccContents, fitting: readonly DccFinding[]): DccFinding[] => [
  ...findings.map(({ code, line, subject }): DccFinding => ({ code, params: line === null ? { subject } : { subject, line } })),
  ...fitting,
];
