export const steps = ['file', 'columns', 'check', 'done'] as const;
export type StepId = (typeof steps)[number];

/** How far the import has come; a step behind it can be gone back to. */
export interface Reached {
  readonly hasTable: boolean;
  readonly isMapped: boolean;
  readonly isImporting: boolean;
  readonly isDone: boolean;
}

/** The last step that can be shown now. */
export const furthestStep = ({ hasTable, isMapped, isImporting, isDone }: Reached): StepId =>
  isDone ? 'done' : isImporting ? 'check' : !hasTable ? 'file' : isMapped ? 'check' : 'columns';

/** The step to show for what the address asks: while rows are written and after that there is no way back into the choices. */
export function shownStep(asked: string | null, reached: Reached): StepId {
  const furthest = furthestStep(reached);
  if (reached.isDone || reached.isImporting) return furthest;
  const wished = steps.find((step) => step === asked) ?? 'file';
  return steps.indexOf(wished) <= steps.indexOf(furthest) ? wished : furthest;
}
