import type { CompanyFacts } from './types.ts';

/** Nothing recorded of any client. */
export const emptyCompanyFacts: CompanyFacts = { interactionMonths: [], contentQuarters: [] };
