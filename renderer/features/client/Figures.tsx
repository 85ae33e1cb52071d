import { useQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliverySummary, LineFigure } from '#shared/contract/orders.ts';
import type { DeliveryBasis, DeliveryFigure } from '#shared/domain/delivery/index.ts';
import { queries } from '#renderer/api.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecords } from '#renderer/records/records-context.ts';

const BASES: readonly DeliveryBasis[] = ['request', 'first-promise', 'current-promise'];

/** How deliveries came out. Every number opens to exactly the lines it counts. */
export function Figures({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('client');
  const [basis, setBasis] = useState<DeliveryBasis>('first-promise');
  const { data, error, refetch } = useQuery(queries.orders.figures.queryOptions({ input: { clientId } }));
  return (
    <Section
      title={t('figures.title')}
      actions={
        data && data.lineCount > 0 ? (
          <RadioGroup
            label={t('records:basisLabel')}
            isLabelHidden
            look="segments"
            options={BASES.map((id) => ({ id, label: t(`records:basis.${id}`) }))}
            value={basis}
            onChange={setBasis}
          />
        ) : undefined
      }
    >
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : data ? <FigureGrid summary={data} basis={basis} clientId={clientId} /> : <LoadingBlock />}
    </Section>
  );
}

function FigureGrid({ summary, basis, clientId }: { readonly summary: DeliverySummary; readonly basis: DeliveryBasis; readonly clientId: string }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { open } = useRecords();
  if (summary.lineCount === 0) {
    return (
      <EmptyState icon={<Package aria-hidden />} title={t('figures.empty')} actions={<LinkButton to="/import">{t('figures.import')}</LinkButton>}>
        {t('figures.emptyBody')}
      </EmptyState>
    );
  }
  const ofBasis = (figures: readonly DeliveryFigure[]): DeliveryFigure | undefined => figures.find((figure) => figure.basis === basis);
  const onTime = ofBasis(summary.onTime);
  const otif = ofBasis(summary.otif);
  const second = summary.onTimeWithoutCustomerCaused;
  const { onOrBefore, inFull } = summary;
  const meanWords = (days: number): string => (days === 0 ? t('figures.meanZero') : t(days > 0 ? 'figures.meanLate' : 'figures.meanEarly', { days: format.fixed(Math.abs(days), 1) }));
  const showAll = () => {
    open({ kind: 'lines', title: t('figures.all'), query: { clientId, basis } });
  };
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] overflow-hidden rounded-lg border border-line bg-surface">
      {onTime ? <RateTile name="on-time" figure={onTime} clientId={clientId} /> : null}
      {otif ? <RateTile name="otif" figure={otif} clientId={clientId} /> : null}
      <RateTile name="in-full" figure={inFull} clientId={clientId} />
      <RateTile name="on-or-before" figure={onOrBefore} clientId={clientId} />
      {second.denominator > 0 && summary.onTime.some((figure) => figure.basis === second.basis && figure.denominator !== second.denominator) ? (
        <RateTile name="on-time-without-customer-caused" figure={second} clientId={clientId} />
      ) : null}
      <Tile
        title={t('figures.lateness')}
        reading={summary.meanLatenessDays === null ? null : meanWords(summary.meanLatenessDays)}
        note={t('figures.basisLateness', { basis: t('records:basis.first-promise') })}
      >
        {summary.meanLatenessDays === null ? (
          t('figures.noData')
        ) : (
          <NumberLink
            onPress={() => {
              open({ kind: 'lines', title: t('figures.counted.lateness'), query: { clientId, basis: 'first-promise', figure: { name: 'lateness', part: 'all' } } });
            }}
          >
            {t('figures.counted.lateness')}
          </NumberLink>
        )}
      </Tile>
      <Tile
        title={t('figures.value')}
        reading={summary.values.length === 0 ? null : summary.values.map((value) => format.money(value)).join('\n')}
        isLong
        note={[t('figures.orders', { count: summary.orderCount }), t('figures.shipments', { count: summary.shipmentCount })].join(' · ')}
      >
        <NumberLink onPress={showAll}>{t('figures.lines', { count: summary.lineCount })}</NumberLink>
      </Tile>
    </div>
  );
}

function RateTile({ name, figure, clientId }: { readonly name: Exclude<LineFigure['name'], 'lateness' | 'perfect'>; readonly figure: DeliveryFigure; readonly clientId: string }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { open } = useRecords();
  const { numerator, denominator, rate, basis, window } = figure;
  const show = (part: 'counted' | 'not-counted') => () => {
    open({ kind: 'lines', title: t(part === 'counted' ? `figures.counted.${name}` : `figures.rest.${name}`), query: { clientId, basis, figure: { name, part } } });
  };
  const basisName = t(`records:basis.${basis}`);
  const note =
    name === 'in-full'
      ? t('figures.basisFull')
      : t('figures.basis', {
          basis: basisName,
          window:
            window.earliestDays === null
              ? t('scoring:window.onOrBefore', { latest: window.latestDays })
              : t('scoring:window.between', { earliest: -window.earliestDays, latest: window.latestDays }),
        });
  return (
    <Tile title={t(`figures.${name}`)} reading={rate === null ? null : format.percent(rate, 1)} note={note}>
      {rate === null ? (
        t('figures.noData')
      ) : (
        <span className="flex flex-wrap gap-x-3">
          <NumberLink onPress={show('counted')}>{t('figures.ofDue', { count: format.integer(numerator), total: format.integer(denominator) })}</NumberLink>
          {numerator < denominator ? <NumberLink onPress={show('not-counted')}>{t('figures.openRest', { count: denominator - numerator })}</NumberLink> : null}
        </span>
      )}
    </Tile>
  );
}

interface TileProps {
  readonly title: string;
  /** null: there is none. */
  readonly reading: string | null;
  readonly isLong?: boolean;
  /** The way it was taken. */
  readonly note: string;
  readonly children: ReactNode;
}

function Tile({ title, reading, isLong = false, note, children }: TileProps) {
  const { t } = useTranslation('common');
  return (
    <div className="-me-px -mb-px flex min-w-0 flex-col gap-0.5 border-e border-b border-line px-4 py-3">
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <p className={isLong ? 'text-lg font-semibold whitespace-pre-line' : 'text-xl font-semibold'}>{reading ?? <span className="text-base font-normal text-ink-3">{t('score.none')}</span>}</p>
      <div className="text-sm">{children}</div>
      <p className="mt-auto pt-1 text-xs text-ink-3">{note}</p>
    </div>
  );
}

/** A number that opens to its records. */
export function NumberLink({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" onClick={onPress} className="min-h-6 rounded-sm text-start font-medium text-accent underline decoration-dotted underline-offset-4 hover:text-accent-strong hover:decoration-solid">
      {children}
    </button>
  );
}
