import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { verdict as verdictSchema } from '#shared/contract/certificates.ts';
import type { TimelineEntry } from '#shared/contract/clients.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { isRelationshipKind } from '#shared/domain/relationship/index.ts';
import { Pill } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { relationshipTitle } from '#renderer/records/fact-title.ts';
import { useRelationshipWords } from '#renderer/records/relationship-words.ts';
import { useRecords } from '#renderer/records/records-context.ts';
import type { RecordView } from '#renderer/records/records-context.ts';
import { isDirection } from './direction-icon.tsx';
import { NumberLink } from './Figures.tsx';

const words = (value: string | number | null | undefined): string | null => (value === null || value === undefined || value === '' ? null : String(value));
const count = (value: string | number | null | undefined): number => (typeof value === 'number' ? value : 0);

interface Told {
  readonly title: string;
  readonly details: readonly (string | null)[];
  /** null: there is nothing more to see. */
  readonly view: RecordView | null;
  /** Page of the instrument that it is about. */
  readonly to?: string | undefined;
  readonly mark?: ReactNode;
}

/** What a timeline entry says: titles are people's own, the words around them the window's. */
function useTold(clientId: string, { kind, id, title, params }: TimelineEntry): Told {
  const { t } = useTranslation('client');
  const format = useFormat();
  const names = useModelNames();
  const relationship = useRelationshipWords();
  if (kind === 'interaction') {
    const direction = params['direction'];
    const isWaiting = params['needsAnswer'] === 1 && params['answered'] === 0;
    return {
      title,
      details: [
        t(`records:channel.${params['channel'] ?? 'other'}`), isDirection(direction) ? t(`records:direction.${direction}`) : null,
        words(params['contactName']), words(params['staffName']),
      ],
      view: { kind: 'record', ref: { kind: 'interaction', id }, title: t('records:interaction.title') },
      mark: isWaiting ? <Pill tone="warn">{t('timeline.needsAnswer')}</Pill> : null,
    };
  }
  if (kind === 'order') {
    const minor = params['valueMinor'];
    const currency = params['currency'];
    return {
      title: t('timeline.order', { number: title }),
      details: [t('timeline.orderLines', { count: count(params['lineCount']) }), typeof minor === 'number' && typeof currency === 'string' ? format.money({ minor, currency }) : null],
      view: { kind: 'record', ref: { kind: 'order', id }, title: t('records:order.title', { number: title }) },
    };
  }
  if (kind === 'delivery') {
    const late = count(params['lateLineCount']);
    const name = words(params['shipmentNumber']) === null ? t('timeline.deliveryOf', { number: title }) : t('timeline.delivery', { number: title });
    return {
      title: name,
      details: [t('timeline.orderLines', { count: count(params['lineCount']) }), words(params['incoterm'])],
      view: { kind: 'lines', title: name, query: { clientId, search: title } },
      mark: late === 0 ? null : <Pill tone="danger">{t('timeline.late', { count: late })}</Pill>,
    };
  }
  if (kind === 'task') {
    const dueOn = words(params['dueOn']);
    const isDone = words(params['doneAt']) !== null;
    return {
      title,
      details: [isDone ? t('timeline.taskDone') : t('timeline.taskOpen'), dueOn === null ? null : t('open.taskDue', { when: format.day(dueOn) }), words(params['staffName'])],
      view: { kind: 'record', ref: { kind: 'task', id }, title: t('records:task.title') },
    };
  }
  if (kind === 'assessment') {
    const indicatorId = words(params['indicatorId']);
    const rater = words(params['raterName']);
    return {
      title: indicatorId !== null && isIndicatorId(indicatorId) ? t('timeline.rated', { indicator: names.indicator(indicatorId) }) : t('timeline.ratings', { count: count(params['count']) }),
      details: [rater === null ? null : t('timeline.assessmentBy', { name: rater }), t(`rating:source.${params['source'] ?? 'representative'}`)],
      view: { kind: 'record', ref: { kind: 'assessment', id }, title: t('records:assessment.title') },
    };
  }
  if (kind === 'relationship') {
    const recordKind = words(params['recordKind']) ?? '';
    if (!isRelationshipKind(recordKind)) throw new RangeError(`a timeline entry of kind "${recordKind}"`);
    const name = relationship.kind(recordKind);
    return {
      title: relationshipTitle(relationship, recordKind, title), details: [name, words(params['contactName'])],
      view: { kind: 'record', ref: { kind: recordKind, id }, title: name },
    };
  }
  if (kind === 'survey') {
    const name = words(params['contactName']);
    return {
      title: name === null ? t('timeline.one.survey') : t('timeline.surveyBy', { name }),
      details: [t('timeline.surveyAnswers', { count: count(params['count']) })],
      view: null,
      mark: words(params['withdrawnAt']) === null ? null : <Pill tone="outline">{t('timeline.surveyWithdrawn')}</Pill>,
    };
  }
  const instrument = [words(params['name']), words(params['serial'])];
  const to = words(params['instrumentId']) === null ? undefined : `/instruments/${params['instrumentId']}`;
  if (kind === 'instrument') {
    return { title: t('timeline.instrument', { count: count(params['count']) }), details: instrument, view: null, to };
  }
  if (kind === 'certificate') {
    const verdict = verdictSchema.safeParse(params['verdict']).data ?? null;
    return {
      title: t('timeline.certificate', { number: title }), details: [...instrument, words(params['laboratoryName'])], view: null, to,
      mark: verdict === null ? null : <VerdictPill verdict={verdict} />,
    };
  }
  if (kind === 'recall') {
    return {
      title: t(params['kind'] === 'out-of-tolerance' ? 'timeline.notice' : 'timeline.recall', { count: count(params['count']) }),
      details: [words(params['contactName']), words(params['channel']) === null ? null : t(`records:channel.${params['channel'] ?? 'other'}`)], view: null,
      mark: words(params['sentOn']) === null ? <Pill tone="outline">{t('timeline.notSent')}</Pill> : null,
    };
  }
  if (kind === 'calibration-order') {
    const mark = words(params['cancelledOn']) !== null ? 'cancelled' : words(params['shippedOn']) !== null ? 'shipped' : 'open';
    return {
      title: t('timeline.calibrationOrder', { number: title }), details: [...instrument, words(params['laboratory'])], view: null, to,
      mark: <Pill tone={mark === 'open' ? 'warn' : 'outline'}>{t(`timeline.orderIs.${mark}`)}</Pill>,
    };
  }
  return {
    title: t('timeline.import', { file: title }),
    details: [t('figures.orders', { count: count(params['orderCount']) })],
    view: null,
    mark: params['state'] === 'undone' ? <Pill tone="outline">{t('timeline.undone')}</Pill> : null,
  };
}

