export { CalendarPage } from './CalendarPage.tsx';
export { CasePage } from './cases/CasePage.tsx';
export { CasesPage } from './cases/CasesPage.tsx';
export { DuePage } from './DuePage.tsx';
export { LettersPage } from './LettersPage.tsx';
export { OrderPage } from './orders/OrderPage.tsx';
export { OrdersPage } from './orders/OrdersPage.tsx';
