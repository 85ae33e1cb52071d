import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { id as idSchema } from '#shared/contract/common.ts';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { OrderActions } from './OrderActions.tsx';
import { StepTrail } from './StepTrail.tsx';

/** One calibration from booking to shipping. */
export function OrderPage() {
  const { t } = useTranslation('recall');
  const { id = '' } = useParams();
  const isId = idSchema.safeParse(id).success;
  const { data, error, refetch } = useQuery(queries.recall.order.queryOptions({ input: { id }, enabled: isId }));
  const toList = (
    <LinkButton variant="text" to="/recall/orders">
      {t('part.orders.title')}
    </LinkButton>
  );
  if (!isId || (error && errorKind(error) === 'NOT_FOUND')) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t('orders.notFound')} actions={toList}>
        {t('orders.notFoundBody')}
      </EmptyState>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={8} />;
  return (
    <div className="flex w-full max-w-5xl flex-col gap-6">
      <PageHeader title={t('orders.title', { number: data.number })} parent={toList} description={<OfInstrument order={data} />} actions={<OrderActions order={data} />} />
      {data.cancelledOn === null ? null : <Cancelled reason={data.cancelReason} on={data.cancelledOn} />}
      <Section title={t('orders.way')}>
        <StepTrail order={data} />
      </Section>
      <Section title={t('orders.facts')}>
        <Facts order={data} />
      </Section>
    </div>
  );
}

function OfInstrument({ order }: { readonly order: CalibrationOrder }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <LinkButton variant="text" to={`/instruments/${order.instrumentId}`}>
        <Isolate>{order.serial}</Isolate>
      </LinkButton>
      <bdi>{order.instrumentName}</bdi>
    </span>
  );
}

function Cancelled({ reason, on }: { readonly reason: string | null; readonly on: string }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return (
    <Banner tone="warn" title={t('orders.cancelledOn', { day: format.day(on) })}>
      <bdi>{reason}</bdi>
    </Banner>
  );
}

function Facts({ order }: { readonly order: CalibrationOrder }) {
  const { t } = useTranslation('recall');
  const { certificate, clientId, clientName, laboratory, note } = order;
  return (
    <KeyValueList
      items={[
        {
          key: 'client', label: t('letters.client'),
          value: clientId === null ? t('instruments:ownHands') : <LinkButton variant="text" to={`/clients/${clientId}`}><bdi>{clientName}</bdi></LinkButton>,
        },
        { key: 'laboratory', label: t('orders.laboratory'), value: laboratory === null ? t('orders.ownLaboratory') : <bdi>{laboratory}</bdi> },
        {
          key: 'certificate', label: t('orders.certificate'),
          value: certificate === null ? t('orders.noCertificate') : (
            <span className="flex flex-wrap items-center gap-2">
              <LinkButton variant="text" to={`/certificates/${certificate.id}`}>
                <Isolate>{certificate.number}</Isolate>
              </LinkButton>
              {certificate.state === 'draft' ? <Pill tone="outline">{t('orders.draft')}</Pill> : null}
            </span>
          ),
        },
        ...(note === null ? [] : [{ key: 'note', label: t('orders.note'), value: <bdi className="whitespace-pre-line">{note}</bdi> }]),
      ]}
    />
  );
}
