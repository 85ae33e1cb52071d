import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** What it was calibrated with, each with its own certificate, and whether that was still good on the day. */
export function StandardsTable({ document: { standards }, standardsInUse }: Pick<StoredCertificate, 'document' | 'standardsInUse'>) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return (
    <Section title={t('section.standards')}>
      {standards.length === 0 ? (
        <p className="text-ink-2">{t('warning.no-standards')}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-start">
            <thead className="border-b border-line text-sm text-ink-3">
              <tr>{(['name', 'serial', 'certificate', 'dueOn'] as const).map((column) => <th key={column} scope="col" className="py-1 pe-3 text-start font-medium">{column === 'serial' ? t('field.serial') : t(`standards.${column}`)}</th>)}</tr>
            </thead>
            <tbody>
              {standards.map((standard, position) => {
                const used = standardsInUse.find((each) => each.position === position);
                const dueOn = used?.dueOn ?? standard.dueOn;
                return (
                  <tr key={`standard-${String(position)}`} className="border-b border-line/70 align-top">
                    <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                      {used === undefined || used.instrumentId === null ? <bdi>{standard.name}</bdi> : <LinkButton variant="text" to={`/instruments/${used.instrumentId}`}><bdi>{standard.name}</bdi></LinkButton>}
                    </th>
                    <td className="py-1.5 pe-3">{standard.serial === null ? null : <Isolate>{standard.serial}</Isolate>}</td>
                    <td className="py-1.5 pe-3">
                      {standard.certificateNumber === null ? <span className="text-ink-3">{t('standards.noCertificate')}</span> : used === undefined || used.certificateId === null ? <Isolate>{standard.certificateNumber}</Isolate> : <LinkButton variant="text" to={`/certificates/${used.certificateId}`}><Isolate>{standard.certificateNumber}</Isolate></LinkButton>}
                    </td>
                    <td className="py-1.5">
                      {dueOn === null ? null : format.day(dueOn)}
                      {used?.overdueOnDay === true ? <span className="flex items-center gap-1 text-sm font-medium text-danger"><TriangleAlert aria-hidden className="size-4" /> {t('standards.wasOverdue')}</span> : null}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
