/** A result on record of the instrument that now failed, as it was left. */
export interface EarlierCalibration {
  readonly calibratedOn: string;
  /** It left the laboratory within tolerance. null: not judged. */
  readonly isGood: boolean | null;
}

/** Days, both included, on which the instrument may have measured wrongly. `fromOn` null: it was never known to be good. */
export interface DoubtfulWindow {
  readonly fromOn: string | null;
  readonly toOn: string;
}

/**
 * From the last calibration before the failure that left it good to the day on which it was found out of tolerance. Both days
 * belong to it: it was used on either. @param foundOn day of the as-found result
 */
export const doubtfulWindow = (foundOn: string, earlier: readonly EarlierCalibration[]): DoubtfulWindow => {
  let fromOn: string | null = null;
  for (const { calibratedOn, isGood } of earlier) {
    if (isGood === true && calibratedOn < foundOn && (fromOn === null || calibratedOn > fromOn)) fromOn = calibratedOn;
  }
  return { fromOn, toOn: foundOn };
};

/** Something that rests on the instrument: a certificate for which it was the standard, a delivery, a measurement. */
export interface Reachable {
  /** First day of it; null: not known. */
  readonly fromOn: string | null;
  /** Last day of it; null: the first one. */
  readonly toOn: string | null;
}

/**
 * Which records lie in the window, by any of their days. Those without a day come apart: nobody can say that they do not.
 */
export const inReach = <Item extends Reachable>(window: DoubtfulWindow, records: readonly Item[]): { readonly inside: readonly Item[]; readonly undated: readonly Item[] } => {
  const undated = records.filter(({ fromOn, toOn }) => fromOn === null && toOn === null);
  const inside = records.filter(({ fromOn, toOn }) => {
    const first = fromOn ?? toOn;
    const last = toOn ?? fromOn;
    return first !== null && last !== null && first <= window.toOn && (window.fromOn === null || last >= window.fromOn);
  });
  return { inside, undated };
};
