import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { surveyConsentParts, surveyQuestions } from '#shared/domain/survey/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import type { Asker } from '#renderer/survey/asker.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** What is asked and what becomes of it, before anything is. Only a tick of the client's own lets it begin. */
export function Consent({ asker, onAgree, onDecline }: { readonly asker: Asker; readonly onAgree: () => void; readonly onDecline: () => void }) {
  const { t } = useTranslation('survey');
  const [isAgreed, setIsAgreed] = useState(false);
  const headingRef = useFocusOnMount();
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <div>
        <h1 ref={headingRef} tabIndex={-1} className="text-3xl font-semibold outline-none">
          {t('title', asker)}
        </h1>
        <p className="mt-2 text-lg text-ink-2">{t('instructions')}</p>
        <p className="text-lg text-ink-2">{t('duration', { count: surveyQuestions.length })}</p>
      </div>
      <section className="rounded-lg border border-line bg-surface px-6 py-5">
        <h2 className="mb-2 text-xl font-semibold">{t('consent.title')}</h2>
        <div className="flex flex-col gap-2 text-lg">
          {surveyConsentParts.map((part) => (
            <p key={part}>{t(`consent.${part}`, asker)}</p>
          ))}
        </div>
        <div className="mt-4 border-t border-line pt-3 text-lg font-medium [&_label]:min-h-12">
          <Checkbox isSelected={isAgreed} onChange={setIsAgreed}>
            {t('consent.agree')}
          </Checkbox>
        </div>
      </section>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="large" onPress={onDecline}>{t('consent.decline')}</Button>
        <Button size="large" variant="primary" isDisabled={!isAgreed} onPress={onAgree}>
          {t('begin')}
        </Button>
      </div>
    </div>
  );
}
