const STALE_DAYS = 180;
const DAY_MS = 86_400_000;

export interface ReadingChoice {
  /** The newest day of the file, ISO. */
  readonly newestOn: string;
  readonly proposed: 'newest' | 'unchanged';
}

interface Days {
  readonly newestOn: string | null;
  /** The newest day that records already here speak of. */
  readonly newestRecordOn: string | null;
  /** The reading day that was chosen before; null: today. */
  readonly scoringOn: string | null;
  readonly today: string;
}

/**
 * Whether a file ends so long ago that, read today, it would hardly count: then the person is asked, and its own last day is
 * proposed where nothing newer is here. null: there is nothing to ask. All days are ISO.
 */
export function readingChoice({ newestOn, newestRecordOn, scoringOn, today }: Days): ReadingChoice | null {
  if (newestOn === null || newestOn === scoringOn) return null;
  if (Date.parse(scoringOn ?? today) - Date.parse(newestOn) <= STALE_DAYS * DAY_MS) return null;
  return { newestOn, proposed: newestRecordOn === null || newestRecordOn <= newestOn ? 'newest' : 'unchanged' };
}
