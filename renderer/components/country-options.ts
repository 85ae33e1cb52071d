import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { useMemo } from 'react';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Option } from './Select.tsx';

/** Every country of ISO 3166-1 in the reader's language and order. */
export function useCountryOptions(): readonly Option<string>[] {
  const format = useFormat();
  return useMemo(
    () =>
      codes
        .flatMap(([code]) => (code === undefined ? [] : [{ id: code, label: format.country(code) }]))
        .toSorted((a, b) => format.compare(a.label, b.label)),
    [format],
  );
}
