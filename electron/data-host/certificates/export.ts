import type { Certificate } from '#shared/domain/calibration/index.ts';
import { DccUnwritable, writeDcc } from '../dcc/index.ts';
import type { Issue } from './write.ts';

export interface Exporter {
  readonly softwareVersion: string;
  /** ISO 3166-1 alpha-2 of our laboratory. */
  readonly countryCode: string | null;
}

const identifierPrefix = 'urn:uuid:';
/** The identifier under which the certificate is known wherever its file goes (RFC 9562). */
const identifierOf = (id: string): string => identifierPrefix + id;

/** The certificate that an identifier would name, were it ours. */
export const ownIdentifier = (identifier: string): string | null => (identifier.startsWith(identifierPrefix) ? identifier.slice(identifierPrefix.length) : null);

/** A name that no file system takes amiss. */
const fileNameOf = (number: string): string => `${number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[.-]+|[.-]+$/gu, '') || 'certificate'}.xml`;

/** @returns the file, or what keeps it from being written. */
export function exportDcc(id: string, certificate: Certificate, { softwareVersion, countryCode }: Exporter): { readonly fileName: string; readonly xml: string } | { readonly issues: readonly Issue[] } {
  try {
    const xml = writeDcc(certificate, {
      softwareName: 'Peyvand', softwareVersion, uniqueIdentifier: identifierOf(id), countryCode: countryCode ?? '', languages: ['en'],
    });
    return { fileName: fileNameOf(certificate.document.number), xml };
  } catch (error) {
    if (!(error instanceof DccUnwritable)) throw error;
    return { issues: error.obstacles.map(({ code, path }) => ({ field: path, code })) };
  }
}
