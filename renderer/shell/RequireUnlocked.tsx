import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { readSitting } from '#renderer/survey/sitting.ts';

/** While a client has the laptop no address leads into the app, typed or from the history: all lead back to the survey. */
export function RequireUnlocked({ children }: { readonly children: ReactNode }) {
  // Asked at every change of the address.
  useLocation();
  const sitting = readSitting();
  return sitting === null ? children : <Navigate to={`/survey/${sitting.clientId}?language=${sitting.language}`} replace />;
}
