import { useEffect, useRef } from 'react';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

const SEPARATORS = { latn: { '٫': '.', '٬': ',' }, arabext: { '.': '٫', ',': '٬' }, arab: { '.': '٫', ',': '٬' } } as const;

/**
 * Fields inside the returned ref's element take digits of any script, and get those they show. react-aria reads a number in the one
 * script that its locale names, so what is typed is rewritten before it arrives.
 */
export function useAnyDigits<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const format = useFormat();
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const separators: Readonly<Record<string, string>> = SEPARATORS[format.choice.digits];
    const rewrite = (event: InputEvent): void => {
      const { data, target } = event;
      if (data === null || event.isComposing) return;
      const isField = target instanceof HTMLInputElement;
      const digits = format.digits(data);
      const wanted = isField ? Array.from(digits, (character) => separators[character] ?? character).join('') : digits;
      if (wanted === data) return;
      event.preventDefault();
      event.stopPropagation();
      if (isField) {
        target.setRangeText(wanted, target.selectionStart ?? target.value.length, target.selectionEnd ?? target.value.length, 'end');
        target.dispatchEvent(new Event('input', { bubbles: true }));
      } else {
        target?.dispatchEvent(new InputEvent('beforeinput', { data: wanted, inputType: event.inputType, bubbles: true, cancelable: true }));
      }
    };
    element.addEventListener('beforeinput', rewrite, { capture: true });
    return () => {
      element.removeEventListener('beforeinput', rewrite, { capture: true });
    };
  }, [format]);
  return ref;
}
