import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Preferences } from '#shared/contract/settings.ts';
import { api, queries } from '#renderer/api.ts';

/** The store's state, and its settings once it is open: a store that was refused is never asked for them. */
export function useStore() {
  const status = useQuery(queries.system.status.queryOptions());
  const settings = useQuery(queries.settings.get.queryOptions({ enabled: status.data?.state === 'ready' }));
  return { status, settings };
}

/** Choices of this store; the app's boundary has loaded them before any page is shown. */
export function usePreferences(): Preferences {
  return useSuspenseQuery(queries.settings.get.queryOptions()).data.preferences;
}

export function useSettings() {
  return useSuspenseQuery(queries.settings.get.queryOptions()).data;
}

/** Changes some choices; the window follows at once, before the store has answered. */
export function useSetPreferences() {
  const client = useQueryClient();
  const { queryKey } = queries.settings.get.queryOptions();
  return useMutation({
    mutationFn: (changes: Partial<Preferences>) => api.settings.setPreferences(changes),
    onMutate: async (changes) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, { ...before, preferences: { ...before.preferences, ...changes } });
      return { before };
    },
    onError: (_error, _changes, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
  });
}
