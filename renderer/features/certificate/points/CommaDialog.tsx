import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import type { CommaMeaning } from './paste.ts';

interface CommaDialogProps {
  /** A number that can be read in two ways; null: nothing is asked. */
  readonly example: string | null;
  /** null: nothing is to be pasted. */
  readonly onAnswer: (meaning: CommaMeaning | null) => void;
}

/** A table was pasted whose commas may be decimal signs or part thousands. */
export function CommaDialog({ example, onAnswer }: CommaDialogProps) {
  const { t } = useTranslation('certificates');
  return (
    <Dialog
      isOpen={example !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onAnswer(null);
      }}
      title={t('comma.title')}
      size="small"
      footer={
        <>
          <Button onPress={() => { onAnswer('thousands'); }}>{t('comma.thousands')}</Button>
          <Button variant="primary" autoFocus onPress={() => { onAnswer('decimal'); }}>{t('comma.decimal')}</Button>
        </>
      }
    >
      <p>{t('comma.body', { example: example ?? '' })}</p>
    </Dialog>
  );
}
