import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import type { IntervalProposal, IntervalReason } from '#shared/domain/calibration/index.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ProductsDialog } from '#renderer/instruments/ProductsDialog.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';

interface IntervalProps {
  readonly passport: Passport;
  readonly onExtend: () => void;
}

/** How often it is calibrated and why, what its history proposes, and how it kept to its due days. The person decides. */
export function Interval({ passport, onExtend }: IntervalProps) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const proposals = useQuery(queries.instruments.intervalProposals.queryOptions({ input: { id: passport.id } }));
  const [own, setOwn] = useState<number | null>(null);
  const [why, setWhy] = useState('');
  const [isProductOpen, setIsProductOpen] = useState(false);
  const present = passport.interval?.months ?? null;
  const decide = useMutation({
    mutationFn: (input: { readonly method: IntervalProposal['method'] | 'own'; readonly months: number; readonly reason: string | null }) => api.instruments.decideInterval({ id: passport.id, ...input }),
    onSuccess: async ({ events }, { months }) => {
      setOwn(null);
      setWhy('');
      await client.invalidateQueries();
      // An event's identifier is its kind and its record's; the newest comes first.
      const decisionId = events.find(({ kind }) => kind === 'interval')?.id.replace(/^interval:/u, '');
      if (decisionId === undefined) toast(t('interval.decided', { count: months }));
      else undo(t('interval.decided', { count: months }), () => api.instruments.takeBackInterval({ id: passport.id, decisionId }));
    },
    onError: (error) => {
      toast(errorWords(error), null, 'danger');
    },
  });
  const open = passport.dues.find((due) => due.doneOn === null && due.closedAs === null);
  return (
    <Section
      title={t('interval.title')}
      actions={
        open ? (
          <Button size="small" icon={<CalendarPlus aria-hidden className="size-4" />} onPress={onExtend}>
            {t('interval.extend')}
          </Button>
        ) : null
      }
    >
      {passport.interval === null ? (
        <p className="text-ink-2">{t('interval.none')}</p>
      ) : (
        <p>
          {t('interval.now', { count: passport.interval.months })} <span className="text-ink-3">{t(`interval.from.${passport.interval.from}`)}</span>
          {passport.interval.cycles === null ? null : <span className="text-ink-3"> {t('interval.cycles', { cycles: format.integer(passport.interval.cycles) })}</span>}
          {passport.product === null ? null : (
            <Button size="small" variant="quiet" onPress={() => { setIsProductOpen(true); }}>
              {t('interval.forProduct')}
            </Button>
          )}
        </p>
      )}
      <ProductsDialog isOpen={isProductOpen} onOpenChange={setIsProductOpen} productId={passport.productId} />
      {passport.dues.length === 0 ? null : (
        <ul aria-label={t('interval.history')} className="mt-3 flex flex-col gap-1 text-sm">
          {passport.dues.map((due) => (
            <li key={due.id} className="flex flex-wrap gap-x-2">
              <span>{t('interval.dueOn', { day: format.day(due.dueOn, 'short') })}</span>
              <span className="text-ink-3">
                {due.doneOn !== null ? t('interval.done', { day: format.day(due.doneOn, 'short') }) : due.closedAs === null ? t('interval.open') : t(`interval.closed.${due.closedAs}`)}
              </span>
              {due.extension === null ? null : (
                <span className="basis-full ps-4 text-ink-2">
                  {t('interval.extended', { day: format.day(due.extension.untilOn, 'short'), reason: due.extension.reason, who: due.extension.staffName ?? t('interval.somebody') })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3 className="mt-4 mb-1 font-semibold">{t('interval.proposals')}</h3>
      {proposals.error ? <ErrorState error={proposals.error} onRetry={() => void proposals.refetch()} /> : null}
      <ul className="flex flex-col gap-2">
        {(proposals.data ?? []).map((proposal) => (
          <li key={proposal.method} className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-56">
              <span className="font-medium">{t(`interval.method.${proposal.method}`)}</span>{' '}
              <span>{t(`interval.action.${proposal.action}`, { count: proposal.months })}</span>
              <ul className="text-sm text-ink-2">
                {proposal.reasons.map((reason) => (
                  <li key={reason.code}>
                    <Reason reason={reason} />
                  </li>
                ))}
              </ul>
            </div>
            {proposal.months === present ? null : (
              <Button size="small" isPending={decide.isPending} onPress={() => { decide.mutate({ method: proposal.method, months: proposal.months, reason: null }); }}>
                {t('interval.take', { count: proposal.months })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (own !== null) decide.mutate({ method: 'own', months: own, reason: why.trim() === '' ? null : why });
        }}
      >
        <div className="w-40">
          <NumberField label={t('interval.own')} minValue={1} maxValue={120} value={own} onChange={setOwn} />
        </div>
        <div className="min-w-40 flex-1">
          <TextField label={t('interval.why')} value={why} onChange={setWhy} maxLength={500} isRequired={false} />
        </div>
        <Button type="submit" isDisabled={own === null || own === present} isPending={decide.isPending}>
          {t('interval.decide')}
        </Button>
      </form>
    </Section>
  );
}

/** A reason in words, with its numbers as the locale writes them. */
function Reason({ reason }: { readonly reason: IntervalReason }) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  const values = Object.fromEntries(
    Object.entries(reason).flatMap(([key, value]): [string, string | number][] => {
      if (key === 'code' || value === null) return [];
      if (typeof value !== 'number') return [];
      if (key === 'share' || key === 'reliability') return [[key, format.percent(value)]];
      if (key === 'factor' || key === 'wantedMonths') return [[key, format.number(value)]];
      return [[key, key === 'probability' ? format.number(value, 4) : value]];
    }),
  );
  const hasShare = 'share' in reason && reason.share !== null ? 'yes' : 'no';
  return <>{t(`interval.reason.${reason.code}`, { share: '', ...values, hasShare })}</>;
}
