import { ArrowRight, FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { Button } from '#renderer/components/Button.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { StepDialog } from './StepDialog.tsx';
import { isTaken } from './order-steps.ts';
import type { TakenStep } from './order-steps.ts';

/** What may come next, each a button: a step with its day, or the certificate that is written. */
export function NextSteps({ order, size = 'medium' }: { readonly order: CalibrationOrder; readonly size?: 'small' | 'medium' }) {
  const { t } = useTranslation('recall');
  const [step, setStep] = useState<TakenStep | null>(null);
  // The usual way stands first and stands out.
  const variant = (index: number) => (index === 0 && size === 'medium' ? 'primary' : 'secondary');
  return (
    <>
      {order.next.map((next, index) =>
        isTaken(next) ? (
          <Button key={next} size={size} variant={variant(index)} icon={<ArrowRight aria-hidden className="flip-rtl size-4" />} onPress={() => { setStep(next); }}>
            {t(`orders.take.${next}`)}
          </Button>
        ) : (
          <LinkButton
            key={next}
            size={size}
            variant={variant(index)}
            to={order.certificate === null ? `/instruments/${order.instrumentId}/certificates/new?order=${order.id}` : `/certificates/${order.certificate.id}`}
            icon={<FilePlus2 aria-hidden className="size-4" />}
          >
            {t(order.certificate === null ? 'orders.take.certificate' : 'orders.goOnCertificate')}
          </LinkButton>
        ),
      )}
      <StepDialog order={order} step={step} onClose={() => { setStep(null); }} />
    </>
  );
}
