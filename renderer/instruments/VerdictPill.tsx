import { Check, CircleDashed, CircleHelp, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#shared/domain/calibration/index.ts';
import { Pill } from '#renderer/components/Pill.tsx';
import type { PillTone } from '#renderer/components/Pill.tsx';

const LOOKS: Readonly<Record<Verdict, { readonly tone: PillTone; readonly icon: ReactNode }>> = {
  pass: { tone: 'accent', icon: <Check aria-hidden /> },
  conform: { tone: 'accent', icon: <Check aria-hidden /> },
  'conditional-pass': { tone: 'warn', icon: <TriangleAlert aria-hidden /> },
  'conditional-fail': { tone: 'danger', icon: <TriangleAlert aria-hidden /> },
  fail: { tone: 'danger', icon: <X aria-hidden /> },
  nonconform: { tone: 'danger', icon: <X aria-hidden /> },
  indeterminate: { tone: 'neutral', icon: <CircleHelp aria-hidden /> },
  'not-judged': { tone: 'outline', icon: <CircleDashed aria-hidden /> },
};

/** A statement of conformity in the words of its rule. */
export function VerdictPill({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('instruments');
  const { tone, icon } = LOOKS[verdict];
  return (
    <Pill tone={tone} icon={icon}>
      {t(`verdict.${verdict}`)}
    </Pill>
  );
}
