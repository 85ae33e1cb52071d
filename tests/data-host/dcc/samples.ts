import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'vitest';
import { readDcc } from '#electron/data-host/dcc/index.ts';
import type { DccContents, SchemaFile } from '#electron/data-host/dcc/index.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/types.ts';

/** PTB's samples and schemas are LGPL and stay out of the project; they lie beside it where it is developed. */
const folder = path.join(import.meta.dirname, '../../../../shared/data/dcc');

export function needsSamples({ skip }: TestContext): void {
  if (!existsSync(folder)) skip('PTB’s samples and schemas (../shared/data/dcc) are not here');
}

export const sample = (name: string): Uint8Array => readFileSync(path.join(folder, 'samples', name));

/** All schemas as a person would pick them: their names say little, so two are called SI_Format.xsd. */
export const officialSchemas = (): SchemaFile[] =>
  readdirSync(path.join(folder, 'xsd'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xsd'))
    .map((name) => ({ fileName: path.basename(name), text: readFileSync(path.join(folder, 'xsd', name), 'utf8') }));

export const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml);

export function contentsOf(xml: Uint8Array | string, languages: readonly string[] = ['en']): DccContents {
  const reading = readDcc(typeof xml === 'string' ? bytesOf(xml) : xml, { languages });
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading;
}

export function onlyCertificate(contents: DccContents) {
  const [only, another] = contents.certificates;
  if (!only || another) throw new Error('one certificate expected');
  return only.certificate;
}

export const pointsOf = (xml: Uint8Array | string, languages?: readonly string[]): readonly MeasurementPoint[] =>
  onlyCertificate(contentsOf(xml, languages)).points;

function part(name: string, value: MeasurementPoint['error']): string[] {
  if (!value) return [];
  const { uncertainty } = value;
  return [`${name} ${value.value ?? 'none'} ${value.unit}${uncertainty ? ` ± ${uncertainty.expanded} (k=${uncertainty.coverageFactor})` : ''}`];
}

/** A point in one line: reference, measured, error ± U (k) and their units. */
export function inShort(point: MeasurementPoint): string {
  return [...part('reference', point.reference), ...part('measured', point.measured), ...part('error', point.error)].join(', ');
}
