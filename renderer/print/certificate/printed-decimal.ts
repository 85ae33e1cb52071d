import { useCallback } from 'react';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';

/** A number of the certificate in the document's digits and with its decimal sign, which in Russian is a comma. */
export function usePrintedDecimal(): (text: string) => string {
  const format = useFormat();
  return useCallback((text) => (format.choice.language === 'ru' ? decimalIn(format, text).replace('.', ',') : decimalIn(format, text)), [format]);
}
