import type { IndicatorId } from '../model/index.ts';
import type { SuggestedStep } from '../next-steps/index.ts';

type Step = Pick<SuggestedStep, 'code' | 'urgency' | 'indicatorId'>;

interface Action {
  /** null: an action in the exporter's own words. */
  readonly stepCode: string | null;
  readonly indicatorId: string;
}

/** Its fields are matters of their own: asking for an address is not choosing a segment. */
const ofManyMatters: ReadonlySet<IndicatorId> = new Set(['customer-360']);

/** The exporter's own words may mean anything: they are never taken for one of the app's steps. */
const areSameMatter = ({ code, indicatorId }: Step, action: Action): boolean =>
  action.stepCode !== null && (action.stepCode === code || (indicatorId !== null && indicatorId === action.indicatorId && !ofManyMatters.has(indicatorId)));

interface DividedAdvice<S, A> {
  readonly steps: readonly S[];
  readonly actions: readonly A[];
}

/**
 * One matter, one place. Steps tell what stands open or goes wrong in the records and cannot wait; actions tell what would
 * raise the score and how far. Where both speak of the same matter (the same step, or the same indicator), the step keeps it
 * while it is pressing, since somebody waits and it names the records; else the action does, since it names the gain.
 * The order of both lists stays.
 */
export const divideAdvice = <S extends Step, A extends Action>(steps: readonly S[], actions: readonly A[]): DividedAdvice<S, A> => {
  const pressing = steps.filter(({ urgency }) => urgency !== 'plan');
  const left = actions.filter((action) => !pressing.some((step) => areSameMatter(step, action)));
  return { steps: steps.filter((step) => step.urgency !== 'plan' || !left.some((action) => areSameMatter(step, action))), actions: left };
};
