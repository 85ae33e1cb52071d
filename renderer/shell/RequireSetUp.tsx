import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { usePreferences } from '#renderer/state/preferences.ts';

/** A store that nobody has introduced themselves to begins with the first run. */
export function RequireSetUp({ children }: { readonly children: ReactNode }) {
  return usePreferences().setUp ? children : <Navigate to="/first-run" replace />;
}
