import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { instrumentType } from '#shared/contract/instruments.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { defaultInterval } from '#shared/domain/calibration/index.ts';
import { api } from '#renderer/api.ts';
import { DialogForm } from '#renderer/components/FormDialog.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFieldProblems } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';

type Calibration = Parameters<ContractClient['instruments']['saveProductCalibration']>[0];
export type ProductOption = Awaited<ReturnType<ContractClient['instruments']['products']>>[number];

interface ProductCalibrationFormProps {
  readonly product: ProductOption;
  /** Closes what it stands in: the way back that is offered then lies behind. */
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** What all instruments of a product have in common for calibration. Those with an interval of their own keep it. */
export function ProductCalibrationForm({ product, onSaved, onCancel }: ProductCalibrationFormProps) {
  const { t } = useTranslation('instruments');
  const client = useQueryClient();
  const undo = useUndo();
  const initial = useMemo(
    (): Calibration => ({
      productId: product.id, manufacturer: product.manufacturer, model: product.model, instrumentType: product.instrumentType,
      intervalMonths: product.intervalMonths, intervalCycles: product.intervalCycles,
    }),
    [product],
  );
  const draft = useDraft<Calibration>(`product-calibration-${product.id}`, initial);
  const { value } = draft;
  const save = useMutation({
    mutationFn: () => api.instruments.saveProductCalibration(value),
    onSuccess: async (saved) => {
      draft.clear();
      onSaved();
      await client.invalidateQueries();
      undo(t('products.saved', { name: saved.name, count: saved.instrumentCount }), () => api.instruments.saveProductCalibration(initial));
    },
  });
  const problems = useFieldProblems(save.error);
  const usual = defaultInterval(value.instrumentType ?? 'other');
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('products.save')}
      isSaving={save.isPending}
      error={Object.keys(problems).length > 0 ? null : save.error}
      onSubmit={() => { save.mutate(); }}
      onCancel={() => {
        draft.discard();
        onCancel();
      }}
    >
      <p className="text-ink-2">{t('products.follow', { count: product.instrumentCount })}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] items-start gap-4">
        <Select
          label={t('field.type')}
          isRequired={false}
          options={[{ id: 'none', label: t('field.typeNone') }, ...instrumentType.options.map((id) => ({ id, label: t(`type.${id}`) }))]}
          value={value.instrumentType ?? 'none'}
          onChange={(id) => { draft.change({ instrumentType: instrumentType.options.find((option) => option === id) ?? null }); }}
        />
        <TextField label={t('field.manufacturer')} value={value.manufacturer ?? ''} onChange={(manufacturer) => { draft.change({ manufacturer }); }} maxLength={500} error={problems['manufacturer'] ?? null} />
        <TextField label={t('field.model')} isLatin value={value.model ?? ''} onChange={(model) => { draft.change({ model }); }} maxLength={500} error={problems['model'] ?? null} />
        <NumberField
          label={t('products.months')}
          isRequired={false}
          minValue={1}
          maxValue={120}
          value={value.intervalMonths}
          onChange={(intervalMonths) => { draft.change({ intervalMonths }); }}
          description={value.intervalMonths === null ? t('field.intervalOfType', { count: usual.months }) : undefined}
          error={problems['intervalMonths'] ?? null}
        />
        <NumberField
          label={t('products.cycles')}
          isRequired={false}
          minValue={1}
          maxValue={100_000_000}
          value={value.intervalCycles}
          onChange={(intervalCycles) => { draft.change({ intervalCycles }); }}
          description={value.intervalCycles === null && usual.cycles !== null ? t('products.cyclesOfType', { count: usual.cycles }) : undefined}
          error={problems['intervalCycles'] ?? null}
        />
      </div>
    </DialogForm>
  );
}
