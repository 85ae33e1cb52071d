import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UndoResult } from '#shared/contract/imports.ts';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { useJob } from '#renderer/state/use-job.ts';

interface UndoDialogProps {
  readonly batchId: string;
  readonly onClose: () => void;
}

const phaseOf = (phase: string | undefined) => (phase === 'writing' || phase === 'scoring' ? phase : 'reading');
const entities = ['client', 'contact', 'order', 'line', 'product', 'shipment'] as const;

/** Asks, takes back, and tells what had to stay. */
export function UndoDialog({ batchId, onClose }: UndoDialogProps) {
  const { t } = useTranslation('importWizard');
  const errorWords = useErrorWords();
  const imports = useQuery(queries.imports.list.queryOptions());
  const batch = imports.data?.find(({ id }) => id === batchId);
  const { state, run, cancel } = useJob((input: { readonly batchId: string }, signal) => api.imports.undo(input, { signal }), { keepsRunning: true });
  const isRunning = state.status === 'running';
  const isDone = state.status === 'done';
  return (
    <Dialog
      isOpen
      role="alertdialog"
      // While it works the dialog stays: stopping is its own button.
      isDismissable={false}
      onOpenChange={() => {
        if (!isRunning) onClose();
      }}
      title={isDone ? t('undo.doneTitle') : t('undo.title', { name: isolated(batch?.fileName ?? '') })}
      footer={
        isDone ? (
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        ) : isRunning ? undefined : (
          <>
            <Button autoFocus onPress={onClose}>
              {t('undo.keep')}
            </Button>
            <Button variant="danger" onPress={() => void run({ batchId })}>
              {t('undo.confirm')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {state.status === 'failed' ? (
          <Banner tone="danger" isLive>
            {errorWords(state.error)}
          </Banner>
        ) : null}
        {state.status === 'cancelled' ? (
          <Banner tone="info" isLive>
            {t('undo.cancelled')}
          </Banner>
        ) : null}
        {isRunning ? (
          <ProgressBar
            label={t(`undo.phases.${phaseOf(state.progress?.phase)}`)}
            done={state.progress?.done ?? 0}
            total={state.progress?.total ?? 0}
            onCancel={cancel}
          />
        ) : null}
        {isDone ? <UndoOutcome result={state.result} /> : isRunning ? null : <p>{t('undo.body')}</p>}
      </div>
    </Dialog>
  );
}

function UndoOutcome({ result }: { readonly result: UndoResult }) {
  const { t } = useTranslation('importWizard');
  const { purged, restored, kept, keptTotal } = result;
  return (
    <div role="status" className="flex flex-col gap-3">
      <p>{t('undo.outcome', { purged, restored })}</p>
      {keptTotal === 0 ? null : (
        <>
          <p>{t('undo.kept', { count: keptTotal })}</p>
          <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line bg-surface px-3">
            {kept.map((row) => {
              const entity = entities.find((known) => known === row.entity);
              return (
                <li key={row.id} className="py-1.5">
                  {entity === undefined ? null : <span className="text-ink-3">{t(`importing:entities.${entity}`)} </span>}
                  <bdi className="font-medium">{row.title}</bdi>
                  <span className="block text-sm text-ink-2">{t(`undo.reasons.${row.reason}`)}</span>
                </li>
              );
            })}
          </ul>
          {kept.length < keptTotal ? <p className="text-sm text-ink-3">{t('undo.keptFirst', { count: kept.length })}</p> : null}
        </>
      )}
    </div>
  );
}
