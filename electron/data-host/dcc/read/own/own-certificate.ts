import type { Element } from '@xmldom/xmldom';
import type { Certificate } from '#shared/domain/calibration/types.ts';
import { ownLink, ownNamespace, ownRelease } from '../../ref-types.ts';
import { all, first, textOf } from '../xml.ts';
import { ownDocumentOf } from './own-document.ts';
import { ownPointsOf } from './own-points.ts';
import { Unlike } from './own-xml.ts';

/** Whether the document declares our refTypes, in the release that is understood here. */
const isOurs = (root: Element): boolean =>
  all(first(first(root, 'administrativeData'), 'refTypeDefinitions'), 'refTypeDefinition').some((definition) =>
    textOf(first(definition, 'namespace')) === ownNamespace && textOf(first(definition, 'link')) === ownLink && textOf(first(definition, 'release')) === ownRelease);

/**
 * A certificate that `writeDcc` wrote, exactly as it was: every part is found by its refType, nothing is taken from names or
 * structure. Null where the document is not ours, or was changed into what we do not write; then it is read as anyone's.
 */
export function ownCertificateOf(root: Element): Certificate | null {
  const [measurementResult, another] = all(first(root, 'measurementResults'), 'measurementResult');
  if (!isOurs(root) || !measurementResult || another) return null;
  try {
    return { document: ownDocumentOf(root, measurementResult), points: ownPointsOf(all(first(measurementResult, 'results'), 'result')) };
  } catch (error) {
    if (error instanceof Unlike) return null;
    throw error;
  }
}
