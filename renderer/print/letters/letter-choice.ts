import { papers } from '../paper.ts';
import type { Paper } from '../paper.ts';

/** Which letters a batch prints: those named, or all that were not sent yet. */
export interface LetterBatch {
  readonly ids: readonly string[] | 'unsent';
  readonly paper: Paper;
}

export const readLetterBatch = (query: URLSearchParams): LetterBatch => ({
  ids: query.get('batch') === 'unsent' ? 'unsent' : [...new Set(query.getAll('id'))],
  paper: papers.find((paper) => paper === query.get('paper')) ?? 'A4',
});

/** The route that shows nothing but the letters. `printRoute` of the desktop contract holds it. */
export function letterRoute({ ids, paper }: LetterBatch): string {
  const query = new URLSearchParams({ paper });
  if (ids === 'unsent') query.set('batch', 'unsent');
  else for (const id of ids) query.append('id', id);
  return `/print/calibration-letters?${query.toString()}`;
}
