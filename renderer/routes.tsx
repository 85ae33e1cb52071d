import { Navigate, Outlet, createHashRouter, useRouteError } from 'react-router';
import { ErrorState } from './components/ErrorState.tsx';
import { LoadingBlock } from './components/Skeleton.tsx';
import { AppFrame } from './shell/AppFrame.tsx';
import { RequireSetUp } from './shell/RequireSetUp.tsx';
import { RequireUnlocked } from './shell/RequireUnlocked.tsx';

/** A page that failed to render or to load keeps the frame around it, so that there is a way out. */
function RouteError() {
  const error = useRouteError();
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        location.reload();
      }}
    />
  );
}

export const routes = [
  {
    path: '/print/client-report/:id',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).ClientReportPrint }),
  },
  {
    path: '/print/portfolio',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).PortfolioPrint }),
  },
  {
    path: '/print/survey/:clientId',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).SurveyPrint }),
  },
  {
    // Without the frame: whoever looks at it is no colleague.
    path: '/survey/:clientId',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./features/survey/index.tsx')).StandPage }),
  },
  {
    path: '/print/due-calendar',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).DueCalendarPrint }),
  },
  {
    path: '/print/calibration-letters',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).LettersPrint }),
  },
  {
    path: '/print/instrument-passport/:id',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).PassportPrint }),
  },
  {
    path: '/print/instrument-labels',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).LabelsPrint }),
  },
  {
    path: '/print/certificate/:id',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./print/index.tsx')).CertificatePrint }),
  },
  {
    path: '/first-run',
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingBlock,
    lazy: async () => ({ Component: (await import('./features/first-run/index.tsx')).FirstRunPage }),
  },
  {
    path: '/',
    element: (
      <RequireSetUp>
        <RequireUnlocked>
          <AppFrame>
            <Outlet />
          </AppFrame>
        </RequireUnlocked>
      </RequireSetUp>
    ),
    children: [
      {
        ErrorBoundary: RouteError,
        HydrateFallback: LoadingBlock,
        children: [
          { index: true, element: <Navigate to="/clients" replace /> },
          { path: 'clients', lazy: async () => ({ Component: (await import('./features/clients/index.tsx')).ClientsPage }) },
          { path: 'clients/:id', lazy: async () => ({ Component: (await import('./features/client/index.tsx')).ClientPage }) },
          { path: 'clients/:id/score', lazy: async () => ({ Component: (await import('./features/score/index.tsx')).ScorePage }) },
          { path: 'clients/:id/report', lazy: async () => ({ Component: (await import('./print/index.tsx')).ClientReportPreview }) },
          { path: 'clients/:clientId/surveys', lazy: async () => ({ Component: (await import('./features/survey/index.tsx')).SurveysPage }) },
          { path: 'clients/:clientId/surveys/enter', lazy: async () => ({ Component: (await import('./features/survey/index.tsx')).SurveyEntryPage }) },
          { path: 'instruments', lazy: async () => ({ Component: (await import('./features/instruments/index.tsx')).InstrumentsPage }) },
          { path: 'instruments/:id/sheet', lazy: async () => ({ Component: (await import('./print/index.tsx')).PassportPreview }) },
          { path: 'instruments/:id', lazy: async () => ({ Component: (await import('./features/instrument/index.tsx')).InstrumentPage }) },
          // One component for both: a new certificate that comes into the store goes on being typed at its own address.
          { path: 'instruments/:instrumentId/certificates/new', lazy: async () => ({ Component: (await import('./features/certificate/index.tsx')).CertificatePage }) },
          { path: 'certificates/:id', lazy: async () => ({ Component: (await import('./features/certificate/index.tsx')).CertificatePage }) },
          { path: 'certificates/:id/print', lazy: async () => ({ Component: (await import('./print/index.tsx')).CertificatePreview }) },
          { path: 'recall', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).DuePage }) },
          { path: 'recall/letters', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).LettersPage }) },
          { path: 'recall/orders', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).OrdersPage }) },
          { path: 'recall/orders/:id', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).OrderPage }) },
          { path: 'recall/cases', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).CasesPage }) },
          { path: 'recall/cases/:id', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).CasePage }) },
          { path: 'recall/letters/print', lazy: async () => ({ Component: (await import('./print/index.tsx')).LettersPreview }) },
          { path: 'recall/calendar', lazy: async () => ({ Component: (await import('./features/recall/index.tsx')).CalendarPage }) },
          { path: 'scan', lazy: async () => ({ Component: (await import('./features/scan/index.tsx')).ScanPage }) },
          { path: 'dcc', lazy: async () => ({ Component: (await import('./features/dcc/index.tsx')).DccPage }) },
          { path: 'certificates/:id/dcc', lazy: async () => ({ Component: (await import('./features/dcc/index.tsx')).SentPage }) },
          { path: 'instruments/labels', lazy: async () => ({ Component: (await import('./print/index.tsx')).LabelsPreview }) },
          { path: 'portfolio', lazy: async () => ({ Component: (await import('./features/portfolio/index.tsx')).PortfolioPage }) },
          { path: 'weights', lazy: async () => ({ Component: (await import('./features/weights/index.tsx')).WeightsPage }) },
          { path: 'playbook', lazy: async () => ({ Component: (await import('./features/playbook/index.tsx')).PlaybookPage }) },
          { path: 'agreement', lazy: async () => ({ Component: (await import('./features/agreement/index.tsx')).AgreementPage }) },
          { path: 'import', lazy: async () => ({ Component: (await import('./features/importing/index.tsx')).ImportPage }) },
          { path: 'company', lazy: async () => ({ Component: (await import('./features/company/index.tsx')).CompanyPage }) },
          { path: 'settings', lazy: async () => ({ Component: (await import('./features/settings/index.tsx')).SettingsPage }) },
          { path: '*', element: <Navigate to="/clients" replace /> },
        ],
      },
    ],
  },
];

export const createRouter = () => createHashRouter(routes);
