import { useTranslation } from 'react-i18next';
import type { DeliverySummary } from '#shared/contract/orders.ts';
import type { DeliveryFigure, DeliveryWindow } from '#shared/domain/delivery/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** Delivery in figures. There is no standard definition of "on time": every number shows what it is held against and how many lines it counts. */
export function Deliveries({ deliveries }: { readonly deliveries: DeliverySummary }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  return (
    <section aria-labelledby="report-deliveries">
      <h2 id="report-deliveries">{t('deliveries.title')}</h2>
      {deliveries.lineCount === 0 ? (
        <p className="report-quiet">{t('deliveries.none')}</p>
      ) : (
        <>
          <p>
            {t('deliveries.volume', { lines: deliveries.lineCount, orders: deliveries.orderCount, shipments: deliveries.shipmentCount })}{' '}
            {deliveries.values.length === 0 ? null : t('deliveries.value', { value: format.list(deliveries.values.map((value) => format.money(value))) })}
          </p>
          <p>{t('deliveries.event', { event: deliveries.onOrBefore.event })}</p>
          <FigureTable deliveries={deliveries} />
          {deliveries.meanLatenessDays === null || deliveries.meanAbsoluteErrorDays === null ? null : (
            <p>
              {t('deliveries.lateness', {
                way: deliveries.meanLatenessDays > 0 ? 'late' : deliveries.meanLatenessDays < 0 ? 'early' : 'even',
                days: format.number(Math.abs(deliveries.meanLatenessDays), 1),
                off: format.number(deliveries.meanAbsoluteErrorDays, 1),
              })}
            </p>
          )}
          <Incoterms incoterms={deliveries.incoterms} />
        </>
      )}
    </section>
  );
}

interface FigureRow {
  readonly name: 'onTime' | 'onTimeRequest' | 'onTimeCurrent' | 'otif' | 'perfect' | 'onOrBefore' | 'inFull' | 'withoutCustomer';
  readonly figure: DeliveryFigure;
}

/** The figure that stands for a client: against the first promise, which never changes. */
const headline = ({ basis }: DeliveryFigure): boolean => basis === 'first-promise';

function FigureTable({ deliveries }: { readonly deliveries: DeliverySummary }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const onTime = deliveries.onTime.find(headline);
  const second = deliveries.onTimeWithoutCustomerCaused;
  const rows: readonly FigureRow[] = [
    ...deliveries.onTime.filter(headline).map((figure): FigureRow => ({ name: 'onTime', figure })),
    ...deliveries.otif.filter(headline).map((figure): FigureRow => ({ name: 'otif', figure })),
    ...deliveries.perfect.filter(headline).map((figure): FigureRow => ({ name: 'perfect', figure })),
    { name: 'inFull', figure: deliveries.inFull },
    { name: 'onOrBefore', figure: deliveries.onOrBefore },
    ...(onTime !== undefined && second.denominator !== onTime.denominator ? [{ name: 'withoutCustomer', figure: second } as const] : []),
    ...deliveries.onTime
      .filter((figure) => !headline(figure) && figure.denominator > 0)
      .map((figure): FigureRow => ({ name: figure.basis === 'request' ? 'onTimeRequest' : 'onTimeCurrent', figure })),
  ];
  const windowWords = ({ earliestDays, latestDays }: DeliveryWindow): string =>
    earliestDays === null ? t('scoring:window.onOrBefore', { latest: latestDays }) : t('scoring:window.between', { earliest: -earliestDays, latest: latestDays });
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('deliveries.figure')}</th>
          <th scope="col" className="report-number">{t('deliveries.share')}</th>
          <th scope="col" className="report-number">{t('deliveries.count')}</th>
          <th scope="col">{t('deliveries.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figure }) => (
          <tr key={`${name}-${figure.basis}`}>
            <th scope="row">{t(`deliveries.${name}`)}</th>
            <td className="report-number">{figure.rate === null ? t('deliveries.nothingDue') : <strong>{format.percent(figure.rate, 1)}</strong>}</td>
            <td className="report-number">{t('deliveries.of', { count: figure.numerator, total: figure.denominator })}</td>
            <td>
              {name === 'inFull'
                ? t('deliveries.inFullBasis')
                : t('deliveries.how', { basis: t(`scoring:basis.${figure.basis}`), window: windowWords(figure.window) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Incoterms({ incoterms }: Pick<DeliverySummary, 'incoterms'>) {
  const { t } = useTranslation('report');
  const format = useFormat();
  if (incoterms.length === 0) return null;
  const named = incoterms.map(({ code, edition, lineCount }) =>
    edition === '2020' ? t('deliveries.incoterm', { code, count: lineCount }) : t('deliveries.oddIncoterm', { code, count: lineCount, label: t(`scoring:incoterm.edition.${edition}`) }),
  );
  return <p>{t('deliveries.incoterms', { list: format.list(named) })}</p>;
}
