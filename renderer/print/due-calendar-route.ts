import type { ReportChoice } from './report-choice.ts';

/** The route that shows nothing but the month around a day, in the reader's calendar. @param day ISO */
export const dueCalendarRoute = (day: string, { language, calendar, digits, paper }: ReportChoice): string =>
  `/print/due-calendar?day=${day}&language=${language}&paper=${paper}&calendar=${calendar}&digits=${digits}`;
