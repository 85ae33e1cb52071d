import { useMemo } from 'react';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Option } from './Select.tsx';

/** Languages that the clients of small exporters of tools write in; a record's own one is always among them. */
const LANGUAGES = [
  'en', 'fa', 'ar', 'ru', 'tr', 'az', 'ku', 'ps', 'tg', 'uz', 'kk', 'tk', 'hy', 'ka', 'ur', 'hi', 'bn', 'zh', 'ja', 'ko', 'vi', 'th', 'id', 'ms', 'de', 'fr', 'es', 'pt', 'it',
  'nl', 'pl', 'ro', 'bg', 'uk', 'el', 'cs', 'hu', 'sr', 'sv', 'sw', 'am', 'ha', 'he',
] as const;

/** In the reader's own words and order. */
export function useLanguageOptions(current: string | null): readonly Option<string>[] {
  const format = useFormat();
  return useMemo(
    () => [...new Set<string>([...LANGUAGES, ...(current === null ? [] : [current])])].map((id) => ({ id, label: format.languageName(id) })).toSorted((a, b) => format.compare(a.label, b.label)),
    [format, current],
  );
}
