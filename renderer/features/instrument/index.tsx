import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { id as idSchema } from '#shared/contract/common.ts';
import type { Passport } from '#shared/contract/instruments.ts';
import { queries } from '#renderer/api.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { DccDropArea } from '#renderer/instruments/DccDropArea.tsx';
import { RecordsProvider } from '#renderer/records/RecordsProvider.tsx';
import { Certificates } from './Certificates.tsx';
import { EditDialog } from './EditDialog.tsx';
import { ExtendDialog } from './ExtendDialog.tsx';
import { Facts } from './Facts.tsx';
import { Holders } from './Holders.tsx';
import { Interval } from './Interval.tsx';
import { Life } from './Life.tsx';
import { PassportHeader } from './PassportHeader.tsx';
import { TransferDialog } from './TransferDialog.tsx';

/** One instrument's whole life. */
export function InstrumentPage() {
  const { t } = useTranslation('passport');
  const { id = '' } = useParams();
  const isId = idSchema.safeParse(id).success;
  const { data, error, refetch } = useQuery(queries.instruments.get.queryOptions({ input: { id }, enabled: isId }));
  if (!isId || (error && errorKind(error) === 'NOT_FOUND')) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t('notFound.title')} actions={<LinkButton to="/instruments">{t('notFound.toList')}</LinkButton>}>
        {t('notFound.body')}
      </EmptyState>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={10} />;
  return (
    <RecordsProvider key={data.id} clientId={data.clientId ?? ''}>
      <PassportView passport={data} />
    </RecordsProvider>
  );
}

type OpenDialog = 'edit' | 'transfer' | 'extend' | null;

function PassportView({ passport }: { readonly passport: Passport }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => {
    setDialog(null);
  };
  return (
    <div className="flex w-full max-w-6xl flex-col gap-6">
      <DccDropArea instrumentId={passport.id} />
      <PassportHeader passport={passport} onOpen={setDialog} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Certificates passport={passport} />
          <Life passport={passport} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <Facts passport={passport} />
          <Interval passport={passport} onExtend={() => { setDialog('extend'); }} />
          <Holders passport={passport} />
        </div>
      </div>
      <EditDialog passport={passport} isOpen={dialog === 'edit'} onClose={close} />
      <TransferDialog passport={passport} isOpen={dialog === 'transfer'} onClose={close} />
      <ExtendDialog passport={passport} isOpen={dialog === 'extend'} onClose={close} />
    </div>
  );
}
