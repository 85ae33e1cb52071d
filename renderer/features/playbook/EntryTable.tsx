import { useMutation } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlaybookEntry } from '#shared/contract/playbook.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { api, queries } from '#renderer/api.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { usePlaybookTitle } from '#renderer/rating/playbook-words.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';

interface EntryTableProps {
  readonly entries: readonly PlaybookEntry[];
  readonly onEdit: (entry: PlaybookEntry) => void;
}

export function EntryTable({ entries, onEdit }: EntryTableProps) {
  const { t } = useTranslation('playbook');
  const titleOf = usePlaybookTitle();
  const head = 'pb-1 pe-4 text-start font-normal';
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <thead className="border-b border-line text-sm text-ink-3">
          <tr>
            <th scope="col" className={head}>{t('column.action')}</th>
            <th scope="col" className={head}>{t('column.indicator')}</th>
            <th scope="col" className={head}>{t('column.effort')}</th>
            <th scope="col" className={head}>{t('column.expected')}</th>
            <th scope="col" className="pb-1">
              <span className="sr-only">{t('column.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} title={titleOf(entry)} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry, title, onEdit }: { readonly entry: PlaybookEntry; readonly title: string; readonly onEdit: (entry: PlaybookEntry) => void }) {
  const { t } = useTranslation('playbook');
  const format = useFormat();
  const names = useModelNames();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const remove = useMutation(queries.playbook.remove.mutationOptions());
  const { id, indicatorId, effort, eventCount, outcome, isDefault, isChanged } = entry;
  const expected = eventCount === 0 ? t('expected.mends') : outcome === null ? t('expected.usual', { count: eventCount }) : t('expected.good', { count: eventCount, share: format.percent(outcome) });
  return (
    <tr className="border-b border-line/60">
      <th scope="row" className="max-w-96 min-w-48 py-2 pe-4 text-start align-top font-medium">
        <bdi>{title}</bdi> {isDefault ? isChanged ? <Pill tone="outline">{t('changed')}</Pill> : null : <Pill tone="accent">{t('own')}</Pill>}
      </th>
      <td className="py-2 pe-4 align-top">{isIndicatorId(indicatorId) ? names.indicator(indicatorId) : null}</td>
      <td className="py-2 pe-4 align-top whitespace-nowrap">{t(`effort.${effort}`)}</td>
      <td className="py-2 pe-4 align-top text-ink-2">{expected}</td>
      <td className="py-1 text-end align-top whitespace-nowrap">
        <IconButton
          label={t('edit', { title })}
          size="small"
          icon={<Pencil aria-hidden className="size-4" />}
          onPress={() => {
            onEdit(entry);
          }}
        />
        <IconButton
          label={t('remove', { title })}
          size="small"
          isDisabled={remove.isPending}
          icon={<Trash2 aria-hidden className="size-4" />}
          onPress={() => {
            remove.mutate(
              { id },
              {
                onSuccess: () => {
                  undo(t('removed', { title }), () => api.playbook.restore({ id }));
                },
                onError: (error) => {
                  toast(errorWords(error), null, 'danger');
                },
              },
            );
          }}
        />
      </td>
    </tr>
  );
}
