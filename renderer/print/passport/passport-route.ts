import type { ReportChoice } from '../report-choice.ts';

/** The route that shows nothing but the passport, ready for paper. `printRoute` of the desktop contract holds it. */
export const passportRoute = (id: string, { language, calendar, digits, paper }: ReportChoice): string =>
  `/print/instrument-passport/${id}?language=${language}&paper=${paper}&calendar=${calendar}&digits=${digits}`;
