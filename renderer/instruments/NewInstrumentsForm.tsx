import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { DialogForm } from '#renderer/components/FormDialog.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { problemsOf, useFieldProblems } from '#renderer/records/field-problems.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { noInstrumentFields } from './instrument-fields.ts';
import type { InstrumentFieldsValue } from './instrument-fields.ts';
import { InstrumentFields } from './InstrumentFields.tsx';
import { ProductsDialog } from './ProductsDialog.tsx';
import { SerialsField, noSerials, useSerials } from './SerialsField.tsx';
import type { SerialsValue } from './SerialsField.tsx';

interface NewInstrumentsFormProps {
  /** What was scanned and not found. */
  readonly serial: string | null;
  readonly clientId: string | null;
  readonly onClose: () => void;
}

const takenPlace = /^serials\.(\d+)$/u;

/** One instrument or many that differ in the serial alone, from scratch or from what an order line delivered. */
export function NewInstrumentsForm({ serial, clientId, onClose }: NewInstrumentsFormProps) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const undo = useUndo();
  const initial = useMemo(() => ({ serials: { ...noSerials, one: serial ?? '' }, fields: { ...noInstrumentFields, clientId } }), [serial, clientId]);
  const draft = useDraft<{ serials: SerialsValue; fields: InstrumentFieldsValue }>(`new-instruments-${clientId ?? ''}-${serial ?? ''}`, initial);
  const { serials: typed, fields } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const found = useSerials(typed);
  const change = (changes: Partial<InstrumentFieldsValue>): void => {
    draft.change({ fields: { ...fields, ...changes } });
  };
  const deliverable = useQuery(queries.instruments.deliverable.queryOptions({ input: { clientId: fields.clientId ?? '' }, enabled: fields.clientId !== null }));
  const lines = deliverable.data ?? [];
  const chosen = lines.find(({ lineId }) => lineId === fields.orderLineId);
  const missing = chosen ? Math.max(0, chosen.quantity - chosen.recorded) : null;
  const [isProductOpen, setIsProductOpen] = useState(false);
  const create = useMutation({
    mutationFn: () => api.instruments.create({ serials: [...found.serials], fields }),
    onSuccess: async ({ ids }) => {
      draft.clear();
      await client.invalidateQueries();
      undo(t('new.created', { count: ids.length }), () => api.instruments.remove({ ids }));
      const [only] = ids;
      if (only !== undefined && ids.length === 1) await navigate(`/instruments/${only}`);
      else onClose();
    },
  });
  const problems = useFieldProblems(create.error);
  const taken = new Set(problemsOf(create.error).flatMap(({ field }) => takenPlace.exec(field)?.[1] ?? []).map(Number));
  const isComplete = found.serials.length > 0 && fields.ranges.every(({ unit }) => unit !== '');
  return (
    <>
      <DialogForm
        draft={draft}
        saveLabel={t('new.save', { count: Math.max(1, found.serials.length) })}
        isSaving={create.isPending}
        error={Object.keys(problems).length > 0 ? null : create.error}
        onSubmit={() => {
          setIsChecked(true);
          if (isComplete) create.mutate();
        }}
        onCancel={() => {
          draft.discard();
          onClose();
        }}
      >
        {lines.length === 0 ? null : (
          <Select
            label={t('new.fromLine')}
            isRequired={false}
            description={t('new.fromLineHow')}
            options={[
              { id: 'none', label: t('new.noLine') },
              ...lines.map((line) => ({
                id: line.lineId,
                label: t('new.line', { order: line.orderNumber, line: line.lineNumber, product: line.productName ?? '' }),
                description: t('new.lineState', { recorded: line.recorded, quantity: line.quantity, day: line.deliveredOn === null ? '' : format.day(line.deliveredOn, 'short') }),
              })),
            ]}
            value={fields.orderLineId ?? 'none'}
            onChange={(id) => {
              const line = lines.find(({ lineId }) => lineId === id);
              // Several pieces want a serial each; what is typed already stays where it is.
              if (line && line.quantity - line.recorded > 1 && typed.mode === 'one' && typed.one === '') draft.change({ serials: { ...typed, mode: 'several' } });
              change({ orderLineId: line?.lineId ?? null, shipmentId: line?.shipmentId ?? null, productId: line?.productId ?? fields.productId, deliveredOn: line?.deliveredOn ?? fields.deliveredOn });
            }}
          />
        )}
        <SerialsField value={typed} onChange={(changes) => { draft.change({ serials: { ...typed, ...changes } }); }} found={found} taken={taken} isChecked={isChecked} />
        {missing !== null && found.serials.length > missing ? (
          <Banner tone="warn" isLive>
            {t('new.tooMany', { count: found.serials.length, missing })}
          </Banner>
        ) : null}
        <InstrumentFields fields={fields} onChange={change} problems={problems} isChecked={isChecked} onProductCalibration={() => { setIsProductOpen(true); }} />
      </DialogForm>
      <ProductsDialog isOpen={isProductOpen} onOpenChange={setIsProductOpen} productId={fields.productId} />
    </>
  );
}
