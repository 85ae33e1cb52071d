export { CalendarPage } from './CalendarPage.tsx';
export { DuePage } from './DuePage.tsx';
export { LettersPage } from './LettersPage.tsx';
