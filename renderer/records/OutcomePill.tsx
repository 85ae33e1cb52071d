import { Ban, Check, CircleDashed, Clock, ClockAlert, Minus, Rewind } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineOutcome } from '#shared/contract/orders.ts';
import { Pill } from '#renderer/components/Pill.tsx';
import type { PillTone } from '#renderer/components/Pill.tsx';

const LOOKS: Readonly<Record<LineOutcome, { readonly tone: PillTone; readonly icon: ReactNode }>> = {
  'on-time': { tone: 'accent', icon: <Check aria-hidden /> },
  early: { tone: 'warn', icon: <Rewind aria-hidden className="flip-rtl" /> },
  late: { tone: 'danger', icon: <ClockAlert aria-hidden /> },
  short: { tone: 'warn', icon: <Minus aria-hidden /> },
  open: { tone: 'neutral', icon: <Clock aria-hidden /> },
  'open-late': { tone: 'danger', icon: <ClockAlert aria-hidden /> },
  'left-out': { tone: 'outline', icon: <Ban aria-hidden /> },
  'no-promise': { tone: 'outline', icon: <CircleDashed aria-hidden /> },
};

/** How an order line came out, as a word with a sign; colour only underlines it. */
export function OutcomePill({ outcome }: { readonly outcome: LineOutcome }) {
  const { t } = useTranslation('records');
  const { tone, icon } = LOOKS[outcome];
  return (
    <Pill tone={tone} icon={icon}>
      {t(`outcome.${outcome}`)}
    </Pill>
  );
}
