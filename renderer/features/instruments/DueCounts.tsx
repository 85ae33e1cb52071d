import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { ContractClient } from '#shared/contract/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { askInstruments } from '#renderer/state/instrument-list.ts';
import type { InstrumentListInput } from '#renderer/state/instrument-list.ts';

type Facets = Awaited<ReturnType<ContractClient['instruments']['facets']>>;
type Question = Pick<InstrumentListInput, 'dueStates' | 'dueWithinDays'>;

interface Count {
  readonly id: string;
  readonly count: number;
  readonly question: Question;
}

const whole: Question = { dueStates: [], dueWithinDays: null };
const isAsked = (question: Question, { dueStates, dueWithinDays }: Question): boolean =>
  question.dueWithinDays === dueWithinDays && question.dueStates.length === dueStates.length && question.dueStates.every((state) => dueStates.includes(state));

/** How many stand where with their recalibration; each count narrows the list to them, and once more widens it again. */
export function DueCounts({ facets, input }: { readonly facets: Facets; readonly input: InstrumentListInput }) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const counts: readonly Count[] = [
    { id: 'total', count: facets.total, question: whole },
    { id: 'overdue', count: facets.overdue, question: { ...whole, dueStates: ['overdue'] } },
    { id: 'within30', count: facets.within30, question: { ...whole, dueWithinDays: 30 } },
    { id: 'within60', count: facets.within60, question: { ...whole, dueWithinDays: 60 } },
    { id: 'within90', count: facets.within90, question: { ...whole, dueWithinDays: 90 } },
    { id: 'extended', count: facets.extended, question: { ...whole, dueStates: ['extended'] } },
    { id: 'outForCalibration', count: facets.outForCalibration, question: { ...whole, dueStates: ['out-for-calibration'] } },
    { id: 'unknown', count: facets.unknown, question: { ...whole, dueStates: ['unknown'] } },
  ];
  return (
    <ul aria-label={t('counts.label')} className="grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
      {counts.map(({ id, count, question }) => {
        const isOn = isAsked(question, input);
        return (
          <li key={id} className="flex">
            <button
              type="button"
              aria-pressed={isOn}
              onClick={() => {
                askInstruments(isOn ? whole : question);
              }}
              className={clsx(
                'flex min-h-14 w-full flex-col items-start rounded-lg border px-3 py-1.5 text-start hover:border-accent',
                isOn ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
              )}
            >
              <span className={clsx('text-lg leading-6 font-semibold tabular-nums', id === 'overdue' && count > 0 && 'text-danger')}>{format.integer(count)}</span>{' '}
              <span className="text-sm leading-4 text-ink-2">{t(`counts.${id}`)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
