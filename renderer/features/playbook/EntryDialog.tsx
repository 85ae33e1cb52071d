import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybookEntry } from '#shared/contract/playbook.ts';
import { indicators, isIndicatorId } from '#shared/domain/model/index.ts';
import { queries } from '#renderer/api.ts';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { usePlaybookTitle } from '#renderer/rating/playbook-words.ts';
import { useDraft } from '#renderer/components/use-draft.ts';
import { toast } from '#renderer/state/toasts.ts';

const EFFORTS = [1, 2, 3, 4, 5] as const;
const MOST_EVENTS = 20;
const USUAL = 'usual';

interface EntryDialogProps {
  /** null: a new one. */
  readonly entry: PlaybookEntry | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One action of the playbook: what it is, what it costs, what is expected of it. */
export function EntryDialog({ entry, isOpen, onClose }: EntryDialogProps) {
  const { t } = useTranslation('playbook');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={entry === null ? t('form.newTitle') : t('form.editTitle')}>
      <EntryForm entry={entry} onClose={onClose} />
    </FormDialog>
  );
}

interface Typed {
  readonly title: string;
  readonly indicatorId: string | null;
  readonly effort: number;
  readonly eventCount: number | null;
  readonly outcome: number | null;
}

const typedOf = (entry: PlaybookEntry | null): Typed =>
  entry === null
    ? { title: '', indicatorId: null, effort: 2, eventCount: 1, outcome: 1 }
    : { title: entry.title ?? '', indicatorId: entry.indicatorId, effort: entry.effort, eventCount: entry.eventCount, outcome: entry.outcome };

function EntryForm({ entry, onClose }: Omit<EntryDialogProps, 'isOpen'>) {
  const { t } = useTranslation('playbook');
  const format = useFormat();
  const names = useModelNames();
  const titleOf = usePlaybookTitle();
  const save = useMutation(queries.playbook.save.mutationOptions());
  const [isChecked, setIsChecked] = useState(false);
  const draft = useDraft<Typed>(`playbook-${entry?.id ?? 'new'}`, typedOf(entry));
  const { title, indicatorId, effort, eventCount, outcome } = draft.value;
  const stepCode = entry?.stepCode ?? null;
  // What puts open records right needs no events of its own.
  const mends = entry?.eventCount === 0;
  const isTitleMissing = stepCode === null && title.trim() === '';
  const isCountWrong = !mends && (eventCount === null || eventCount < 1);
  const indicatorName = indicatorId !== null && isIndicatorId(indicatorId) ? indicatorId : null;
  const submit = () => {
    setIsChecked(true);
    if (isTitleMissing || indicatorId === null || isCountWrong || eventCount === null) return;
    save.mutate(
      { id: entry?.id ?? null, stepCode, title, indicatorId, effort, eventCount, outcome },
      {
        onSuccess: (saved) => {
          draft.clear();
          onClose();
          toast(t('saved', { title: titleOf(saved) }));
        },
      },
    );
  };
  const outcomes = [
    { id: '1', label: t('form.fully') },
    { id: '0.5', label: t('form.half') },
    { id: USUAL, label: t('form.usual') },
    ...(outcome === null || outcome === 1 || outcome === 0.5 ? [] : [{ id: String(outcome), label: format.percent(outcome) }]),
  ];
  return (
    <DialogForm draft={draft} saveLabel={t('form.save')} isSaving={save.isPending} error={save.error} onSubmit={submit} onCancel={onClose}>
      {entry !== null && stepCode !== null ? (
        <div>
          <p className="text-lg font-semibold">{titleOf(entry)}</p>
          {indicatorName === null ? null : <p className="text-ink-2">{names.indicator(indicatorName)}</p>}
        </div>
      ) : (
        <>
          <TextField label={t('form.title')} description={t('form.titleHint')} isRequired maxLength={200} value={title} onChange={(text) => { draft.change({ title: text }); }} error={isChecked && isTitleMissing ? t('form.needsTitle') : null} />
          <ComboBox
            label={t('form.indicator')}
            isRequired
            options={indicators.map(({ id }) => ({ id, label: names.indicator(id) }))}
            value={indicatorName}
            onChange={(id) => { draft.change({ indicatorId: id }); }}
            error={isChecked && indicatorId === null ? t('form.needsIndicator') : null}
          />
        </>
      )}
      <RadioGroup
        label={t('form.effort')}
        look="segments"
        options={EFFORTS.map((step) => ({ id: String(step), label: t(`effort.${step}`) }))}
        value={String(effort)}
        onChange={(id) => { draft.change({ effort: Number(id) }); }}
      />
      {mends ? (
        <p className="text-sm text-ink-2">{t('expected.mends')}</p>
      ) : (
        <>
          <NumberField label={t('form.count')} minValue={1} maxValue={MOST_EVENTS} value={eventCount} onChange={(count) => { draft.change({ eventCount: count }); }} error={isChecked && isCountWrong ? t('form.needsCount') : null} />
          <RadioGroup
            label={t('form.outcome')}
            description={t('form.outcomeHint')}
            look="segments"
            options={outcomes}
            value={outcome === null ? USUAL : String(outcome)}
            onChange={(id) => { draft.change({ outcome: id === USUAL ? null : Number(id) }); }}
          />
        </>
      )}
    </DialogForm>
  );
}
