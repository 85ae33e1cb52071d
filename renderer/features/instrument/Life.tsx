import { ArrowRightLeft, BellRing, CalendarCheck, CalendarClock, FileCheck2, Hourglass, Mail, PackageCheck, PackageOpen, ShoppingCart, SlidersHorizontal, ToggleRight, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { verdict } from '#shared/contract/certificates.ts';
import type { Passport } from '#shared/contract/instruments.ts';
import { daysBetween } from '#shared/domain/calendar/index.ts';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { localToday } from '#renderer/state/today.ts';
import { OrderLineButton } from './OrderLineButton.tsx';

type Event = Passport['events'][number];

const ICONS: Readonly<Record<Event['kind'], LucideIcon>> = {
  ordered: ShoppingCart, delivered: PackageCheck, received: PackageOpen, 'first-used': ToggleRight, holder: ArrowRightLeft, certificate: FileCheck2,
  due: CalendarClock, extended: Hourglass, 'calibration-order': CalendarCheck, interval: SlidersHorizontal, letter: Mail, 'out-of-tolerance': TriangleAlert, status: BellRing,
};

/** An event's identifier is its kind and its record's. */
const recordOf = ({ id }: Event): string => id.slice(id.indexOf(':') + 1);
const linkOf = (event: Event): string | null => {
  if (event.kind === 'certificate') return `/certificates/${recordOf(event)}`;
  if (event.kind === 'calibration-order') return `/recall/orders/${recordOf(event)}`;
  if (event.kind === 'out-of-tolerance') return `/recall/cases/${recordOf(event)}`;
  return event.kind === 'letter' ? '/recall/letters' : null;
};

/** A due day that was closed by something else than a calibration fell away: the interval, the transfer or the status says so. */
const isToldOf = ({ kind, params }: Event): boolean => kind !== 'due' || (params['closedAs'] ?? '') === '';

/** Whole days from the due day to the calibration; negative: before it. */
function keptBy({ on, params }: Event): { readonly isDone: 'early' | 'same' | 'late' | 'no'; readonly days: number } {
  const doneOn = params['doneOn'];
  if (typeof doneOn !== 'string' || doneOn === '') return { isDone: 'no', days: 0 };
  const untilOn = params['untilOn'];
  const days = daysBetween(typeof untilOn === 'string' && untilOn !== '' ? untilOn : on, doneOn);
  return { isDone: days < 0 ? 'early' : days === 0 ? 'same' : 'late', days: Math.abs(days) };
}

/** Everything that happened to it, and the due day that is ahead. */
export function Life({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation('passport');
  const today = localToday();
  const events = passport.events.filter(isToldOf);
  return (
    <Section title={t('life')}>
      {events.length === 0 ? (
        <p className="text-ink-2">{t('noLife')}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {events.map((event) => (
            <LifeItem key={event.id} event={event} order={passport.order} isAhead={event.on > today} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function LifeItem({ event, order, isAhead }: { readonly event: Event; readonly order: Passport['order']; readonly isAhead: boolean }) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  const { kind, params, title } = event;
  const Icon = ICONS[kind];
  const to = linkOf(event);
  // Days and names as a person reads them; what is not known is an empty text that the sentence leaves out.
  const values = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === null ? '' : key.endsWith('On') && typeof value === 'string' ? format.day(value) : value]),
  );
  const choice = (key: string): string => (params[key] === null || params[key] === undefined || params[key] === '' ? 'no' : 'yes');
  const found = verdict.safeParse(params['verdict']).data;
  const words = t(`event.${kind}`, {
    ...values, title, hasTitle: title === '' ? 'no' : 'yes', hasClient: choice('clientName'), hasSite: choice('site'), ...(kind === 'due' ? keptBy(event) : {}), isSent: choice('sentOn'),
    isCancelled: choice('cancelledOn'), hasGood: choice('goodUntilOn'), isReplaced: choice('replacedBy'), letterKind: String(params['kind'] ?? 'recall'),
    toStatus: kind === 'status' ? t(`instruments:status.${title}`) : '',
  });
  return (
    <li className="flex gap-3">
      <span className={`mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full ${isAhead ? 'border border-dashed border-line-strong text-ink-3' : 'bg-sunken text-ink-2'}`}>
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          {kind === 'ordered' && order !== null ? <OrderLineButton order={order}>{words}</OrderLineButton> : to === null ? <span>{words}</span> : <LinkButton variant="text" to={to}>{words}</LinkButton>}
          {found === undefined ? null : <VerdictPill verdict={found} />}
        </div>
        <time className="text-sm text-ink-3" dateTime={event.on}>
          {format.day(event.on, 'long')}
        </time>
      </div>
    </li>
  );
}
