/** Kinds of instruments of the trade, for their usual intervals. */
export const instrumentTypes = [
  'torque-tool', 'caliper', 'micrometer', 'dial-indicator', 'pressure-gauge', 'plug-gauge', 'ring-gauge', 'gauge-block', 'other',
] as const;
export type InstrumentType = (typeof instrumentTypes)[number];

export interface CalibrationInterval {
  /** Calendar months. */
  readonly months: number;
  /** Whatever comes first; null: time alone counts. */
  readonly cycles: number | null;
}

const yearly: CalibrationInterval = { months: 12, cycles: null };
const everyTwoYears: CalibrationInterval = { months: 24, cycles: null };

const usual: Readonly<Record<InstrumentType, CalibrationInterval>> = {
  // ISO 6789-1:2017: a year or 5000 cycles for hand torque tools, where the user has set nothing else.
  'torque-tool': { months: 12, cycles: 5000 },
  caliper: yearly, micrometer: yearly, 'dial-indicator': yearly, 'pressure-gauge': yearly,
  'plug-gauge': everyTwoYears, 'ring-gauge': everyTwoYears, 'gauge-block': yearly, other: yearly,
};

/** What a kind of instrument starts with, until its own history or an agreement says otherwise. */
export const defaultInterval = (type: InstrumentType): CalibrationInterval => usual[type];
