import type { IndicatorId } from '../model/index.ts';
import type { StepCode } from '../next-steps/index.ts';

/**
 * Events that are assumed to come of something, with how they come out. A number (y in 0–1): it lies in the exporter's own
 * hands. null: the client decides, and the best guess is the indicator's own posterior mean, (S + m·p0)/(N + m). One event
 * more at that mean does not move an indicator that has data, which is honest: asking again for what this client usually
 * grants half of the time teaches nothing new, and only doing better does.
 */
interface AssumedEvents {
  readonly indicatorId: IndicatorId;
  readonly outcome: number | null;
  readonly eventCount: number;
}

/** What stands open in a client's records and can be put right at once; each record has its own effect. */
export const repairs = ['missing-fields', 'missing-social', 'open-feedback', 'people-without-basis', 'waiting-ideas'] as const;
export type Repair = (typeof repairs)[number];

/** 1 under an hour … 5 a matter of weeks; see {@link effortHours}. */
export type Effort = 1 | 2 | 3 | 4 | 5;

/** A working time to think of, in hours. */
export const effortHours: Readonly<Record<Effort, number>> = { 1: 0.5, 2: 2, 3: 8, 4: 24, 5: 80 };

/** One thing that an exporter can do for a client, with the events of `indicatorId` that it assumes will come of it. */
export interface PlaybookEntry extends AssumedEvents {
  readonly id: string;
  /** A step of the catalogue in both languages; null: `title` says it in the exporter's own words. */
  readonly stepCode: StepCode | null;
  readonly title: string | null;
  readonly effort: Effort;
  /** What it brings about besides. */
  readonly also: readonly AssumedEvents[];
  readonly repairs: readonly Repair[];
  /** 'late-lines': only for a client of whom a line came late, or is late, in the last half year. */
  readonly when: 'always' | 'late-lines';
}

export interface PlaybookProblem {
  readonly field: 'title' | 'effort' | 'outcome' | 'eventCount';
}
