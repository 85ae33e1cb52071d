import { FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Passport } from '#shared/contract/instruments.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';

/** Its certificates, the newest first, those that were replaced among them. */
export function Certificates({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  return (
    <Section
      title={t('certificates')}
      actions={
        <LinkButton to={`/instruments/${passport.id}/certificates/new`} size="small" icon={<FilePlus2 aria-hidden className="size-4" />}>
          {t('action.certificate')}
        </LinkButton>
      }
    >
      {passport.certificates.length === 0 ? (
        <p className="text-ink-2">{t('noCertificates')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {passport.certificates.map((row) => (
            <li key={row.id}>
              <Link to={`/certificates/${row.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 hover:bg-hover">
                <span className="min-w-0 flex-1 basis-48">
                  <span className="font-medium">
                    <Isolate>{row.number}</Isolate>
                  </span>
                  <span className="block text-sm text-ink-3">
                    <bdi>{row.laboratoryName}</bdi> · {t('points', { count: row.pointCount })}
                  </span>
                </span>
                <span className="whitespace-nowrap">{format.day(row.calibratedOn)}</span>
                {row.state === 'draft' ? <Pill tone="outline">{t('draft')}</Pill> : null}
                {row.replacedBy === null ? null : <Pill tone="outline">{t('replaced', { number: row.replacedBy.number })}</Pill>}
                {row.asFoundVerdict === null || row.asFoundVerdict === row.verdict ? null : (
                  <span className="flex items-center gap-1 text-sm text-ink-3">
                    {t('asFound')} <VerdictPill verdict={row.asFoundVerdict} />
                  </span>
                )}
                {row.verdict === null ? null : <VerdictPill verdict={row.verdict} />}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
