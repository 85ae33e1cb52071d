import { orderSteps } from '#shared/domain/calibration/index.ts';
import type { OrderStep } from '#shared/domain/calibration/index.ts';
import type { CalibrationOrder } from '#shared/contract/recall.ts';

/** A step of the way as it is drawn: `left-out` where a later one was taken without it. */
export interface DrawnStep {
  readonly step: 'booked' | OrderStep;
  readonly on: string | null;
  readonly state: 'done' | 'next' | 'ahead' | 'left-out';
}

export function drawnSteps({ bookedOn, steps, next }: Pick<CalibrationOrder, 'bookedOn' | 'steps' | 'next'>): readonly DrawnStep[] {
  const last = orderSteps.findLastIndex((step) => steps[step] !== null);
  return [
    { step: 'booked', on: bookedOn, state: 'done' },
    ...orderSteps.map((step, index): DrawnStep => {
      const on = steps[step];
      if (on !== null) return { step, on, state: 'done' };
      if (index < last) return { step, on, state: 'left-out' };
      return { step, on, state: next.includes(step) ? 'next' : 'ahead' };
    }),
  ];
}

/** Where it stands: the newest step and its day. */
export function standOf({ bookedOn, steps }: Pick<CalibrationOrder, 'bookedOn' | 'steps'>): { readonly step: 'booked' | OrderStep; readonly on: string } {
  for (const step of orderSteps.toReversed()) {
    const on = steps[step];
    if (on !== null) return { step, on };
  }
  return { step: 'booked', on: bookedOn };
}

export type TakenStep = Exclude<OrderStep, 'certificate'>;
/** A certificate is written, not ticked off. */
export const isTaken = (step: OrderStep): step is TakenStep => step !== 'certificate';
