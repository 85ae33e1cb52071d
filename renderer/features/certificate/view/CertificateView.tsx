import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileCode2, FilePen, FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { saveText } from '#renderer/components/save-file.ts';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { AmendDialog } from '../AmendDialog.tsx';
import { missingKey } from '../Checklist.tsx';
import { Comparison } from '../Comparison.tsx';
import { PdfFile } from '../PdfFile.tsx';
import { CertificateFacts } from './CertificateFacts.tsx';
import { ResultsGrid } from './ResultsGrid.tsx';
import { StandardsTable } from './StandardsTable.tsx';

interface CertificateViewProps {
  readonly certificate: StoredCertificate;
  readonly points: readonly MeasurementPoint[];
}

/** An issued certificate, readable: what it says, what that means under its rule, and what it rests on. */
export function CertificateView({ certificate, points }: CertificateViewProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isAmending, setIsAmending] = useState(false);
  const { document } = certificate;
  const exportDcc = useMutation({
    mutationFn: () => api.certificates.exportDcc({ id: certificate.id }),
    onSuccess: ({ fileName, xml }) => {
      saveText(fileName, xml, 'application/xml');
      toast(t('dcc.saved', { name: fileName }));
    },
    onError: (error) => { toast(errorWords(error), null, 'danger'); },
  });
  const isFromDcc = certificate.origin === 'dcc';
  return (
    <div className="flex w-full max-w-6xl flex-col gap-6">
      <PageHeader
        title={t('title.issued', { number: certificate.number })}
        parent={<LinkButton variant="text" to={`/instruments/${certificate.instrumentId}`}>{t('toInstrument', { serial: certificate.serial })}</LinkButton>}
        description={<><bdi>{certificate.instrumentName}</bdi> · <bdi>{document.laboratory.name}</bdi></>}
        actions={
          <>
            {isFromDcc ? (
              <LinkButton to={`/certificates/${certificate.id}/dcc`} icon={<FileText aria-hidden className="size-4" />}>{t('action.asSent')}</LinkButton>
            ) : (
              <Button icon={<FileCode2 aria-hidden className="size-4" />} isPending={exportDcc.isPending} onPress={() => { exportDcc.mutate(); }}>{t('action.exportDcc')}</Button>
            )}
            {certificate.replacedBy === null ? (
              <Button icon={<FilePen aria-hidden className="size-4" />} onPress={() => { setIsAmending(true); }}>{t('action.amend')}</Button>
            ) : null}
            <LinkButton variant="primary" to={`/certificates/${certificate.id}/print`} icon={<Printer aria-hidden className="size-4" />}>{t('action.print')}</LinkButton>
          </>
        }
      />
      {certificate.replacedBy === null ? null : (
        <Banner tone="warn" action={<LinkButton size="small" to={`/certificates/${certificate.replacedBy.id}`}>{t('replaced.go')}</LinkButton>}>
          {t('replaced.by', { number: certificate.replacedBy.number })}
        </Banner>
      )}
      {certificate.replaces === null ? null : (
        <Banner tone="info" title={t('amend.replaces', { number: certificate.replaces.number })} action={<LinkButton size="small" to={`/certificates/${certificate.replaces.id}`}>{t('replaced.goBack')}</LinkButton>}>
          {document.amendmentReason === null ? '' : <bdi>{document.amendmentReason}</bdi>}
        </Banner>
      )}
      {certificate.outOfToleranceCaseId === null ? null : (
        <Banner tone="danger" action={<LinkButton size="small" to={`/recall/cases/${certificate.outOfToleranceCaseId}`}>{t('case.go')}</LinkButton>}>
          {t('case.body')}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3 rounded-lg border border-line bg-surface px-5 py-4">
        {document.decisionRule === null && certificate.verdict === null ? (
          <p>{t('verdict.none')}</p>
        ) : (
          <>
            {certificate.asFoundVerdict === null ? null : <p className="flex items-center gap-2"><span className="text-ink-2">{t('stage.as-found')}</span> <VerdictPill verdict={certificate.asFoundVerdict} /></p>}
            {certificate.verdict === null ? null : <p className="flex items-center gap-2"><span className="text-ink-2">{document.adjusted ? t('stage.as-left') : t('verdict.title')}</span> <VerdictPill verdict={certificate.verdict} /></p>}
          </>
        )}
        {document.statedConformity === null ? null : <p className="flex items-center gap-2"><span className="text-ink-2">{t('verdict.stated')}</span> <VerdictPill verdict={document.statedConformity} /></p>}
        <p className="text-ink-2">{t('view.calibratedOn', { day: format.day(certificate.calibratedOn) })}</p>
        {certificate.isOwnLaboratory ? null : <Pill tone="outline">{t('lab.other')}</Pill>}
        {certificate.isComplete ? null : <Pill tone="warn">{t('view.incomplete')}</Pill>}
        {certificate.signature === null || certificate.signature === 'none' ? null : <Pill tone={certificate.signature === 'false' ? 'danger' : 'outline'}>{t(`signature.${certificate.signature}`)}</Pill>}
      </div>
      <CertificateFacts document={document} />
      <StandardsTable document={document} standardsInUse={certificate.standardsInUse} />
      <ResultsGrid points={points} document={document} />
      <Comparison instrumentId={certificate.instrumentId} points={points} adjusted={document.adjusted} rule={document.decisionRule} />
      {certificate.missing.length === 0 ? null : (
        <Section title={t('view.missing')}>
          <ul className="list-disc ps-5">
            {certificate.missing.map(({ field, clause, points: positions }) => (
              <li key={field}>{t(`missing.${missingKey(field)}`, { count: positions.length })} <bdi dir="ltr" className="text-sm text-ink-3"><Isolate>{t('check.clause', { clause })}</Isolate></bdi></li>
            ))}
          </ul>
        </Section>
      )}
      <PdfFile certificate={certificate} onChanged={() => { void client.invalidateQueries({ queryKey: ['certificate-whole', certificate.id] }); }} />
      <AmendDialog certificate={certificate} isOpen={isAmending} onClose={() => { setIsAmending(false); }} />
    </div>
  );
}
