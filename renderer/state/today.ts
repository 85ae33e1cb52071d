const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** The calendar day where this computer stands, ISO. */
export const localToday = (now: Date = new Date()): string => `${padded(now.getFullYear(), 4)}-${padded(now.getMonth() + 1, 2)}-${padded(now.getDate(), 2)}`;
