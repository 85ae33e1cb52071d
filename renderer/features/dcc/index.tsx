export { DccPage } from './DccPage.tsx';
export { SentPage } from './SentPage.tsx';
