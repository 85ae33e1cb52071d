import { ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedChange } from '#shared/contract/scores.ts';
import type { ChangeGroup, ChangePart } from '#shared/domain/history/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { useFactTitle } from '#renderer/records/fact-title.ts';
import { useRecords } from '#renderer/records/records-context.ts';

/** The most telling groups; the others stand in one row, so that the sum can be checked on screen. */
const SHOWN = 12;
/** Parts of one group at a time. */
const PARTS = 30;
const numberCell = 'py-1.5 ps-3 text-end align-top whitespace-nowrap tabular-nums';

const isOfRecords = ({ cause }: { readonly cause: ChangePart['cause'] }): boolean => cause === 'record' || cause === 'rating';
const partsOf = (group: ChangeGroup, parts: readonly ChangePart[]): readonly ChangePart[] =>
  parts.filter(
    (part) => part.cause === group.cause && (!isOfRecords(group) || (part.indicatorId === group.indicatorId && part.change === group.change && part.reason?.code === group.reason?.code)),
  );
const groupKey = ({ cause, indicatorId, change, reason }: ChangeGroup): string => `${cause} ${indicatorId} ${change} ${reason?.code}`;

/** A difference in terms of records: each row opens what it is made of, and the rows add up to the last one. */
export function ChangeTable({ explained: { change, groups, facts } }: { readonly explained: ExplainedChange }) {
  const { t } = useTranslation('scoreMoves');
  const points = usePoints();
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? groups : groups.slice(0, SHOWN);
  const rest = groups.slice(shown.length);
  return (
    <table className="w-full max-w-4xl border-collapse text-sm">
      <caption className="sr-only">{t('changed.table')}</caption>
      <thead className="border-b border-line text-ink-3">
        <tr>
          <th scope="col" className="pb-1 text-start font-normal">{t('changed.column.what')}</th>
          <th scope="col" className="pb-1 ps-3 text-end font-normal">{t('changed.column.points')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((group) => (
          <GroupRows key={groupKey(group)} group={group} parts={partsOf(group, change.parts)} facts={facts} />
        ))}
      </tbody>
      <tfoot>
        {rest.length === 0 ? null : (
          <tr className="border-b border-line/60">
            <th scope="row" className="py-1.5 text-start font-normal">
              <Button
                size="small"
                variant="quiet"
                onPress={() => {
                  setIsAll(true);
                }}
              >
                {t('changed.more', { count: rest.length })}
              </Button>
            </th>
            <td className={numberCell}>{points(rest.reduce((sum, { overallPoints }) => sum + overallPoints, 0))}</td>
          </tr>
        )}
        <tr className="border-t-2 border-line-strong font-semibold">
          <th scope="row" className="py-1.5 text-start">{t('changed.total')}</th>
          <td className={numberCell}>{points(change.overall.difference ?? 0)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function usePoints() {
  const format = useFormat();
  return (value: number) => <bdi dir="ltr">{value > 0 ? `+${format.fixed(value, 2)}` : format.fixed(value, 2)}</bdi>;
}

interface GroupRowsProps {
  readonly group: ChangeGroup;
  readonly parts: readonly ChangePart[];
  readonly facts: ExplainedChange['facts'];
}

function GroupRows({ group, parts, facts }: GroupRowsProps) {
  const { t } = useTranslation(['scoreMoves', 'scoring']);
  const points = usePoints();
  const names = useModelNames();
  const [isOpen, setIsOpen] = useState(false);
  const { cause, indicatorId, change, count, reason, overallPoints } = group;
  if (cause !== 'record' && cause !== 'rating') {
    return (
      <tr className="border-b border-line/60">
        <td className="py-1.5">{t(`changed.cause.${cause}`)}</td>
        <td className={numberCell}>{points(overallPoints)}</td>
      </tr>
    );
  }
  const what = count === 1 && reason !== null ? t(`scoring:reason.${reason.code}`, reason.params) : t(cause === 'rating' ? 'changed.rating' : 'changed.count', { count });
  return (
    <Fragment>
      <tr className={isOpen ? undefined : 'border-b border-line/60'}>
        <td className="py-1">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
            className="flex min-h-7 w-full items-start gap-1.5 rounded-sm text-start hover:bg-hover"
          >
            <ChevronRight aria-hidden className={isOpen ? 'mt-1 size-3.5 shrink-0 rotate-90' : 'flip-rtl mt-1 size-3.5 shrink-0'} />
            <span>
              <span className="font-medium">{indicatorId === null ? null : names.indicator(indicatorId)}</span>{' '}
              <span className="text-ink-2">
                {what}
                {change === null || (change === 'added' && count === 1) ? null : <> · {t(`changed.change.${change}`)}</>}
              </span>
            </span>
          </button>
        </td>
        <td className={numberCell}>{points(overallPoints)}</td>
      </tr>
      {isOpen ? <PartRows parts={parts} facts={facts} /> : null}
    </Fragment>
  );
}

function PartRows({ parts, facts }: { readonly parts: readonly ChangePart[]; readonly facts: ExplainedChange['facts'] }) {
  const { t } = useTranslation(['score', 'scoring']);
  const points = usePoints();
  const titleOf = useFactTitle();
  const { open } = useRecords();
  const [shown, setShown] = useState(PARTS);
  const rest = parts.slice(shown);
  return (
    <>
      {parts.slice(0, shown).map(({ source, reason, change, overallPoints }) => {
        const fact = source === null ? undefined : facts[`${source.kind}:${source.id}`];
        const title = source === null ? null : titleOf(source.kind, fact);
        return (
          <tr key={`${source?.kind} ${source?.id} ${reason?.code} ${JSON.stringify(reason?.params)} ${overallPoints}`} className="text-ink-2">
            <td className="py-1 ps-6">
              {source === null || title === null ? null : fact === undefined || source.kind === 'client' ? (
                <bdi className="text-ink">{title}</bdi>
              ) : (
                <button
                  type="button"
                  onClick={() => {
                    open({ kind: 'record', ref: source, title });
                  }}
                  className="min-h-6 rounded-sm text-start font-medium text-accent underline decoration-dotted underline-offset-4 hover:decoration-solid"
                >
                  <bdi>{title}</bdi>
                </button>
              )}
              {reason === null ? null : <> {t(`scoring:reason.${reason.code}`, reason.params)}</>}
              {change === null ? null : <span className="text-ink-3"> · {t(`scoreMoves:changed.change.${change}`)}</span>}
            </td>
            <td className={numberCell}>{points(overallPoints)}</td>
          </tr>
        );
      })}
      {rest.length === 0 ? null : (
        <tr className="text-ink-2">
          <td className="py-1 ps-6">
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                setShown(shown + PARTS);
              }}
            >
              {t('scoreMoves:changed.more', { count: rest.length })}
            </Button>
          </td>
          <td className={numberCell}>{points(rest.reduce((sum, { overallPoints }) => sum + overallPoints, 0))}</td>
        </tr>
      )}
    </>
  );
}
