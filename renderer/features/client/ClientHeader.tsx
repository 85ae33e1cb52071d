import { ChevronLeft, ClipboardList, Ellipsis, FileText, Handshake, ListTodo, MessageSquarePlus, Pencil, Star, Trash2, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Menu } from '#renderer/components/Menu.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tooltip } from '#renderer/components/Tooltip.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { findingsOf } from '#renderer/rating/findings.ts';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { StageLoop } from '#renderer/rating/StageLoop.tsx';
import { LocalTime } from './LocalTime.tsx';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';

export interface ClientActions {
  readonly log: () => void;
  readonly addTask: () => void;
  readonly addRecord: () => void;
  readonly edit: () => void;
  readonly report: () => void;
  readonly rate: () => void;
  readonly survey: () => void;
  readonly bin: () => void;
}

/** As many as are read in one look. */
const PULLED_DOWN_BY = 3;

interface ClientHeaderProps {
  readonly client: Client;
  readonly explanation: ScoreExplanation | undefined;
  readonly actions: ClientActions;
}

/** Who this is, how it stands, and what one most often does here. */
export function ClientHeader({ client, explanation, actions }: ClientHeaderProps) {
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={client.name} parent={<BackToList />} description={<Whereabouts client={client} />} actions={<ActionBar actions={actions} />} />
      {explanation ? <Standing client={client} explanation={explanation} /> : <Skeleton className="h-20 w-full" />}
    </div>
  );
}

function BackToList() {
  const { t } = useTranslation('client');
  return (
    <span className="-ms-2.5 inline-block">
      <LinkButton to="/clients" variant="quiet" size="small" icon={<ChevronLeft aria-hidden className="flip-rtl size-4" />}>
        {t('toList')}
      </LinkButton>
    </span>
  );
}

function Whereabouts({ client }: { readonly client: Client }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const country = client.countryCode === null ? client.countryAsGiven : format.country(client.countryCode);
  const isGivenOtherwise = client.countryCode !== null && client.countryAsGiven !== null && normaliseForSearch(client.countryAsGiven) !== normaliseForSearch(country ?? '') && format.choice.language === 'en';
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
      {client.isSample ? <Pill tone="outline">{t('header.sample')}</Pill> : null}
      {client.code === null ? null : (
        <span>
          {t('header.code')} <Isolate>{client.code}</Isolate>
        </span>
      )}
      {country === null ? null : (
        <span>
          {country}
          {isGivenOtherwise ? <span className="text-ink-3"> ({t('header.countryAsGiven', { name: client.countryAsGiven })})</span> : null}
        </span>
      )}
      <span>
        {client.timeZone === null ? (
          <span className="text-ink-3">{t('header.noTimeZone')}</span>
        ) : (
          <>
            {t('header.localTime')} <span className="font-medium text-ink"><LocalTime timeZone={client.timeZone} /></span>
          </>
        )}
      </span>
      {client.segment === null ? null : <Pill>{client.segment}</Pill>}
    </div>
  );
}

function ActionBar({ actions }: { readonly actions: ClientActions }) {
  const { t } = useTranslation('client');
  const isOn = useSingleKeys((state) => state.isOn);
  const key = (letter: string): string | undefined => (isOn ? letter : undefined);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Tooltip text={t('action.log')} shortcut={key('L')}>
        <Button variant="primary" icon={<MessageSquarePlus aria-hidden className="size-4" />} onPress={actions.log}>
          {t('action.log')}
        </Button>
      </Tooltip>
      <Tooltip text={t('action.task')} shortcut={key('T')}>
        <Button icon={<ListTodo aria-hidden className="size-4" />} onPress={actions.addTask}>
          {t('action.task')}
        </Button>
      </Tooltip>
      <Tooltip text={t('relationship:add')} shortcut={key('A')}>
        <Button icon={<Handshake aria-hidden className="size-4" />} onPress={actions.addRecord}>
          {t('relationship:add')}
        </Button>
      </Tooltip>
      <Tooltip text={t('action.report')} shortcut={key('P')}>
        <Button icon={<FileText aria-hidden className="size-4" />} onPress={actions.report}>
          {t('action.report')}
        </Button>
      </Tooltip>
      <IconButton label={t('action.edit')} shortcut={key('E')} variant="secondary" icon={<Pencil aria-hidden className="size-4" />} onPress={actions.edit} />
      <Menu
        label={t('action.more')}
        trigger={<IconButton label={t('action.more')} variant="secondary" icon={<Ellipsis aria-hidden className="size-4" />} />}
        groups={[
          {
            id: 'do',
            entries: [
              { id: 'rate', label: t('action.rate'), icon: <Star aria-hidden className="size-4" />, ...(isOn ? { shortcut: 'R' } : {}), onAction: actions.rate },
              { id: 'survey', label: t('surveyScreen:title'), icon: <ClipboardList aria-hidden className="size-4" />, onAction: actions.survey },
              {
                id: 'keys', label: isOn ? t('keys.turnOff') : t('keys.turnOn'),
                onAction: () => {
                  setSingleKeys(!isOn);
                },
              },
            ],
          },
          { id: 'away', entries: [{ id: 'bin', label: t('action.bin'), icon: <Trash2 aria-hidden className="size-4" />, tone: 'danger', onAction: actions.bin }] },
        ]}
      />
    </div>
  );
}

