import type { Certificate, InfluenceCondition, StandardUsed } from '#shared/domain/calibration/types.ts';
import { refTypes, ownRefTypes } from '../ref-types.ts';
import { identification } from './administrative.ts';
import { real, relativeSingle, unitOne } from './quantity.ts';
import { results } from './results.ts';
import type { Wording } from './wording.ts';
import { dcc, dccText, refType } from './xml.ts';
import type { XmlNode } from './xml.ts';

function equipment(standard: StandardUsed, wording: Wording): XmlNode {
  const identifications = [
    standard.serial === null ? null : identification(wording, 'manufacturer', standard.serial, null, 'serial', refType(refTypes.serialNumber)),
    standard.certificateNumber === null ? null : identification(wording, 'other', standard.certificateNumber, null, 'certificate', refType(refTypes.certificateNumber)),
  ].filter((found) => found !== null);
  return dcc('measuringEquipment', [
    wording.text('name', standard.name),
    standard.manufacturer === null ? null : dcc('manufacturer', [wording.name('name', standard.manufacturer)]),
    dccText('model', standard.model),
    identifications.length === 0 ? null : dcc('identifications', identifications),
    standard.dueOn === null ? null : dcc('measuringEquipmentQuantities', [
      dcc('measuringEquipmentQuantity', [wording.label('name', 'dueOn'), dcc('charsXMLList', standard.dueOn)], refType(ownRefTypes.dueOn)),
    ]),
  ], refType(refTypes.normalUsed));
}

const humidity = /humid|feucht|رطوبت|رطوبة|влажн/iu;

/** The two that other software looks for; a temperature is known by its unit, a humidity by its name and that it has none. */
function kindOf({ name, unit }: InfluenceCondition): string | null {
  if (unit !== null && /\\(?:degree[cC]elsius|kelvin)$/u.test(unit)) return refTypes.temperature;
  return (unit === String.raw`\percent` || unit === unitOne) && humidity.test(name) ? refTypes.humidityRelative : null;
}

const statusOf = { 'before-adjustment': 'beforeAdjustment', 'after-adjustment': 'afterAdjustment' } as const;

function condition(stated: InfluenceCondition, wording: Wording): XmlNode {
  const { stage, value, unit, uncertainty } = stated;
  const names = [...(unit === null ? [ownRefTypes.withoutUnit] : []), ...(uncertainty?.kind === 'relative' ? [ownRefTypes.statedRelative] : [])];
  const kinds = [kindOf(stated), stage === 'both' ? ownRefTypes.bothStages : null].filter((found) => found !== null);
  const hasQuantity = value !== null || unit !== null || uncertainty !== null;
  const data = [
    hasQuantity ? dcc('quantity', [real({ value, unit: unit ?? unitOne, uncertainty }), relativeSingle(uncertainty)], names.length > 0 ? refType(...names) : {}) : null,
    wording.optionalText('text', stated.text),
  ].filter((found) => found !== null);
  return dcc('influenceCondition', [
    wording.text('name', stated.name),
    stage === null || stage === 'both' ? null : dcc('status', statusOf[stage]),
    dcc('data', data.length > 0 ? data : [dcc('text', [])]),
  ], kinds.length > 0 ? refType(...kinds) : {});
}

export const measurementResults = ({ document, points }: Certificate, wording: Wording): XmlNode => dcc('measurementResults', [dcc('measurementResult', [
  wording.label('name', 'results'),
  document.method === null ? null : dcc('usedMethods', [dcc('usedMethod', [wording.text('name', document.method)], refType(refTypes.calibrationMethod))]),
  document.standards.length === 0 ? null : dcc('measuringEquipments', document.standards.map((standard) => equipment(standard, wording))),
  document.conditions.length === 0 ? null : dcc('influenceConditions', document.conditions.map((stated) => condition(stated, wording))),
  results(points, wording),
])]);
