import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Download, FileX2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { id as idSchema } from '#shared/contract/common.ts';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { saveFile } from '#renderer/components/save-file.ts';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { askedLanguages } from '#renderer/instruments/dcc-tray.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';
import { EmbeddedFiles } from './EmbeddedFiles.tsx';
import { Signature } from './Signature.tsx';
import { DocumentFrameProvider, shownLanguage } from './view/document-frame.ts';
import { DocumentView } from './view/DocumentView.tsx';

/** A certificate that came as a file, as it was sent. */
export function SentPage() {
  const { t } = useTranslation('dcc');
  const { id = '' } = useParams();
  const { language } = usePreferences();
  const [asked, setAsked] = useState<string | null>(null);
  const isId = idSchema.safeParse(id).success;
  const wanted = asked === null ? askedLanguages(language) : [asked];
  const sent = useQuery(queries.dcc.view.queryOptions({ input: { certificateId: id, languages: [...wanted] }, enabled: isId, placeholderData: keepPreviousData }));
  const certificate = useQuery(queries.certificates.get.queryOptions({ input: { id }, enabled: isId }));
  if (!isId || (sent.error && errorKind(sent.error) === 'NOT_FOUND')) {
    return (
      <EmptyState icon={<FileX2 aria-hidden />} title={t('sent.notFound.title')} actions={<LinkButton to="/instruments">{t('instruments:title')}</LinkButton>}>
        {t('sent.notFound.body')}
      </EmptyState>
    );
  }
  if (sent.error) return <ErrorState error={sent.error} onRetry={() => void sent.refetch()} />;
  if (!sent.data || certificate.isPending) return <LoadingBlock lines={12} />;
  return (
    <Sent certificateId={id} number={certificate.data?.number ?? sent.data.view.uniqueIdentifier} sent={sent.data} wanted={wanted} onAsk={setAsked} isStale={sent.isPlaceholderData} />
  );
}

interface SentProps {
  readonly certificateId: string;
  readonly number: string;
  readonly sent: Awaited<ReturnType<typeof api.dcc.view>>;
  readonly wanted: readonly string[];
  readonly onAsk: (language: string) => void;
  readonly isStale: boolean;
}

function Sent({ certificateId, number, sent: { view, signature, embedded }, wanted, onAsk, isStale }: SentProps) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const errorWords = useErrorWords();
  const onError = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const saveSource = useMutation({ mutationFn: () => api.dcc.source({ certificateId }), onSuccess: ({ name, file }) => { saveFile(name, file); }, onError });
  const saveEmbedded = useMutation({ mutationFn: (index: number) => api.dcc.embedded({ certificateId, index }), onSuccess: ({ name, file }) => { saveFile(name, file); }, onError });
  const shown = shownLanguage(wanted, view.languages);
  const [first] = wanted;
  const named = (tag: string): string => format.languageName(tag);
  return (
    <DocumentFrameProvider
      value={{
        language: shown, embedded,
        onSave: (index) => {
          saveEmbedded.mutate(index);
        },
      }}
    >
      <div className="flex w-full max-w-5xl flex-col gap-6 pb-10" aria-busy={isStale}>
        <PageHeader
          title={t('sent.title', { number: isolated(number) })}
          parent={
            <LinkButton variant="text" to={`/certificates/${certificateId}`}>
              {t('sent.toCertificate')}
            </LinkButton>
          }
          description={
            <>
              {t('sent.identifier')} <Isolate>{view.uniqueIdentifier}</Isolate> · {t('sent.version')} <Isolate>{view.schemaVersion}</Isolate>
            </>
          }
          actions={
            <>
              <LinkButton to={`/certificates/${certificateId}`}>{t('sent.judge')}</LinkButton>
              <Button
                variant="primary"
                icon={<Download aria-hidden className="size-4" />}
                isPending={saveSource.isPending}
                onPress={() => {
                  saveSource.mutate();
                }}
              >
                {t('sent.saveSource')}
              </Button>
            </>
          }
        />
        {view.languages.used.length > 1 && shown !== null ? (
          <div className="max-w-xs">
            <Select label={t('sent.language')} options={view.languages.used.map((tag) => ({ id: tag, label: named(tag), ...(view.languages.mandatory.includes(tag) ? { description: t('sent.binding') } : {}) }))} value={shown} onChange={onAsk} />
          </div>
        ) : null}
        {shown !== null && first !== undefined && shown !== first ? <Banner tone="info">{t('sent.standsIn', { wanted: named(first), shown: named(shown) })}</Banner> : null}
        <Signature signature={signature} />
        {embedded.length === 0 ? null : (
          <Section title={t('embedded.title', { count: embedded.length })} description={t('embedded.how')}>
            <EmbeddedFiles files={embedded} />
          </Section>
        )}
        <DocumentView sections={view.sections} />
      </div>
    </DocumentFrameProvider>
  );
}
