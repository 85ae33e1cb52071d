import type { ClientFilter } from '#shared/contract/clients.ts';
import { filterQuery } from '#renderer/client-filter/filter-route.ts';
import type { ReportChoice } from './report-choice.ts';

/** The route that shows nothing but the portfolio of a filter, ready for paper. */
export function portfolioRoute(filter: ClientFilter, { language, calendar, digits, paper }: ReportChoice): string {
  const narrowed = filterQuery(filter);
  return `/print/portfolio?language=${language}&paper=${paper}&calendar=${calendar}&digits=${digits}${narrowed === '' ? '' : `&${narrowed}`}`;
}
