import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { maximumPoints } from '#shared/contract/certificates.ts';
import { api } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { tellPrinter, usePrintReady } from '../use-print-ready.ts';
import { readCertificateChoice } from './certificate-choice.ts';
import type { CertificateChoice } from './certificate-choice.ts';
import { CertificateDocument } from './CertificateDocument.tsx';
import type { PrintedCertificate } from './CertificateDocument.tsx';
import { titleOf } from './title-of.ts';
import { useCertificateWords } from './use-certificate-words.ts';

/** A certificate with all of its points, and the letterhead. */
export async function readPrintedCertificate(id: string): Promise<PrintedCertificate> {
  const [certificate, { points }, { organisation, logo }] = await Promise.all([
    api.certificates.get({ id }), api.certificates.points({ certificateId: id, offset: 0, limit: maximumPoints }), api.settings.get(),
  ]);
  return { certificate, points, organisation, logo };
}

/** The certificate and nothing else: what the hidden printing window loads, and a browser's new tab. `then=print` prints it at once. */
export function CertificatePrint() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery({ queryKey: ['certificate-print', id], queryFn: () => readPrintedCertificate(id) });
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const choice = readCertificateChoice(query);
  return (
    <LocaleScope choice={choice}>
      <Sheet printed={data} choice={choice} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

function Sheet({ printed, choice, printsItself }: { readonly printed: PrintedCertificate; readonly choice: CertificateChoice; readonly printsItself: boolean }) {
  const { t } = useTranslation('certificatePrint');
  const { document } = printed.certificate;
  const words = useCertificateWords(printed.certificate);
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  usePrintReady(choice.paper, words, t('documentTitle', { title: titleOf(t, document), number: document.number }), onReady);
  return (
    <main>
      <CertificateDocument {...printed} />
    </main>
  );
}