function Standing({ client, explanation: { score } }: { readonly client: Client; readonly explanation: ScoreExplanation }) {
  const { t } = useTranslation('client');
  const names = useModelNames();
  const format = useFormat();
  const { value, coverage } = score.overall;
  const weakest = score.weakestDimension === null ? null : score.dimensions.find(({ dimensionId }) => dimensionId === score.weakestDimension);
  return (
    <div className="grid gap-x-8 gap-y-4 rounded-lg border border-line bg-surface px-5 py-4 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)]">
      <div className="min-w-0">
        <p className="mb-1 flex flex-wrap justify-between gap-x-3 text-sm text-ink-3">
          {t('header.score')}
          <Link to={`/clients/${client.id}/score`} className="font-medium text-accent underline underline-offset-3">
            {t('header.toScore')}
          </Link>
        </p>
        <ScoreBar score={value?.score ?? null} lower={value?.lower ?? null} upper={value?.upper ?? null} coverage={coverage} label={t('header.score')} size="medium" />
      </div>
      <StageLoop stage={score.stage} />
      <div className="min-w-0">
        <p className="mb-1 text-sm text-ink-3">{t('header.weakest')}</p>
        {weakest ? (
          <p className="flex items-start gap-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <span>
              <Link to={`/clients/${client.id}/score?dimension=${weakest.dimensionId}`} className="font-medium underline underline-offset-3 hover:text-accent">
                <bdi>{names.dimension(weakest.dimensionId)}</bdi>
              </Link>
              {weakest.value === null ? null : (
                // The gap belongs to the line's direction, not to the number's own.
                <span className="ms-2 font-semibold">
                  <bdi>{format.fixed(weakest.value.score, 0)}</bdi>
                </span>
              )}
            </span>
          </p>
        ) : (
          <p className="text-ink-2">{t('header.noWeakest')}</p>
        )}
      </div>
      <PulledDown clientId={client.id} score={score} />
    </div>
  );
}

/** Why the number is not higher, in one look: the lowest indicators, each with the event that weighs most on it. */
function PulledDown({ clientId, score }: { readonly clientId: string; readonly score: ScoreExplanation['score'] }) {
  const { t } = useTranslation('client');
  const names = useModelNames();
  const format = useFormat();
  if (score.overall.value === null) return null;
  const { weakLinks } = findingsOf(score);
  return (
    <div className="min-w-0 border-t border-line pt-3 md:col-span-3">
      <h2 className="mb-1 text-sm text-ink-3">{t('header.pulledDown')}</h2>
      {weakLinks.length === 0 ? (
        <p className="text-ink-2">{t('header.nothingLow', { threshold: score.basis.stageThreshold })}</p>
      ) : (
        <ul className="grid gap-x-8 gap-y-2 md:grid-cols-3">
          {weakLinks.slice(0, PULLED_DOWN_BY).map(({ result: { indicatorId }, value, entries: [heaviest] }) => (
            <li key={indicatorId} className="min-w-0">
              <Link to={`/clients/${clientId}/score?indicator=${indicatorId}`} className="font-medium underline underline-offset-3 hover:text-accent">
                <bdi>{names.indicator(indicatorId)}</bdi>
              </Link>
              <span className="ms-2 font-semibold">
                <bdi>{format.fixed(value.score, 0)}</bdi>
              </span>
              {heaviest === undefined ? null : <span className="block text-sm text-ink-2">{t(`scoring:reason.${heaviest.reason.code}`, heaviest.reason.params)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
