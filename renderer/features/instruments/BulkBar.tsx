import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, CalendarCheck, Mail, Tags, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mostLabels } from '#shared/contract/instruments.ts';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import type { Selection } from '#renderer/components/data-grid/index.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecalling } from '#renderer/instruments/use-recalling.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import type { InstrumentFilter } from '#renderer/state/instrument-list.ts';
import { toast } from '#renderer/state/toasts.ts';

interface BulkBarProps {
  readonly selection: Selection;
  readonly filter: InstrumentFilter;
  /** How many the filter finds; null: not known yet. */
  readonly total: number | null;
}

const PAGE = 500;

/** What can be done with several instruments at once. */
export function BulkBar({ selection, filter, total }: BulkBarProps) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const ids = [...selection.ids];
  const count = ids.length;
  const fail = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const markAll = useMutation({
    mutationFn: async () => {
      const found: string[] = [];
      for (let offset = 0; offset < mostLabels; offset += PAGE) {
        const { rows } = await api.instruments.list({ ...filter, sort: 'due', descending: false, offset, limit: PAGE });
        found.push(...rows.map(({ id }) => id));
        if (rows.length < PAGE) break;
      }
      return found;
    },
    onSuccess: selection.set,
    onError: fail,
  });
  const bin = useMutation({
    mutationFn: () => api.instruments.remove({ ids }),
    onSuccess: async (removed) => {
      selection.clear();
      await client.invalidateQueries();
      undo(t('bulk.binned', { count: removed.ids.length }), () => api.instruments.restore(removed));
    },
    onError: fail,
  });
  const retire = useMutation({
    mutationFn: () => api.instruments.setStatuses({ entries: ids.map((id) => ({ id, status: 'retired' })) }),
    onSuccess: async ({ before }) => {
      selection.clear();
      await client.invalidateQueries();
      undo(t('bulk.retired', { count: before.length }), () => api.instruments.setStatuses({ entries: before }));
    },
    onError: fail,
  });
  const { write, book } = useRecalling(selection.clear);
  if (count === 0) return null;
  const isBusy = bin.isPending || write.isPending || book.isPending || retire.isPending;
  return (
    <div role="group" aria-label={t('bulk.label')} className="flex flex-wrap items-center gap-2 rounded-lg border border-accent/40 bg-accent-soft px-3 py-2">
      <span role="status" className="font-medium text-accent-strong">
        {t('bulk.marked', { count })}
      </span>
      {total !== null && total > count ? (
        <Button variant="quiet" size="small" isPending={markAll.isPending} onPress={() => { markAll.mutate(); }}>
          {t('bulk.all', { total: format.integer(Math.min(total, mostLabels)) })}
        </Button>
      ) : null}
      <span className="flex-1" />
      <LinkButton to={`/instruments/labels?${new URLSearchParams(ids.slice(0, mostLabels).map((id) => ['id', id])).toString()}`} icon={<Tags aria-hidden className="size-4" />}>
        {t('bulk.labels')}
      </LinkButton>
      <Button icon={<Mail aria-hidden className="size-4" />} isPending={write.isPending} isDisabled={isBusy} onPress={() => { write.mutate({ ids }); }}>
        {t('bulk.letters')}
      </Button>
      <Button icon={<CalendarCheck aria-hidden className="size-4" />} isPending={book.isPending} isDisabled={isBusy} onPress={() => { book.mutate(ids); }}>
        {t('bulk.book')}
      </Button>
      <Button icon={<Ban aria-hidden className="size-4" />} isPending={retire.isPending} isDisabled={isBusy} onPress={() => { retire.mutate(); }}>
        {t('bulk.retire')}
      </Button>
      <Button icon={<Trash2 aria-hidden className="size-4" />} isPending={bin.isPending} isDisabled={isBusy} onPress={() => { bin.mutate(); }}>
        {t('bulk.bin')}
      </Button>
      <Button variant="quiet" onPress={selection.clear}>
        {t('bulk.none')}
      </Button>
    </div>
  );
}
