import { create } from 'zustand';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'danger';
  /** Undo, mostly; Ctrl/Cmd+Z runs that of the newest toast. */
  readonly action: ToastAction | null;
}

interface ToastState {
  readonly toasts: readonly ToastMessage[];
}

const LIMIT = 3;
let lastId = 0;

export const useToasts = create<ToastState>(() => ({ toasts: [] }));

/** `toast(t('clients:binned'), { label: t('undo'), run: () => restore(id) })` */
export function toast(text: string, action: ToastAction | null = null, tone: ToastMessage['tone'] = 'plain'): void {
  lastId += 1;
  const message: ToastMessage = { id: lastId, text, tone, action };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, message].slice(-LIMIT) }));
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }));
}

/** Runs the newest toast's action. @returns false where there is none. */
export function runLastToastAction(): boolean {
  const last = useToasts.getState().toasts.findLast(({ action }) => action !== null);
  if (!last?.action) return false;
  dismissToast(last.id);
  void last.action.run();
  return true;
}
