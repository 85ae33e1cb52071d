import type { Certificate } from '#shared/domain/calibration/types.ts';
import { iso639Of } from '../language-tag.ts';
import { administrativeParts } from './administrative.ts';
import type { WriteContext } from './context.ts';
import { measurementResults } from './measurement.ts';
import { dccObstacles } from './obstacles.ts';
import type { Obstacle } from './obstacles.ts';
import { statements } from './statements.ts';
import { tidied } from './tidy.ts';
import { Wording } from './wording.ts';
import { dcc, serialised } from './xml.ts';

const schemaVersion = '3.3.0';
const schemaLocation = `https://ptb.de/dcc https://ptb.de/dcc/v${schemaVersion}/dcc.xsd`;

/** The certificate says something that a DCC cannot carry. */
export class DccUnwritable extends Error {
  readonly obstacles: readonly Obstacle[];

  constructor(obstacles: readonly Obstacle[]) {
    super(`not to be written as a DCC: ${obstacles.map(({ code, path }) => `${path} ${code}`).join(', ')}`);
    this.name = 'DccUnwritable';
    this.obstacles = obstacles;
  }
}

/**
 * The certificate as a digital calibration certificate, DCC 3.3.0 with D-SI 2.2.1 (PTB), as the text of a UTF-8 file.
 *
 * Everything that it says stands in the file: in the format's own elements under the refTypes of its good practice, and what
 * they have no place for under refTypes of our own (ref-types.ts). `readDcc` gives `tidied(certificate)` back.
 *
 * @throws DccUnwritable Where it says what XML or D-SI cannot; `dccObstacles` finds the same before.
 */
export function writeDcc(certificate: Certificate, context: WriteContext): string {
  const obstacles = dccObstacles(certificate, context);
  if (obstacles.length > 0) throw new DccUnwritable(obstacles);
  const said = tidied(certificate);
  const { softwareName, softwareVersion, uniqueIdentifier, countryCode, replacedUniqueIdentifier } = context;
  const identity = { softwareName: softwareName.trim(), softwareVersion: softwareVersion.trim(), uniqueIdentifier: uniqueIdentifier.trim(), countryCode, replacedUniqueIdentifier: replacedUniqueIdentifier?.trim() ?? null };
  const wording = new Wording(iso639Of(said.document.language) ?? '', context.languages.map(iso639Of).filter((code) => code !== null));
  return serialised(dcc('digitalCalibrationCertificate', [
    dcc('administrativeData', [...administrativeParts(said.document, identity, wording), statements(said.document, wording)]),
    measurementResults(said, wording),
  ], { schemaVersion }), schemaLocation);
}
