import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import type { KeyValue } from '#renderer/components/KeyValueList.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { latenessWords } from './days.ts';
import { trackOfLine } from './delivery-marks.ts';
import type { LineDetail } from './delivery-marks.ts';
import { DeliveryTrack } from './DeliveryTrack.tsx';
import { IncotermMark, IncotermNote } from './IncotermNote.tsx';
import { OutcomePill } from './OutcomePill.tsx';
import { PromiseForm } from './PromiseForm.tsx';

/** Everything known about one order line. */
export function LineView({ id }: { readonly id: string }) {
  const { data: line, error, refetch } = useQuery(queries.orders.line.queryOptions({ input: { id } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!line) return <LoadingBlock lines={8} />;
  return <LineBody line={line} />;
}

const MODES = new Set(['air', 'sea', 'road', 'rail', 'courier', 'post', 'multimodal']);

function LineBody({ line }: { readonly line: LineDetail }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const [isPromising, setIsPromising] = useState(false);
  const track = trackOfLine(t, line);
  const checked = (isOk: boolean | null): string => (isOk === null ? t('line.notRecorded') : isOk ? t('line.ok') : t('line.notOk'));
  const facts: readonly KeyValue[] = [
    { key: 'product', label: t('line.product'), value: line.productName === null ? t('unknown') : <bdi>{line.productName}</bdi> },
    { key: 'quantity', label: t('line.delivered'), value: t('quantityOf', { delivered: format.number(line.deliveredQuantity), ordered: format.number(line.orderedQuantity) }) },
    { key: 'value', label: t('line.value'), value: line.value === null ? t('unknown') : format.money(line.value) },
    { key: 'shipment', label: t('line.shipment'), value: line.shipmentNumber === null ? t('unknown') : <Isolate>{line.shipmentNumber}</Isolate> },
    {
      key: 'mode', label: t('line.mode'),
      value: line.shipmentMode === null ? t('unknown') : MODES.has(line.shipmentMode) ? t(`mode.${line.shipmentMode}`) : <bdi>{line.shipmentMode}</bdi>,
    },
    { key: 'documents', label: t('line.documents'), value: checked(line.documentsOk) },
    { key: 'condition', label: t('line.condition'), value: checked(line.conditionOk) },
    { key: 'incoterm', label: t('line.incoterm'), value: line.incoterm === null ? t('unknown') : <IncotermMark given={line.incoterm} /> },
  ];
  return (
    <div className="flex flex-col gap-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <OutcomePill outcome={line.outcome} />
        {line.latenessDays === null ? null : <strong>{latenessWords(t, line.latenessDays)}</strong>}
        <span className="text-ink-2">{t(`outcomeWhy.${line.outcome}`)}</span>
      </p>
      {track.length === 0 ? null : (
        <Section title={t('line.dates')} level={3}>
          <DeliveryTrack rows={track} />
        </Section>
      )}
      <Section title={t('line.summary')} level={3}>
        <KeyValueList items={facts} />
        {line.incoterm === null ? null : (
          <div className="mt-3">
            <IncotermNote given={line.incoterm} />
          </div>
        )}
      </Section>
      <Section
        title={t('line.promises')}
        level={3}
        actions={
          isPromising ? null : (
            <Button size="small" icon={<Plus aria-hidden className="size-4" />} onPress={() => { setIsPromising(true); }}>
              {t('promise.add')}
            </Button>
          )
        }
      >
        {isPromising ? <PromiseForm line={line} onClose={() => { setIsPromising(false); }} /> : null}
        <Promises line={line} />
      </Section>
      <Section title={t('line.deliveries')} level={3}>
        <Deliveries line={line} />
      </Section>
      <Section title={t('line.origin')} level={3}>
        <p>
          {line.sourceFile === null ? (
            t('line.sourceHand')
          ) : (
            <bdi>{line.sourceRow === null ? t('line.sourceFile', { file: line.sourceFile }) : t('line.sourceRow', { file: line.sourceFile, row: line.sourceRow })}</bdi>
          )}
        </p>
      </Section>
    </div>
  );
}

function Promises({ line }: { readonly line: LineDetail }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  return (
    <ol className="flex flex-col gap-2.5">
      {line.promises.map((promise) => (
        <li key={promise.id}>
          <p className="font-medium">{format.day(promise.promisedOn)}</p>
          <p className="text-sm text-ink-2">
            {t('promise.madeBy', { name: promise.madeBy, when: format.instant(promise.madeAt) })} · {t(`promise.askedBy.${promise.askedBy}`)}
          </p>
          {promise.reason === null ? null : <p dir="auto" className="text-sm">{promise.reason}</p>}
        </li>
      ))}
      {line.firstPromisedOn === null ? null : (
        <li>
          <p className="font-medium">{format.day(line.firstPromisedOn)}</p>
          <p className="text-sm text-ink-2">{t('promise.first')}</p>
        </li>
      )}
      {line.promises.length === 0 ? <li className="text-sm text-ink-3">{line.firstPromisedOn === null ? t('promise.explainNone') : t('line.noPromises')}</li> : null}
    </ol>
  );
}

function Deliveries({ line }: { readonly line: LineDetail }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  if (line.deliveries.length === 0) return <p className="text-ink-3">{t('line.noDeliveries')}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {line.deliveries.map((delivery) => (
        <li key={delivery.id} className="flex flex-wrap gap-x-3">
          <span className="font-medium">{delivery.deliveredOn === null ? t('unknown') : format.day(delivery.deliveredOn)}</span>
          <span>{t('line.deliveryOf', { quantity: format.number(delivery.quantity) })}</span>
          {delivery.shipmentNumber === null ? null : (
            <span className="text-ink-3">
              {t('line.shipment')} <Isolate>{delivery.shipmentNumber}</Isolate>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
