import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { DialogProps } from './Dialog.tsx';
import { DraftBanner } from './DraftBanner.tsx';
import { useErrorWords } from './ErrorState.tsx';
import { useFocusFirst } from './use-focus-first.ts';

export interface FormDialogProps extends Pick<DialogProps, 'isOpen' | 'title' | 'children' | 'size'> {
  readonly onClose: () => void;
}

/** A dialog around one `DialogForm`, which is made anew each time it opens: what was checked or failed before does not stand there still. */
export function FormDialog({ onClose, ...dialog }: FormDialogProps) {
  return (
    <Dialog
      {...dialog}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    />
  );
}

export interface DialogFormProps {
  /** The form's own name, where it is more than the dialog's title says. */
  readonly label?: string | undefined;
  /** What is typed and not saved yet; it outlives the dialog. */
  readonly draft: { readonly isRestored: boolean; readonly discard: () => void };
  readonly saveLabel: string;
  readonly isSaving: boolean;
  readonly isSaveDisabled?: boolean;
  /** Why it could not be saved, where no field of the form says so already; null: nothing went wrong. */
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** At the start of the buttons' row: what else can be done with the record, such as taking it away. */
  readonly otherAction?: ReactNode;
  /** The fields; none where nothing can be filled in yet. */
  readonly children?: ReactNode;
}

/**
 * A form in a dialog: the keyboard begins in its first field, Enter and Ctrl/Cmd+Enter save, Esc leaves and keeps the typing, which
 * stands there with a note when the form is opened again.
 */
export function DialogForm({ label, draft, saveLabel, isSaving, isSaveDisabled = false, error, onSubmit, onCancel, otherAction, children }: DialogFormProps) {
  const { t } = useTranslation('common');
  const errorWords = useErrorWords();
  const submit = () => {
    if (!isSaving && !isSaveDisabled) onSubmit();
  };
  const formRef = useFocusFirst({ onCommit: submit });
  return (
    <form
      noValidate
      ref={formRef}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex flex-col gap-4">
        <DraftBanner isShown={draft.isRestored} onDiscard={draft.discard} />
        {children}
        {error === null || error === undefined ? null : (
          <Banner tone="danger" isLive>
            {errorWords(error)}
          </Banner>
        )}
      </div>
      {/* The row of buttons goes from edge to edge of the dialog, as that of a dialog without a form. */}
      <footer className="-mx-5 mt-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
        {otherAction === undefined ? null : <span className="me-auto">{otherAction}</span>}
        <Button variant="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={isSaving} isDisabled={isSaveDisabled}>
          {saveLabel}
        </Button>
      </footer>
    </form>
  );
}
