import type { ReactNode } from 'react';

export function AppFrame({ children }: { readonly children: ReactNode }) {
  return <main className="mx-auto max-w-7xl p-6">{children}</main>;
}