export function TimelineItem({ clientId, entry, icon }: { readonly clientId: string; readonly entry: TimelineEntry; readonly icon: ReactNode }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { open } = useRecords();
  const told = useTold(clientId, entry);
  const { view } = told;
  const isInstant = entry.at.length > 10;
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-start gap-x-2 border-b border-line/60 py-2">
      <span className="mt-0.5 flex size-6 items-center justify-center rounded-full bg-sunken text-ink-2">{icon}</span>
      <span className="min-w-0">
        <span className="sr-only">{t(`timeline.one.${entry.kind}`)}: </span>
        {view === null ? (
          told.to === undefined ? (
            <bdi className="font-medium">{told.title}</bdi>
          ) : (
            <Link to={told.to} className="font-medium text-accent underline underline-offset-3">
              <bdi>{told.title}</bdi>
            </Link>
          )
        ) : (
          <NumberLink
            onPress={() => {
              open(view);
            }}
          >
            <bdi>{told.title}</bdi>
          </NumberLink>
        )}
        {told.mark ? <span className="ms-2">{told.mark}</span> : null}
        <span className="block text-sm text-ink-3">
          {told.details
            .filter((detail) => detail !== null)
            .map((detail, index) => (
              <span key={detail}>
                {index === 0 ? null : ' · '}
                <bdi>{detail}</bdi>
              </span>
            ))}
        </span>
      </span>
      <time dateTime={entry.at} className="pt-0.5 text-sm whitespace-nowrap text-ink-2">
        {isInstant ? format.instant(entry.at, 'short') : format.day(entry.at, 'short')}
      </time>
    </li>
  );
}
