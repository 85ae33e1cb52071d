import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { OrderLineButton } from './OrderLineButton.tsx';

const text = (value: string | null): ReactNode => (value === null ? null : <bdi>{value}</bdi>);
const code = (value: string | null): ReactNode => (value === null ? null : <Isolate>{value}</Isolate>);

/** What it is, where it came from, and what it measures. */
export function Facts({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  const fact = (key: string, value: ReactNode) => (value === null || value === '' ? [] : [{ key, label: t(`fact.${key}`), value }]);
  const day = (value: string | null) => (value === null ? null : format.day(value));
  const number = (value: string | null): string => (value === null ? '…' : decimalIn(format, value));
  const tolerance = (lower: string | null, upper: string | null): string =>
    lower !== null && upper !== null && lower.replace(/^[-−]/u, '') === upper.replace(/^\+/u, '') && lower !== upper ? `±${number(upper.replace(/^\+/u, ''))}` : `${number(lower)} … ${number(upper)}`;
  return (
    <Section title={t('facts')}>
      <KeyValueList
        items={[
          ...fact('product', passport.product === null ? null : <bdi>{passport.product.name}</bdi>),
          ...fact('manufacturer', text(passport.manufacturer)),
          ...fact('model', code(passport.model)),
          ...fact('description', text(passport.description)),
          ...fact('assetNumber', code(passport.assetNumber)),
          ...fact('status', t(`instruments:status.${passport.status}`)),
          ...fact('order', passport.order === null ? null : <OrderLineButton order={passport.order}><Isolate>{`${passport.order.orderNumber} / ${passport.order.lineNumber}`}</Isolate></OrderLineButton>),
          ...fact('shipment', code(passport.shipmentNumber)),
          ...fact('deliveredOn', day(passport.deliveredOn)),
          ...fact('receivedOn', day(passport.receivedOn)),
          ...fact('firstUsedOn', day(passport.firstUsedOn)),
        ]}
      />
      {passport.ranges.length === 0 ? null : (
        <div className="mt-4 overflow-x-auto">
          <table className="w-full text-start text-sm">
            <caption className="sr-only">{t('ranges')}</caption>
            <thead className="text-ink-3">
              <tr>
                {(['quantity', 'range', 'resolution', 'tolerance'] as const).map((key) => (
                  <th key={key} scope="col" className="py-1 pe-3 text-start font-medium">
                    {t(`range.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {passport.ranges.map((range, index) => {
                const unit = displayUnit(range.unit);
                return (
                  <tr key={`range-${String(index)}`} className="border-t border-line">
                    <td className="py-1 pe-3">{range.quantity === null ? null : <bdi>{range.quantity}</bdi>}</td>
                    <td className="py-1 pe-3 whitespace-nowrap"><bdi dir="ltr">{`${number(range.lower)} – ${number(range.upper)} ${unit}`}</bdi></td>
                    <td className="py-1 pe-3 whitespace-nowrap">{range.resolution === null ? null : <bdi dir="ltr">{`${number(range.resolution)} ${unit}`}</bdi>}</td>
                    <td className="py-1 whitespace-nowrap">
                      {range.toleranceLower === null && range.toleranceUpper === null ? null : <bdi dir="ltr">{`${tolerance(range.toleranceLower, range.toleranceUpper)} ${unit}`}</bdi>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {passport.notes === null ? null : (
        <p className="mt-4 whitespace-pre-wrap" dir="auto">
          {passport.notes}
        </p>
      )}
    </Section>
  );
}
