import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Toaster } from './components/Toaster.tsx';
import { DesktopEvents } from './shell/DesktopEvents.tsx';
import { Locale } from './shell/Locale.tsx';
import { StoreBoundary } from './shell/StoreBoundary.tsx';

/** Everything around the routes. */
export function App({ queryClient, children }: { readonly queryClient: QueryClient; readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Locale>
        <StoreBoundary>{children}</StoreBoundary>
        <Toaster />
        <DesktopEvents />
      </Locale>
    </QueryClientProvider>
  );
}
