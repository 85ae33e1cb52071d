import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { channelKinds } from '#shared/contract/clients.ts';
import type { ChannelKind } from '#shared/contract/clients.ts';
import type { Option } from '#renderer/components/Select.tsx';

export function useTimeZoneOptions(current: string | null): readonly Option<string>[] {
  return useMemo(() => [...new Set([...Intl.supportedValuesOf('timeZone'), ...(current === null ? [] : [current])])].map((id) => ({ id, label: id.replaceAll('_', ' ') })), [current]);
}

export function useChannelOptions(): readonly { readonly id: ChannelKind; readonly label: string }[] {
  const { t } = useTranslation('records');
  return useMemo(() => channelKinds.map((id) => ({ id, label: t(`channel.${id}`) })), [t]);
}
