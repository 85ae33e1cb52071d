import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { channelKinds } from '#shared/contract/clients.ts';
import type { ChannelKind } from '#shared/contract/clients.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface TextOption {
  readonly id: string;
  readonly label: string;
}

/** Languages that the clients of small exporters of tools write in; a record's own one is always among them. */
const LANGUAGES = [
  'en', 'fa', 'ar', 'ru', 'tr', 'az', 'ku', 'ps', 'tg', 'uz', 'kk', 'tk', 'hy', 'ka', 'ur', 'hi', 'bn', 'zh', 'ja', 'ko', 'vi', 'th', 'id', 'ms', 'de', 'fr', 'es', 'pt', 'it',
  'nl', 'pl', 'ro', 'bg', 'uk', 'el', 'cs', 'hu', 'sr', 'sv', 'sw', 'am', 'ha', 'he',
] as const;

export function useLanguageOptions(current: string | null): readonly TextOption[] {
  const format = useFormat();
  return useMemo(
    () => [...new Set<string>([...LANGUAGES, ...(current === null ? [] : [current])])].map((id) => ({ id, label: format.languageName(id) })).toSorted((a, b) => format.compare(a.label, b.label)),
    [format, current],
  );
}

export function useTimeZoneOptions(current: string | null): readonly TextOption[] {
  return useMemo(() => [...new Set([...Intl.supportedValuesOf('timeZone'), ...(current === null ? [] : [current])])].map((id) => ({ id, label: id.replaceAll('_', ' ') })), [current]);
}

export function useChannelOptions(): readonly { readonly id: ChannelKind; readonly label: string }[] {
  const { t } = useTranslation('records');
  return useMemo(() => channelKinds.map((id) => ({ id, label: t(`channel.${id}`) })), [t]);
}
