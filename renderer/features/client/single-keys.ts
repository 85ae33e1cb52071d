import { useEffect, useRef } from 'react';
import { create } from 'zustand';

const STORED_AS = 'peyvand:single-keys';

/** Keys without Ctrl can be turned off, for those who dictate or whose keys stick (WCAG 2.1.4). */
export const useSingleKeys = create<{ readonly isOn: boolean }>(() => ({ isOn: localStorage.getItem(STORED_AS) !== 'off' }));

export function setSingleKeys(isOn: boolean): void {
  localStorage.setItem(STORED_AS, isOn ? 'on' : 'off');
  useSingleKeys.setState({ isOn });
}

/** Where a letter is typing, or chooses from a list. */
const TAKEN = 'input, textarea, select, [contenteditable="true"], [role="spinbutton"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';

/** Runs what a single key stands for; letters of another layout (Persian) are found by their place on the keyboard. */
export function useSingleKeyActions(actions: Readonly<Record<string, () => void>>): void {
  const actionsRef = useRef(actions);
  useEffect(() => {
    actionsRef.current = actions;
  });
  const isOn = useSingleKeys((state) => state.isOn);
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TAKEN)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const action = actionsRef.current[event.key.toLowerCase()] ?? actionsRef.current[event.code.replace(/^Key/u, '').toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [isOn]);
}
