import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  /** Esc, the close button and (unless `isDismissable` is false) a press outside call it with false. */
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly isDismissable?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

const WIDTHS = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' } as const;
export const shadeClass =
  'fixed inset-0 z-30 bg-shade transition-opacity duration-150 data-entering:opacity-0 data-exiting:opacity-0';

export function Dialog({ isOpen, onOpenChange, title, children, footer, size = 'medium', isDismissable = true, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={isDismissable} className={clsx(shadeClass, 'flex items-start justify-center overflow-y-auto p-4 sm:pt-[10vh]')}>
      <Modal className={clsx('w-full rounded-lg border border-line bg-raised shadow-float', WIDTHS[size])}>
        <AriaDialog role={role} className="flex flex-col outline-none">
          {({ close }) => <Frame title={title} footer={footer} close={close} body={children} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DrawerProps extends Omit<DialogProps, 'size' | 'role'> {
  readonly size?: 'medium' | 'large';
}

/** A side sheet at the end of the reading direction: details of something, with its page still in sight. */
export function Drawer({ isOpen, onOpenChange, title, children, footer, size = 'medium', isDismissable = true }: DrawerProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={isDismissable} className={shadeClass}>
      <Modal
        className={clsx(
          'fixed inset-y-0 end-0 flex w-full flex-col border-s border-line bg-raised shadow-float transition-transform duration-200 ease-out',
          'data-entering:translate-x-8 data-exiting:translate-x-8 rtl:data-entering:-translate-x-8 rtl:data-exiting:-translate-x-8',
          size === 'medium' ? 'max-w-lg' : 'max-w-4xl',
        )}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          {({ close }) => <Frame title={title} footer={footer} close={close} body={<div className="min-h-0">{children}</div>} scrolls />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FrameProps {
  readonly title: string;
  readonly footer: ReactNode;
  readonly close: () => void;
  readonly body: ReactNode;
  readonly scrolls?: boolean;
}

function Frame({ title, footer, close, body, scrolls = false }: FrameProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <header className="flex items-center gap-3 border-b border-line py-2.5 ps-5 pe-2.5">
        <Heading slot="title" className="min-w-0 flex-1 text-lg font-semibold">
          {title}
        </Heading>
        <IconButton label={t('close')} icon={<X aria-hidden className="size-4.5" />} onPress={close} />
      </header>
      <div className={clsx('px-5 py-4', scrolls && 'min-h-0 flex-1 overflow-y-auto')}>{body}</div>
      {footer === undefined ? null : <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>}
    </>
  );
}
