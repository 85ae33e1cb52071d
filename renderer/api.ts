import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import type { desktopContract } from '#shared/contract/desktop.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { ConnectionLostError, dataLink, desktopLink, onDesktop, onRenewed } from './connection.ts';

export type DesktopClient = ContractRouterClient<typeof desktopContract>;

/** All that the data host can do. `await api.clients.get({ id })` */
export const api: ContractClient = createORPCClient(dataLink);

/** The same for TanStack Query. `useQuery(queries.clients.get.queryOptions({ input: { id } }))` */
export const queries = createTanstackQueryUtils(api);

/** What only the desktop can do (PDF, print, menu); null over the loopback. */
export const desktop: DesktopClient | null = onDesktop() ? createORPCClient<DesktopClient>(desktopLink) : null;

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // The data lives on this computer: the network's state means nothing to it.
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
        retry: (failures, error) => error instanceof ConnectionLostError && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
    // A change of one record moves scores, counts and lists elsewhere; what is on screen is read again.
    mutationCache: new MutationCache({ onSettled: () => client.invalidateQueries() }),
  });
  onRenewed(() => {
    void client.invalidateQueries();
  });
  return client;
}

export const queryClient = createQueryClient();
