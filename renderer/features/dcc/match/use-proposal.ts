import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DccItem } from '#shared/contract/dcc.ts';
import { queries } from '#renderer/api.ts';
import { everyClient } from '#renderer/state/client-list-input.ts';
import { useSettings } from '#renderer/state/preferences.ts';
import { isOwnLaboratory, optionsOf, proposedChoice, proposedFields } from './match.ts';
import type { Decision, Option } from './match.ts';

const NAMESAKES = 10;

/** Which instruments the item may be, and what is proposed for it, by the records as they are now. */
export function useProposal({ certificate: { document }, candidates }: DccItem, pageId: string | null): { readonly options: readonly Option[]; readonly proposed: Decision; readonly isSettled: boolean } {
  const { organisation } = useSettings();
  const { serial } = document.item;
  const found = useQuery(queries.instruments.find.queryOptions({ input: { text: serial ?? '' }, enabled: serial !== null }));
  const page = useQuery(queries.instruments.get.queryOptions({ input: { id: pageId ?? '' }, enabled: pageId !== null }));
  const products = useQuery(queries.instruments.products.queryOptions());
  const clients = useQuery(queries.clients.list.queryOptions({ input: { ...everyClient, search: document.customer.name.slice(0, 200), sort: 'name', descending: false, offset: 0, limit: NAMESAKES } }));
  const isSettled = (serial === null || !found.isPending) && (pageId === null || !page.isPending) && !products.isPending && !clients.isPending;
  return useMemo(() => {
    const options = optionsOf(candidates, found.data ?? [], page.data ?? null);
    return {
      options, isSettled,
      proposed: {
        choice: proposedChoice(options, pageId, serial), otherId: null, serial: serial ?? '',
        fields: proposedFields(document, products.data ?? [], clients.data?.rows ?? []),
        isOwn: isOwnLaboratory(document.laboratory.name, organisation?.name ?? null),
      },
    };
  }, [candidates, document, found.data, page.data, pageId, serial, products.data, clients.data, organisation, isSettled]);
}
