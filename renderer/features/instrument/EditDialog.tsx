import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import { api } from '#renderer/api.ts';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { noInstrumentFields } from '#renderer/instruments/instrument-fields.ts';
import type { InstrumentFieldsValue } from '#renderer/instruments/instrument-fields.ts';
import { InstrumentFields } from '#renderer/instruments/InstrumentFields.tsx';
import { useFieldProblems } from '#renderer/records/field-problems.ts';

interface DialogProps {
  readonly passport: Passport;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function EditDialog({ passport, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('passport');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('edit.title', { serial: passport.serial })} size="large">
      <EditForm passport={passport} onClose={onClose} />
    </FormDialog>
  );
}

/** The fields of the passport that a person enters. */
const fieldsOf = (passport: Passport): InstrumentFieldsValue => ({
  ...noInstrumentFields,
  clientId: passport.clientId, site: passport.site, productId: passport.productId, manufacturer: passport.manufacturer, model: passport.model,
  description: passport.description, instrumentType: passport.instrumentType, assetNumber: passport.assetNumber, status: passport.status,
  isStandard: passport.isStandard, orderLineId: passport.orderLineId, shipmentId: passport.shipmentId, deliveredOn: passport.deliveredOn,
  firstUsedOn: passport.firstUsedOn, receivedOn: passport.receivedOn, intervalMonths: passport.intervalMonths, intervalStarts: passport.intervalStarts,
  intervalAgreed: passport.intervalAgreed, ranges: passport.ranges, notes: passport.notes,
});

function EditForm({ passport, onClose }: Omit<DialogProps, 'isOpen'>) {
  const { t } = useTranslation('passport');
  const client = useQueryClient();
  const initial = useMemo(() => ({ serial: passport.serial, fields: fieldsOf(passport) }), [passport]);
  const draft = useDraft<{ serial: string; fields: InstrumentFieldsValue }>(`instrument-${passport.id}`, initial);
  const { serial, fields } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const update = useMutation({
    mutationFn: () => api.instruments.update({ id: passport.id, serial, fields }),
    onSuccess: async () => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
    },
  });
  const problems = useFieldProblems(update.error);
  const isComplete = serial.trim() !== '' && fields.ranges.every(({ unit }) => unit !== '');
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('edit.save')}
      isSaving={update.isPending}
      error={Object.keys(problems).length > 0 ? null : update.error}
      onSubmit={() => {
        setIsChecked(true);
        if (isComplete) update.mutate();
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <TextField
        label={t('instruments:field.serial')}
        isLatin
        isRequired
        value={serial}
        onChange={(text) => { draft.change({ serial: text }); }}
        maxLength={100}
        error={problems['serial'] === undefined ? (isChecked && serial.trim() === '' ? t('instruments:serials.needed') : null) : t('instruments:serials.taken')}
      />
      <InstrumentFields fields={fields} onChange={(changes) => { draft.change({ fields: { ...fields, ...changes } }); }} problems={problems} isChecked={isChecked} isHolderFixed />
    </DialogForm>
  );
}
