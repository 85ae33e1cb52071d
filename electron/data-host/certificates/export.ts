import type { Issue } from '#shared/contract/errors.ts';
import type { Certificate } from '#shared/domain/calibration/index.ts';
import { dccObstacles, tryWriteDcc, tryWriteDccAside } from '../dcc/index.ts';
import { toFileName } from '../../storage/file-name.ts';

export interface Exporter {
  readonly softwareVersion: string;
  /** ISO 3166-1 alpha-2 of our laboratory. */
  readonly countryCode: string | null;
  /** The certificate that this one replaces, and the identifier of its file where it came as one. */
  readonly replaced: { readonly id: string; readonly dccIdentifier: string | null } | null;
}

const identifierPrefix = 'urn:uuid:';
/** The identifier under which the certificate is known wherever its file goes (RFC 9562). */
const identifierOf = (id: string): string => identifierPrefix + id;

/** The certificate that an identifier would name, were it ours. */
export const ownIdentifier = (identifier: string): string | null => (identifier.startsWith(identifierPrefix) ? identifier.slice(identifierPrefix.length) : null);

/** A name that no file system takes amiss. */
const fileNameOf = (number: string): string => `${toFileName(number.replaceAll(/[/\\:]+/gu, '-').replaceAll(/^[.-]+|[.-]+$/gu, ''), 'certificate')}.xml`;

/** More points are written in a thread of their own, so that others are answered meanwhile. */
const asideFromPoints = 500;

/**
 * What of the certificate itself no digital file could say: a control character, a k below 1. Found before it is issued, for
 * after that it can no longer be mended. What the letterhead lacks is another matter, and can.
 */
export const unwritable = (id: string, certificate: Certificate): Issue[] =>
  dccObstacles(certificate, {
    softwareName: 'Peyvand', softwareVersion: '0', uniqueIdentifier: identifierOf(id), countryCode: 'ZZ', languages: ['en'], replacedUniqueIdentifier: null,
  })
    .filter(({ path }) => path.startsWith('document.') || path.startsWith('points.'))
    .map(({ code, path }) => ({ field: path, code }));

/** @returns the file, or what keeps it from being written. */
export async function exportDcc(
  id: string, certificate: Certificate, { softwareVersion, countryCode, replaced }: Exporter,
): Promise<{ readonly fileName: string; readonly xml: string } | { readonly issues: readonly Issue[] }> {
  const written = await (certificate.points.length < asideFromPoints ? tryWriteDcc : tryWriteDccAside)(certificate, {
    softwareName: 'Peyvand', softwareVersion, uniqueIdentifier: identifierOf(id), countryCode: countryCode ?? '', languages: ['en'],
    replacedUniqueIdentifier: replaced && (replaced.dccIdentifier ?? identifierOf(replaced.id)),
  });
  if (!written.ok) return { issues: written.obstacles.map(({ code, path }) => ({ field: path, code })) };
  return { fileName: fileNameOf(certificate.document.number), xml: written.xml };
}
