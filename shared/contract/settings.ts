import { z } from 'zod';
import { labelStockIds } from '../domain/calibration/index.ts';
import { clientListInput } from './clients.ts';
import { countryCode, day, id, line, optionalLine, windowLanguage } from './common.ts';
import { procedure } from './errors.ts';

/** A question to the client list that is asked again and again, under a name of its own. */
export const savedView = z.object({ name: z.string().trim().min(1).max(80), list: clientListInput.omit({ offset: true, limit: true }) });
export type SavedView = z.output<typeof savedView>;
export const mostSavedViews = 50;

export const preferences = z.object({
  language: windowLanguage,
  calendar: z.enum(['gregory', 'persian']),
  digits: z.enum(['latn', 'arabext']),
  theme: z.enum(['system', 'light', 'dark']),
  paper: z.enum(['A4', 'Letter']),
  /** The day that scores are read at; null is today. For a store whose newest record is long past. */
  scoringOn: day.nullable(),
  /** Days early and late that still count as on time, against the first promise (delivery window −early…+late). */
  windowEarlyDays: z.int().min(0).max(365),
  windowLateDays: z.int().min(0).max(365),
  /** How often a client should hear from us where nothing else was agreed. */
  rhythmDays: z.int().min(1).max(730),
  /** T: hours by the clock within which a client's message is to be answered. */
  answerWithinHours: z.int().min(1).max(336),
  /** 0–100: a dimension at or above it carries the client to the next stage. */
  stageThreshold: z.number().min(1).max(99),
  /** What labels are printed on, and how far this printer is off, millimetres to the right and downwards. */
  labelStock: z.enum(labelStockIds),
  labelOffsetXMm: z.number().min(-10).max(10),
  labelOffsetYMm: z.number().min(-10).max(10),
  savedViews: z.array(savedView).max(mostSavedViews),
  setUp: z.boolean(),
});
export type Preferences = z.output<typeof preferences>;

export const defaultPreferences: Preferences = {
  language: 'en', calendar: 'gregory', digits: 'latn', theme: 'system', paper: 'A4', scoringOn: null,
  windowEarlyDays: 2, windowLateDays: 0, rhythmDays: 30, answerWithinHours: 8, stageThreshold: 50, setUp: false,
  labelStock: 'a4-3x8', labelOffsetXMm: 0, labelOffsetYMm: 0, savedViews: [],
};

export const organisation = z.object({
  name: line,
  countryCode: countryCode.nullable(),
  address: optionalLine,
  phone: optionalLine,
  email: optionalLine,
  website: optionalLine,
});
export type Organisation = z.output<typeof organisation>;

/** PNG, JPEG or SVG-free raster as base64: at most 2 MB, kept in the file store by its hash. */
export const logo = z.object({ mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']), base64: z.base64().max(2_800_000) });
export type Logo = z.output<typeof logo>;

export const staffMember = z.object({ id, name: line });

export const settings = {
  get: procedure.output(
    z.object({ preferences, organisation: organisation.nullable(), me: staffMember.nullable(), logo: logo.nullable() }),
  ),
  /** Changes the named choices only. Choices that touch scores cause a rescoring, which `scores.rescore` reports. */
  setPreferences: procedure.input(preferences.partial()).output(preferences),
  setOrganisation: procedure.input(organisation).output(organisation),
  /** null takes the logo away. */
  setLogo: procedure.input(logo.nullable()).output(z.object({ hasLogo: z.boolean() })),
  /** The person at this computer: the name that the audit log and ratings carry. */
  setMe: procedure.input(z.object({ name: line })).output(staffMember),
  staff: procedure.output(z.array(staffMember)),
};
