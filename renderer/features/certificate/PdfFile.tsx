import { useMutation } from '@tanstack/react-query';
import { FileDown, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { FileDrop } from '#renderer/components/FileDrop.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { saveFile } from '#renderer/components/save-file.ts';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { problemsOf } from '#renderer/records/field-problems.ts';

interface PdfFileProps {
  readonly certificate: StoredCertificate;
  readonly onChanged?: (certificate: StoredCertificate) => void;
}

/** The certificate as a PDF that came with it: signed, stamped, or of another laboratory. */
export function PdfFile({ certificate, onChanged }: PdfFileProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const errorWords = useErrorWords();
  const { id, pdf } = certificate;
  const attach = useMutation({
    mutationFn: (file: File | null) => api.certificates.attachPdf({ id, file }),
    onSuccess: (changed) => { onChanged?.(changed); },
  });
  const save = useMutation({
    mutationFn: () => api.certificates.pdf({ id }),
    onSuccess: ({ name, file }) => { saveFile(name, file); },
  });
  const [problem] = problemsOf(attach.error);
  const error = attach.error ?? save.error;
  return (
    <Section title={t('pdf.title')}>
      <div className="flex flex-col gap-3">
        {pdf === null ? (
          <FileDrop label={t('pdf.drop')} description={t('pdf.how')} buttonLabel={t('pdf.choose')} accept={['application/pdf', '.pdf']} isDisabled={attach.isPending} onFile={(file) => { attach.mutate(file); }} />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <span className="min-w-0"><bdi className="font-medium">{pdf.name}</bdi> <span className="text-sm text-ink-3">{format.fileSize(pdf.sizeBytes)}</span></span>
            <Button size="small" icon={<FileDown aria-hidden className="size-4" />} isPending={save.isPending} onPress={() => { save.mutate(); }}>{t('pdf.save')}</Button>
            <IconButton label={t('pdf.remove')} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => { attach.mutate(null); }} />
          </div>
        )}
        {error === null ? null : <Banner tone="danger" isLive>{problem === undefined ? errorWords(error) : t(problem.code === 'too-large' ? 'pdf.tooLarge' : 'pdf.notPdf')}</Banner>}
      </div>
    </Section>
  );
}
