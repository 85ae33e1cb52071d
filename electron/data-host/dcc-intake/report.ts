import type { DccCandidate, DccFinding, DccItem, DccReport, DccTakenBefore } from '#shared/contract/dcc.ts';
import type { CalibratedItem } from '#shared/domain/calibration/index.ts';
import type { DccContents } from '../dcc/index.ts';
import type { Connection } from '../db/store.ts';
import { ownIdentifier } from '../certificates/index.ts';
import { findBySerial, readInstrument } from '../instruments/index.ts';
import type { Candidate } from '../instruments/index.ts';
import { fit } from './fit.ts';
import { embeddedList, findingsOf } from './reading.ts';
import type { Read } from './reading.ts';
import type { StagedDcc } from './staged.ts';

const shownPoints = 50;

const matchOf = ({ match, foundBy }: Candidate): DccCandidate['match'] => {
  if (foundBy === 'asset-number') return 'asset-number';
  return match === 'certain' ? 'serial-and-maker' : 'serial';
};

export const candidatesOf = (connection: Connection, { serial, manufacturer, model, assetNumber }: CalibratedItem): DccCandidate[] =>
  findBySerial(connection, { serial, manufacturer, model, assetNumber }).flatMap((candidate) => {
    const instrument = readInstrument(connection, candidate.id);
    return instrument ? [{ id: instrument.id, serial: instrument.serial, name: instrument.name, clientName: instrument.clientName, match: matchOf(candidate) }] : [];
  });

/** What the same item of the same file became, else of another file of the same identifier; one that we wrote ourselves is known as well. */
export function takenBefore(connection: Connection, sha256: string, identifier: string, item: number): DccTakenBefore | null {
  const own = ownIdentifier(identifier);
  const row = connection.get<{ id: string; number: string; is_same: number }>(
    `SELECT id, number, dcc_sha256 IS @sha256 OR id IS @own AS is_same FROM certificates
     WHERE deleted_at IS NULL AND state = 'issued' AND (id IS @own OR (dcc_item = @item AND (dcc_sha256 = @sha256 OR (dcc_identifier = @identifier AND @identifier <> ''))))
     ORDER BY is_same DESC, created_at DESC, id DESC LIMIT 1`,
    { sha256, identifier, item, own },
  );
  return row ? { certificateId: row.id, number: row.number, isSame: row.is_same === 1 } : null;
}

interface ReportedItem extends DccItem {
  readonly fitting: readonly DccFinding[];
}

async function itemOf(connection: Connection, { sha256 }: StagedDcc, contents: DccContents, item: number, pulse: () => Promise<void>): Promise<ReportedItem | undefined> {
  const read = contents.certificates[item];
  if (!read) return undefined;
  const { certificate: { document, points }, findings: fitting } = await fit(read.certificate, pulse);
  return {
    item, certificate: { document }, pointCount: points.length, firstPoints: points.slice(0, shownPoints), pointsAre: read.pointsAre,
    candidates: candidatesOf(connection, document.item), takenBefore: takenBefore(connection, sha256, contents.uniqueIdentifier, item), fitting,
  };
}

/** @throws DccRefused where what it says does not fit. */
export async function reportOf(connection: Connection, staged: StagedDcc, { contents, signature, schemaFindings, schemaProblem }: Read, pulse: () => Promise<void>): Promise<DccReport> {
  const items: ReportedItem[] = [];
  for (const item of contents.certificates.keys()) {
    const reported = await itemOf(connection, staged, contents, item, pulse);
    if (reported) items.push(reported);
  }
  const [first, ...more] = items.map(({ fitting: _fitting, ...item }): DccItem => item);
  if (!first) throw new RangeError('A reading without any item');
  return {
    ...first, moreItems: more,
    uploadId: staged.id, fileName: staged.fileName, sizeBytes: staged.sizeBytes, schemaVersion: contents.schemaVersion,
    uniqueIdentifier: contents.uniqueIdentifier, languages: [...contents.languages.used], view: contents.view,
    findings: findingsOf(contents, items.flatMap(({ fitting }) => fitting)), signature, schemaFindings, schemaProblem, embedded: embeddedList(contents),
  };
}
