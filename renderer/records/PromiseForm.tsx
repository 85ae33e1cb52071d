import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import type { LineDetail } from './delivery-marks.ts';
import { DraftBanner } from '#renderer/components/DraftBanner.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFocusFirst } from '#renderer/components/use-focus-first.ts';

interface PromiseDraft {
  readonly promisedOn: string | null;
  readonly askedBy: 'customer' | 'exporter';
  readonly reason: string;
}

const EMPTY: PromiseDraft = { promisedOn: null, askedBy: 'exporter', reason: '' };

/** A later promise: the first one is kept for ever, and every change says who asked for it and why. */
export function PromiseForm({ line, onClose }: { readonly line: LineDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const errorWords = useErrorWords();
  const draft = useDraft(`promise-${line.id}`, EMPTY);
  const [isChecked, setIsChecked] = useState(false);
  const save = useMutation(queries.orders.promise.mutationOptions());
  const { promisedOn, askedBy, reason } = draft.value;
  const missing = { day: promisedOn === null ? t('promise.needsDay') : null, reason: reason.trim() === '' ? t('promise.needsReason') : null };
  const submit = () => {
    setIsChecked(true);
    if (promisedOn === null || missing.reason !== null) return;
    save.mutate(
      { orderLineId: line.id, promisedOn, askedBy, reason },
      {
        onSuccess: () => {
          draft.clear();
          toast(t('promise.saved'));
          onClose();
        },
      },
    );
  };
  const formRef = useFocusFirst({ onCommit: submit });
  return (
    <form
      noValidate
      ref={formRef}
      aria-label={t('promise.title', { order: line.orderNumber, line: line.lineNumber })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="mb-4 flex flex-col gap-3 rounded-md border border-line bg-surface p-4"
    >
      <DraftBanner isShown={draft.isRestored} onDiscard={draft.discard} />
      <p className="text-sm text-ink-2">{line.firstPromisedOn === null ? t('promise.explainNone') : t('promise.explain', { day: format.day(line.firstPromisedOn) })}</p>
      <DatePicker
        label={t('promise.on')}
        value={promisedOn}
        onChange={(day) => {
          draft.change({ promisedOn: day });
        }}
        error={isChecked ? missing.day : null}
      />
      <RadioGroup
        label={t('promise.who')}
        options={[
          { id: 'exporter', label: t('promise.exporter') },
          { id: 'customer', label: t('promise.customer') },
        ]}
        value={askedBy}
        onChange={(who) => {
          draft.change({ askedBy: who });
        }}
      />
      <TextField
        label={t('promise.reason')}
        description={t('promise.reasonHint')}
        isRequired
        maxLength={500}
        value={reason}
        onChange={(text) => {
          draft.change({ reason: text });
        }}
        error={isChecked ? missing.reason : null}
      />
      {save.error ? (
        <Banner tone="danger" isLive>
          {errorWords(save.error)}
        </Banner>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('promise.save')}
        </Button>
      </div>
    </form>
  );
}
