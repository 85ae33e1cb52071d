import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Case } from './case.ts';

/** The notices of a finding, sent or not yet; they are changed and sent where all letters are. */
export function Notices({ found: { letters } }: { readonly found: Case }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const query = new URLSearchParams(letters.map(({ id }) => ['id', id]));
  return (
    <Section
      title={t('cases.notices')}
      actions={
        letters.length === 0 ? null : (
          <>
            <LinkButton size="small" to={`/recall/letters/print?${query.toString()}`} icon={<Printer aria-hidden className="size-4" />}>
              {t('letters.print')}
            </LinkButton>
            <LinkButton size="small" to="/recall/letters">
              {t('cases.toLetters')}
            </LinkButton>
          </>
        )
      }
    >
      {letters.length === 0 ? (
        <p className="text-ink-2">{t('cases.noNotices')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {letters.map((letter) => (
            <li key={letter.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 flex-1 basis-48">
                <LinkButton variant="text" to={`/recall/letters/print?id=${letter.id}`}>
                  <bdi>{letter.clientName}</bdi>
                </LinkButton>
              </span>
              <span className="text-sm text-ink-2">{format.languageName(letter.language)}</span>
              <Pill tone={letter.sentOn === null ? 'warn' : 'accent'}>{letter.sentOn === null ? t('letters.unsent') : t('letters.sentOn', { day: format.day(letter.sentOn, 'short') })}</Pill>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
