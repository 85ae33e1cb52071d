import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { id as idSchema } from '#shared/contract/common.ts';
import { maximumPoints } from '#shared/contract/certificates.ts';
import { documentLanguageOf, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { textsIn } from '#renderer/i18n/texts.ts';
import { localToday } from '#renderer/state/today.ts';
import { Editor } from './Editor.tsx';
import { CertificateView } from './view/CertificateView.tsx';
import { workingOfCertificate, workingOfProposal } from './working.ts';

/** Began on the page of a new certificate, and in the store since. */
interface Begun {
  readonly id: string;
  readonly instrumentId: string;
  readonly orderId: string | null;
}

/**
 * A certificate by its identifier, or a new one for an instrument. When a new one comes into the store the address becomes its own, and
 * the form stays as it is, with the keyboard in it.
 */
export function CertificatePage() {
  const { id, instrumentId } = useParams();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const [begun, setBegun] = useState<Begun | null>(null);
  const orderId = idSchema.safeParse(query.get('order')).data ?? null;
  const isNew = id === undefined;
  const fresh = isNew ? { instrumentId: instrumentId ?? '', orderId } : begun?.id === id ? begun : null;
  if (!idSchema.safeParse(isNew ? instrumentId : id).success) return <NotFound />;
  if (fresh !== null) {
    return (
      <NewCertificate
        key={`${fresh.instrumentId}-${fresh.orderId ?? ''}`}
        instrumentId={fresh.instrumentId}
        orderId={fresh.orderId}
        isBegun={!isNew}
        onCreated={(certificateId) => {
          setBegun({ id: certificateId, instrumentId: fresh.instrumentId, orderId: fresh.orderId });
          void navigate(`/certificates/${certificateId}`, { replace: true });
        }}
        onLeave={() => { setBegun(null); }}
      />
    );
  }
  return <KnownCertificate key={id} id={id ?? ''} />;
}

function NotFound() {
  const { t } = useTranslation('certificates');
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={t('notFound.title')} actions={<LinkButton to="/instruments">{t('notFound.toList')}</LinkButton>}>
      {t('notFound.body')}
    </EmptyState>
  );
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactNode {
  return errorKind(error) === 'NOT_FOUND' ? <NotFound /> : <ErrorState error={error} onRetry={onRetry} />;
}

interface NewCertificateProps {
  readonly instrumentId: string;
  readonly orderId: string | null;
  readonly isBegun: boolean;
  readonly onCreated: (id: string) => void;
  /** It is issued, or to be read anew: from now on it is a certificate like any other. */
  readonly onLeave: () => void;
}

function NewCertificate({ instrumentId, orderId, isBegun, onCreated, onLeave }: NewCertificateProps) {
  const { t } = useTranslation('certificates');
  // Read once: what the store proposes later is no matter to a form that is being filled in.
  const proposal = useQuery({
    queryKey: ['certificate-proposal', instrumentId, orderId],
    queryFn: async () => workingOfProposal(await api.certificates.proposal({ instrumentId, calibrationOrderId: orderId }), localToday(), titleIn),
    staleTime: Infinity,
    gcTime: 0,
  });
  const passport = useQuery(queries.instruments.get.queryOptions({ input: { id: instrumentId } }));
  if (proposal.error) return <Failed error={proposal.error} onRetry={() => void proposal.refetch()} />;
  if (!proposal.data) return <LoadingBlock lines={12} />;
  const draft = isBegun ? undefined : passport.data?.certificates.find(({ state }) => state === 'draft');
  return (
    <div className="flex w-full max-w-7xl flex-col gap-5">
      {draft === undefined ? null : (
        <Banner tone="info" action={<LinkButton size="small" to={`/certificates/${draft.id}`}>{t('openDraft.go')}</LinkButton>}>
          {t('openDraft.body', { number: draft.number })}
        </Banner>
      )}
      <Editor
        start={{ key: `certificate-new-${instrumentId}`, instrumentId, calibrationOrderId: orderId, working: proposal.data, certificate: null }}
        onCreated={({ id }) => { onCreated(id); }}
        onIssued={onLeave}
        onReload={onLeave}
      />
    </div>
  );
}

/** What a certificate calls itself in its language. */
const titleIn = (tag: string): string => {
  const { language, digits } = usualDocumentLocale(documentLanguageOf(tag));
  return textsIn(language, digits).t('certificatePrint:title');
};

function KnownCertificate({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const [reading, setReading] = useState(0);
  const queryKey = ['certificate-whole', id, reading];
  // Never from an earlier visit: a draft must be gone on with as it is in the store.
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => {
      const [certificate, { points }] = await Promise.all([api.certificates.get({ id }), api.certificates.points({ certificateId: id, offset: 0, limit: maximumPoints })]);
      return { certificate, points };
    },
    gcTime: 0,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={12} />;
  const { certificate, points } = data;
  if (certificate.state === 'issued') return <CertificateView certificate={certificate} points={points} />;
  return (
    <div className="flex w-full max-w-7xl flex-col gap-5">
      <Editor
        key={reading}
        start={{ key: `certificate-${id}`, instrumentId: certificate.instrumentId, calibrationOrderId: certificate.calibrationOrderId, working: workingOfCertificate(certificate, points), certificate }}
        onCreated={() => undefined}
        onIssued={() => { void client.invalidateQueries({ queryKey }); }}
        onReload={() => { setReading(reading + 1); }}
      />
    </div>
  );
}
