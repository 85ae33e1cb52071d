import { CircleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissToast, useToasts } from '#renderer/state/toasts.ts';
import type { ToastMessage } from '#renderer/state/toasts.ts';
import { IconButton } from './IconButton.tsx';

const LIFETIME_MS = 10_000;

/** Where toasts appear: a polite live region that stands in the page from the start. They wait while looked at or focused. */
export function Toaster() {
  const { t } = useTranslation('common');
  const toasts = useToasts((state) => state.toasts);
  const { ref, isHeld } = useHeld();
  return (
    <section
      aria-label={t('notifications')}
      ref={ref}
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center px-4 print:hidden"
    >
      <div role="status" aria-live="polite" aria-atomic="false" className="w-full max-w-md">
        <ol className="flex flex-col gap-2">
          {toasts.map((message) => (
            <Toast key={message.id} message={message} isHeld={isHeld} />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** Whether the pointer or the focus is inside: a message that is being read does not go away. */
function useHeld() {
  const ref = useRef<HTMLElement>(null);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const listening = new AbortController();
    for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, () => { setIsHeld(true); }, listening);
    for (const type of ['pointerleave', 'focusout']) element.addEventListener(type, () => { setIsHeld(false); }, listening);
    return () => {
      listening.abort();
    };
  }, []);
  return { ref, isHeld };
}

function Toast({ message, isHeld }: { readonly message: ToastMessage; readonly isHeld: boolean }) {
  const { t } = useTranslation('common');
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      dismissToast(message.id);
    }, LIFETIME_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [message.id, isHeld]);
  const { action } = message;
  return (
    <li className="pointer-events-auto flex items-center gap-2 rounded-md bg-ink py-1.5 ps-4 pe-1.5 text-paper shadow-float">
      {message.tone === 'danger' ? <CircleAlert aria-hidden className="size-4.5 shrink-0" /> : null}
      <span className="min-w-0 flex-1 py-1">{message.text}</span>
      {action ? (
        <button
          type="button"
          onClick={() => {
            dismissToast(message.id);
            void action.run();
          }}
          className="min-h-8 rounded-md px-2.5 font-semibold underline underline-offset-3 outline-offset-0 hover:bg-paper/15"
        >
          {action.label}
        </button>
      ) : null}
      <span className="[&_button]:text-paper [&_button:hover]:bg-paper/15">
        <IconButton
          label={t('dismiss')}
          size="small"
          icon={<X aria-hidden className="size-4" />}
          onPress={() => {
            dismissToast(message.id);
          }}
        />
      </span>
    </li>
  );
}
