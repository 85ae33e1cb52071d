import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { Mail, MailCheck, Printer, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Letter } from '#shared/contract/recall.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DataGrid, usePagedRows, useSelection } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { useLetterColumns } from './letter-columns.tsx';
import { RecallFrame } from './RecallFrame.tsx';
import { SentDialog } from './SentDialog.tsx';

const filters = ['unsent', 'sent', 'all'] as const;
const sentOf = { unsent: false, sent: true, all: null } as const;

/** Letters that were written: printed in one go, sent, and said to be sent. */
export function LettersPage() {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const [which, setWhich] = useState<(typeof filters)[number]>('unsent');
  const [isMarking, setIsMarking] = useState(false);
  const question = useMemo(() => ({ clientId: null, kind: null, sent: sentOf[which] }), [which]);
  const selection = useSelection(hashKey([question]));
  const source = usePagedRows<Letter>((window) => queries.recall.letters.queryOptions({ input: { ...question, ...window } }));
  const ids = [...selection.ids];
  const onError = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const change = useMutation({
    mutationFn: (input: Parameters<typeof api.recall.changeLetter>[0]) => api.recall.changeLetter(input),
    onSuccess: () => client.invalidateQueries(),
    onError,
  });
  const remove = useMutation({
    mutationFn: () => api.recall.removeLetters({ ids }),
    onSuccess: async (removed) => {
      selection.clear();
      await client.invalidateQueries();
      undo(t('letters.removed', { count: removed.ids.length }), () => api.recall.restoreLetters(removed));
    },
    onError,
  });
  const columns = useLetterColumns(selection, change.mutate);
  const canSend = which === 'unsent';
  const toPrint = ids.length > 0 ? `/recall/letters/print?${new URLSearchParams(ids.map((id) => ['id', id])).toString()}` : '/recall/letters/print?batch=unsent';
  return (
    <RecallFrame part="letters">
      <div className="flex flex-wrap items-center gap-2">
        <RadioGroup label={t('letters.which')} isLabelHidden look="segments" options={filters.map((id) => ({ id, label: t(`letters.${id}`) }))} value={which} onChange={setWhich} />
        <span role="status" className="me-auto text-sm text-ink-2">
          {ids.length > 0 ? t('forMarked', { count: ids.length }) : source.total === null ? null : t('forAll', { count: format.integer(source.total) })}
        </span>
        <Button variant="primary" icon={<Printer aria-hidden className="size-4" />} isDisabled={source.total === 0 || (!canSend && ids.length === 0)} onPress={() => void navigate(toPrint)}>
          {t('letters.print')}
        </Button>
        <Button icon={<MailCheck aria-hidden className="size-4" />} isDisabled={!canSend || ids.length === 0} onPress={() => { setIsMarking(true); }}>
          {t('letters.markSent')}
        </Button>
        <Button icon={<Trash2 aria-hidden className="size-4" />} isDisabled={!canSend || ids.length === 0} isPending={remove.isPending} onPress={() => { remove.mutate(); }}>
          {t('letters.remove')}
        </Button>
      </div>
      <DataGrid
        label={t('part.letters.title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        rowRem={3.75}
        onOpen={(row) => void navigate(`/recall/letters/print?id=${row.id}`)}
        empty={
          <EmptyState icon={<Mail aria-hidden />} title={t('letters.none')}>
            {t('letters.noneBody')}
          </EmptyState>
        }
      />
      <SentDialog ids={ids} isOpen={isMarking} onClose={() => { setIsMarking(false); }} onDone={selection.clear} />
    </RecallFrame>
  );
}
