import { Buffer } from 'node:buffer';
import { newId } from '../db/ids.ts';
import type { Transaction } from '../db/store.ts';
import { attachments, certificates } from '../db/tables.ts';
import type { FileStore } from '../files.ts';
import { toFileName } from '../../storage/file-name.ts';
import type { StoredRow } from './rows.ts';

export const maximumPdfBytes = 32 * 1024 * 1024;
const signature = '%PDF-';
/** Readers accept a header that other bytes precede, within the first kilobyte (ISO 32000-2, annex I). */
const signatureWithin = 1024;
const mediaType = 'application/pdf';

/** The code of what is wrong with a file: neither its name nor its declared type is believed. */
export async function pdfProblem(file: File): Promise<'too-large' | 'not-a-pdf' | undefined> {
  if (file.size > maximumPdfBytes) return 'too-large';
  const head = Buffer.from(await file.slice(0, signatureWithin).arrayBuffer());
  return head.includes(signature, 0, 'latin1') ? undefined : 'not-a-pdf';
}

export interface KeptPdf {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export async function keepPdf(files: FileStore, file: File): Promise<KeptPdf> {
  const content = new Uint8Array(await file.arrayBuffer());
  return { name: toFileName(file.name, 'certificate.pdf'), sizeBytes: content.length, sha256: await files.keep(content) };
}

/** Attaches it in the place of what was attached before; null takes that away. */
export function attachPdf(tx: Transaction, row: StoredRow, clientId: string | null, pdf: KeptPdf | null): void {
  const { at } = tx.context;
  if (row.pdf_attachment_id !== null) tx.softDelete(attachments, row.pdf_attachment_id);
  const id = pdf === null ? null : newId();
  if (pdf !== null && id !== null) {
    tx.insert(attachments, {
      id, client_id: clientId, name: pdf.name, media_type: mediaType, size_bytes: pdf.sizeBytes, sha256: pdf.sha256, created_at: at, updated_at: at, deleted_at: null,
    });
  }
  tx.update(certificates, row.id, { pdf_attachment_id: id, updated_at: at });
}

export const toPdfFile = (name: string, content: Uint8Array): File => new File([new Uint8Array(content)], name, { type: mediaType });
