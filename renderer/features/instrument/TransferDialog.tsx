import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import { api } from '#renderer/api.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { ClientPicker } from '#renderer/instruments/ClientPicker.tsx';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { localToday } from '#renderer/state/today.ts';

interface DialogProps {
  readonly passport: Passport;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Handing {
  readonly clientId: string | null;
  readonly site: string;
  readonly on: string | null;
  readonly note: string;
}

export function TransferDialog({ passport, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('passport');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('transfer.title')}>
      <TransferForm passport={passport} onClose={onClose} />
    </FormDialog>
  );
}

const transferProblems = ['same-holder', 'ahead', 'before-holder'] as const;
const transferProblem = (code: string) => transferProblems.find((known) => known === code) ?? 'other';

function TransferForm({ passport, onClose }: Omit<DialogProps, 'isOpen'>) {
  const { t } = useTranslation('passport');
  const client = useQueryClient();
  const undo = useUndo();
  const draft = useDraft<Handing>(`transfer-${passport.id}`, { clientId: passport.clientId, site: '', on: localToday(), note: '' });
  const { clientId, site, on, note } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const transfer = useMutation({
    mutationFn: (day: string) => api.instruments.transfer({ id: passport.id, clientId, site, on: day, note }),
    onSuccess: async ({ holders }) => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
      const holder = holders.find(({ untilOn }) => untilOn === null);
      if (holder) undo(t('transfer.done'), () => api.instruments.takeBackTransfer({ id: passport.id, holderId: holder.id }));
    },
  });
  const problems = Object.fromEntries(problemsOf(transfer.error).map(({ field, code }) => [field, transferProblem(code)]));
  const wordsOf = (field: string): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : problem === 'other' ? t('records:problem.other') : t(`transfer.problem.${problem}`);
  };
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('transfer.save')}
      isSaving={transfer.isPending}
      error={Object.keys(problems).length > 0 ? null : transfer.error}
      onSubmit={() => {
        setIsChecked(true);
        if (on !== null) transfer.mutate(on);
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <ClientPicker label={t('transfer.client')} value={clientId} knownName={clientId === passport.clientId ? passport.clientName : null} onChange={(id) => { draft.change({ clientId: id }); }} error={wordsOf('clientId')} />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <TextField label={t('instruments:field.site')} value={site} onChange={(text) => { draft.change({ site: text }); }} maxLength={500} />
        <DatePicker label={t('transfer.on')} isRequired value={on} onChange={(day) => { draft.change({ on: day }); }} error={wordsOf('on') ?? (isChecked && on === null ? t('extend.dayNeeded') : null)} />
      </div>
      <TextField label={t('transfer.note')} value={note} onChange={(text) => { draft.change({ note: text }); }} maxLength={500} />
    </DialogForm>
  );
}
