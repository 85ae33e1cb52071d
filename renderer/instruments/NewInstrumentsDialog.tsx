import { useTranslation } from 'react-i18next';
import { FormDialog } from '#renderer/components/FormDialog.tsx';
import { NewInstrumentsForm } from './NewInstrumentsForm.tsx';

interface NewInstrumentsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What was scanned and not found. */
  readonly serial: string | null;
  readonly clientId: string | null;
}

export function NewInstrumentsDialog({ isOpen, onOpenChange, serial, clientId }: NewInstrumentsDialogProps) {
  const { t } = useTranslation('instruments');
  const close = () => {
    onOpenChange(false);
  };
  return (
    <FormDialog isOpen={isOpen} onClose={close} title={t('new.title')} size="large">
      <NewInstrumentsForm serial={serial} clientId={clientId} onClose={close} />
    </FormDialog>
  );
}
