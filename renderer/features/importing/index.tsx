import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { compilePlan } from '#shared/domain/importing/index.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { localToday } from '#renderer/state/today.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { PastImports } from './PastImports.tsx';
import { shownStep } from './steps.ts';
import { StepTrail } from './StepTrail.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { showPage, useWizard } from './wizard.ts';

/** From a file to records in four steps: the file, its columns, what would happen, what happened. */
export function ImportPage() {
  const { t } = useTranslation('importWizard');
  const [parameters] = useSearchParams();
  const inspection = useWizard((state) => state.inspection);
  const template = useWizard((state) => state.template);
  const commit = useWizard((state) => state.commit);
  const [undoing, setUndoing] = useState<string | null>(null);
  const isMapped = useMemo(
    () => inspection !== null && template !== null && compilePlan(template, inspection.columns.map(({ column }) => column), localToday()).ok,
    [inspection, template],
  );
  const hasTable = inspection !== null && template !== null;
  const reached = { hasTable, isMapped, isImporting: commit.status === 'running', isDone: commit.status === 'done' };
  const step = shownStep(parameters.get('step'), reached);

  useEffect(showPage, []);

  const stepRef = useRef<HTMLDivElement>(null);
  const lastStepRef = useRef(step);
  useEffect(() => {
    if (lastStepRef.current === step) return;
    lastStepRef.current = step;
    // The next step begins at its top, for the eye and for the keyboard.
    stepRef.current?.focus({ preventScroll: true });
    stepRef.current?.closest('main')?.scrollTo({ top: 0 });
  }, [step]);

  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <StepTrail shown={step} reached={reached} />
      <div ref={stepRef} tabIndex={-1} role="group" aria-label={t(`steps.${step}`)} className="flex flex-col gap-8 outline-none">
        {step === 'file' ? <FileStep /> : null}
        {step === 'columns' && hasTable ? <ColumnsStep inspection={inspection} template={template} /> : null}
        {step === 'check' && hasTable ? <CheckStep inspection={inspection} template={template} /> : null}
        {step === 'done' && hasTable && commit.status === 'done' ? (
          <DoneStep inspection={inspection} template={template} result={commit.result} onUndo={setUndoing} />
        ) : null}
        {step === 'file' || step === 'done' ? <PastImports except={commit.status === 'done' ? commit.result.batchId : null} onUndo={setUndoing} /> : null}
      </div>
      {undoing === null ? null : <UndoDialog batchId={undoing} onClose={() => { setUndoing(null); }} />}
    </>
  );
}
