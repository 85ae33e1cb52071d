import { ShieldAlert, ShieldCheck, ShieldOff, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DccSignature } from '#shared/contract/dcc.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

const LOOKS: Readonly<Record<DccSignature['integrity'], { readonly box: string; readonly icon: ReactNode }>> = {
  true: { box: 'border-accent/35 bg-accent-soft', icon: <ShieldCheck aria-hidden className="size-5 text-accent" /> },
  false: { box: 'border-danger/40 bg-danger-soft', icon: <ShieldAlert aria-hidden className="size-5 text-danger" /> },
  unknown: { box: 'border-warn/40 bg-warn-soft', icon: <ShieldQuestion aria-hidden className="size-5 text-warn" /> },
  none: { box: 'border-line bg-sunken', icon: <ShieldOff aria-hidden className="size-5 text-ink-3" /> },
};

const REASONS = new Set(['several-signatures', 'algorithm-not-allowed', 'no-key', 'unreadable-key', 'part-only', 'not-of-the-document', 'not-readable', 'too-large']);

/** Whether the file is what was signed, and apart from it whether anybody knows who signed. */
export function Signature({ signature: { integrity, reason, signer } }: { readonly signature: DccSignature }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const { box, icon } = LOOKS[integrity];
  return (
    <div className={`flex gap-3 rounded-md border px-3.5 py-2.5 ${box}`}>
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          <span className="font-semibold">{t(`signature.${integrity}.title`)}</span> {t(`signature.${integrity}.body`)}
        </p>
        {integrity === 'unknown' && reason !== null && REASONS.has(reason) ? <p>{t(`signature.reason.${reason}`)}</p> : null}
        {integrity === 'none' ? null : <p>{t('signature.trust')}</p>}
        {signer === null ? null : (
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-sm">
            <dt className="text-ink-2">{t('signature.signer')}</dt>
            <dd><bdi className="[overflow-wrap:anywhere]">{signer.subject}</bdi></dd>
            <dt className="text-ink-2">{t('signature.issuer')}</dt>
            <dd><bdi className="[overflow-wrap:anywhere]">{signer.issuer}</bdi></dd>
            <dt className="text-ink-2">{t('signature.valid')}</dt>
            <dd>{t('signature.validBetween', { from: format.day(signer.validFrom), to: format.day(signer.validTo) })}</dd>
          </dl>
        )}
      </div>
    </div>
  );
}
