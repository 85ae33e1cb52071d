/** The way of a calibration order, in its sequence. */
export const orderSteps = ['received', 'as-found', 'adjusted', 'as-left', 'certificate', 'shipped'] as const;
export type OrderStep = (typeof orderSteps)[number];

/** The day of each step that was taken, null for the others. */
export type OrderProgress = Readonly<Record<OrderStep, string | null>>;

const following: Readonly<Record<OrderStep, readonly OrderStep[]>> = {
  received: ['as-found'],
  // An adjustment is a choice; without one what was found is what is left.
  'as-found': ['adjusted', 'certificate'],
  adjusted: ['as-left'],
  'as-left': ['certificate'],
  certificate: ['shipped'],
  shipped: [],
};

/** What may come next; empty once it was shipped. */
export const nextOrderSteps = (progress: OrderProgress): readonly OrderStep[] => {
  const last = orderSteps.findLast((step) => progress[step] !== null);
  return last === undefined ? ['received'] : following[last];
};
