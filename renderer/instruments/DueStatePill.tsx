import { Ban, CalendarClock, CalendarX2, Check, CircleHelp, Clock, Hourglass, PackageOpen, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { Pill } from '#renderer/components/Pill.tsx';
import type { PillTone } from '#renderer/components/Pill.tsx';

type DueState = InstrumentRow['dueState'];

const LOOKS: Readonly<Record<DueState, { readonly tone: PillTone; readonly icon: ReactNode }>> = {
  valid: { tone: 'accent', icon: <Check aria-hidden /> },
  'due-soon': { tone: 'warn', icon: <Clock aria-hidden /> },
  due: { tone: 'warn', icon: <CalendarClock aria-hidden /> },
  overdue: { tone: 'danger', icon: <CalendarX2 aria-hidden /> },
  extended: { tone: 'warn', icon: <Hourglass aria-hidden /> },
  'out-for-calibration': { tone: 'neutral', icon: <PackageOpen aria-hidden /> },
  lost: { tone: 'outline', icon: <SearchX aria-hidden /> },
  retired: { tone: 'outline', icon: <Ban aria-hidden /> },
  unknown: { tone: 'outline', icon: <CircleHelp aria-hidden /> },
};

/** Where an instrument stands with its recalibration, as a word with a sign; colour only underlines it. */
export function DueStatePill({ state }: { readonly state: DueState }) {
  const { t } = useTranslation('instruments');
  const { tone, icon } = LOOKS[state];
  return (
    <Pill tone={tone} icon={icon}>
      {t(`dueState.${state}`)}
    </Pill>
  );
}
