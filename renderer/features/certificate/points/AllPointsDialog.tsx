import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { readCell, writeCell } from './cells.ts';
import type { CellColumn } from './cells.ts';
import type { PointEdits } from './use-point-edits.ts';

const allColumns = ['unit', 'expanded', 'factor', 'lower', 'upper', 'group'] as const;
type AllColumn = (typeof allColumns)[number];
type Typed = Readonly<Record<AllColumn, string>>;
const nothing: Typed = { unit: '', expanded: '', factor: '', lower: '', upper: '', group: '' };

interface AllPointsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly edits: PointEdits;
}

/** Values for all points at once. */
export function AllPointsDialog({ isOpen, onClose, edits }: AllPointsDialogProps) {
  const { t } = useTranslation('certificates');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('all.title')}>
      <AllPointsForm onClose={onClose} edits={edits} />
    </FormDialog>
  );
}

const changed = (point: MeasurementPoint, typed: Typed, onlyEmpty: boolean): MeasurementPoint => {
  let next = point;
  for (const column of allColumns) {
    if (typed[column].trim() === '' || (onlyEmpty && readCell(point, column) !== '')) continue;
    const outcome = writeCell(next, column, typed[column]);
    if (outcome.kind === 'written') next = outcome.point;
  }
  return next;
};

function AllPointsForm({ onClose, edits }: Omit<AllPointsDialogProps, 'isOpen'>) {
  const { t } = useTranslation('certificates');
  const draft = useDraft<{ typed: Typed; which: 'all' | 'empty' }>('certificate-all-points', { typed: nothing, which: 'all' });
  const { typed, which } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const [first] = edits.rowsNow().rows;
  const problem = (column: CellColumn & AllColumn): string | null => {
    if (typed[column].trim() === '' || first === undefined) return null;
    // k stands with U: on its own it is tried on a point that has one.
    const tried = column === 'factor' ? writeCell(first.point, 'expanded', typed.expanded.trim() === '' ? '1' : typed.expanded) : null;
    const outcome = writeCell(tried?.kind === 'written' ? tried.point : first.point, column, typed[column]);
    return outcome.kind === 'problem' ? t(`cell.${outcome.problem}`, { text: typed[column] }) : null;
  };
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('all.save')}
      isSaving={false}
      error={null}
      onSubmit={() => {
        setIsChecked(true);
        if (allColumns.some((column) => problem(column) !== null)) return;
        edits.changeAll((point) => changed(point, typed, which === 'empty'), (count) => t('points.changed', { count }));
        draft.clear();
        onClose();
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <p className="text-ink-2">{t('all.how')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {allColumns.map((column) => (
          <TextField
            key={column}
            label={t(`column.${column}`)}
            isLatin={column !== 'group'}
            value={typed[column]}
            onChange={(text) => { draft.change({ typed: { ...typed, [column]: text } }); }}
            error={isChecked ? problem(column) : null}
          />
        ))}
      </div>
      <RadioGroup
        label={t('all.which')}
        options={[{ id: 'all', label: t('all.every') }, { id: 'empty', label: t('all.empty') }]}
        value={which}
        onChange={(next) => { draft.change({ which: next }); }}
      />
    </DialogForm>
  );
}
