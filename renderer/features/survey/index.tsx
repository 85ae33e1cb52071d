import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { id as idSchema } from '#shared/contract/common.ts';
import { queries } from '#renderer/api.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { AskSection } from './AskSection.tsx';
import { InterruptedBanner } from './InterruptedBanner.tsx';
import { PastSurveys } from './PastSurveys.tsx';
import { SheetEntry } from './SheetEntry.tsx';

export { StandPage } from './stand/StandPage.tsx';

/** What one client is asked and has answered. */
export function SurveysPage() {
  return <OfClient>{(client) => <Surveys key={client.id} client={client} />}</OfClient>;
}

function Surveys({ client }: { readonly client: Client }) {
  const { t } = useTranslation('surveyScreen');
  const [isGoingOn, setIsGoingOn] = useState(false);
  return (
    <div className="flex w-full max-w-5xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        parent={
          <LinkButton variant="text" to={`/clients/${client.id}`}>
            {t('toClient', { client: client.name })}
          </LinkButton>
        }
        description={t('description')}
      />
      <InterruptedBanner clientId={client.id} isGoingOn={isGoingOn} onGoOn={setIsGoingOn} />
      {/* One way to hand over at a time, with one number. */}
      {isGoingOn ? null : <AskSection client={client} />}
      <PastSurveys clientId={client.id} />
    </div>
  );
}

/** A sheet that came back is typed in. */
export function SurveyEntryPage() {
  return <OfClient>{(client) => <SheetEntry client={client} />}</OfClient>;
}

function OfClient({ children }: { readonly children: (client: Client) => ReactNode }) {
  const { t } = useTranslation('surveyScreen');
  const { clientId: id = '' } = useParams();
  const isId = idSchema.safeParse(id).success;
  const { data: client, error, refetch } = useQuery(queries.clients.get.queryOptions({ input: { id }, enabled: isId }));
  if (!isId || (error && errorKind(error) === 'NOT_FOUND')) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t('notFound.title')} actions={<LinkButton to="/clients">{t('client:notFound.toList')}</LinkButton>}>
        {t('notFound.body')}
      </EmptyState>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!client) return <LoadingBlock lines={10} />;
  return children(client);
}
