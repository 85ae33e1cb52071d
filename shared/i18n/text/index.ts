export { normaliseForSearch, phoneDigits, searchWords } from './search.ts';
export { sortKey } from './sort-key.ts';
