import type { TFunction } from 'i18next';
import { foldDigits } from '#shared/domain/importing/normalise.ts';
import { localToday } from '#renderer/state/today.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** The ISO calendar day on this computer's wall at an instant. */
export const dayOfInstant = (instant: string): string => localToday(new Date(instant));

/** The wall-clock time of an instant as HH:MM. */
export const timeOfInstant = (instant: string): string => {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** Day and wall-clock time of this computer to an instant (ISO UTC). */
export function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00`).toISOString();
}

/** HH:MM from what a person typed ("9:05", "0905", "۹:۰۵"); null where it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*[:.٫]?\s*(\d{2})\s*$/u.exec(foldDigits(text));
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null;
}

/** `Delivered − promised` in words: "3 days late", "On the day", "2 days early". */
export const latenessWords = (t: TFunction, days: number): string => (days < 0 ? t('records:earliness', { days: -days }) : t('records:lateness', { days }));
