import type { DelayReason } from './types.ts';

/** In the order of a delivery's way; names in the scoring catalogue: `delay.<code>`. */
export const delayReasons = ['CUS', 'SUP', 'PRD', 'QA', 'DOC', 'XCU', 'CAR', 'WX', 'ICU', 'INT'] as const satisfies readonly DelayReason[];

export const isDelayReason = (code: string): code is DelayReason => delayReasons.some((reason) => reason === code);
