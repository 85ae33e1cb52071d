export { CalendarPage } from './CalendarPage.tsx';
export { DuePage } from './DuePage.tsx';
