import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** Who had it, where and when. */
export function Holders({ passport: { holders } }: { readonly passport: Passport }) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  if (holders.length === 0) return null;
  return (
    <Section title={t('holders')}>
      <ul className="flex flex-col gap-2">
        {holders.map((holder) => (
          <li key={holder.id}>
            {holder.clientId === null ? (
              <span className="font-medium">{t('instruments:ownHands')}</span>
            ) : (
              <LinkButton variant="text" to={`/clients/${holder.clientId}`}>
                <bdi>{holder.clientName}</bdi>
              </LinkButton>
            )}
            {holder.site === null ? null : <span className="text-ink-2"> <bdi>{holder.site}</bdi></span>}
            <span className="block text-sm text-ink-3">
              {t('holderSpan', {
                from: holder.fromOn === null ? t('unknownDay') : format.day(holder.fromOn), hasEnd: holder.untilOn === null ? 'no' : 'yes',
                until: holder.untilOn === null ? '' : format.day(holder.untilOn),
              })}
              {holder.note === null ? null : <> · <bdi>{holder.note}</bdi></>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
