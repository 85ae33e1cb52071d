import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DocumentLanguage } from '#shared/i18n/locale.ts';
import { desktop } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { keepSitting, newNumber } from '#renderer/survey/sitting.ts';
import { enterFullScreen } from './stand/use-screen-lock.ts';

interface HandOverProps {
  readonly clientId: string;
  readonly contactId: string | null;
  readonly language: DocumentLanguage;
  /** Of a draft that goes on; absent: a new survey. */
  readonly surveyId?: string;
  /** Instead of "Lock and hand over". */
  readonly action?: string;
}

/** What the representative has to know before the laptop leaves their hand, and the press that locks it. */
export function HandOver({ clientId, contactId, language, surveyId, action }: HandOverProps) {
  const { t } = useTranslation('surveyScreen');
  const format = useFormat();
  const navigate = useNavigate();
  const [number] = useState(newNumber);
  const handOver = async (): Promise<void> => {
    keepSitting({ clientId, contactId, language, number, surveyId: surveyId ?? crypto.randomUUID() });
    await enterFullScreen();
    void navigate(`/survey/${clientId}?language=${language}`);
  };
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-4 rounded-lg border border-line bg-surface px-5 py-4">
      <div className="flex flex-col">
        <p className="text-sm text-ink-3">{t('stand.number')}</p>
        <p className="text-3xl font-semibold tracking-[0.2em] tabular-nums">
          <bdi dir="ltr">{format.digits(number)}</bdi>
        </p>
      </div>
      <div className="flex max-w-prose flex-1 basis-96 flex-col gap-1.5">
        <p className="font-medium">{t('stand.how')}</p>
        <p className="text-sm text-ink-2">{t('stand.forgotten')}</p>
        <p className="text-sm text-ink-2">{desktop === null ? t('stand.browser') : t('stand.against')}</p>
      </div>
      <Button variant="primary" size="large" icon={<LockKeyhole aria-hidden className="size-5" />} onPress={() => void handOver()}>
        {action ?? t('stand.handOver')}
      </Button>
    </div>
  );
}
