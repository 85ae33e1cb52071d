import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo as Mark } from '#renderer/components/Logo.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { BeginStep } from './BeginStep.tsx';
import { LanguageStep } from './LanguageStep.tsx';
import { YouStep } from './YouStep.tsx';

const STEPS = ['language', 'you', 'begin'] as const;

/** Three short steps, once in the life of a store. */
export function FirstRunPage() {
  const { t } = useTranslation('firstRun');
  const format = useFormat();
  const [step, setStep] = useState(0);
  const name = STEPS[step] ?? 'language';
  const next = (): void => {
    setStep(Math.min(step + 1, STEPS.length - 1));
  };
  const back = (): void => {
    setStep(Math.max(step - 1, 0));
  };
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,5fr)_minmax(0,7fr)] max-lg:grid-cols-1">
      <aside className="flex flex-col justify-between gap-8 bg-sunken px-10 py-12 max-lg:px-6 max-lg:py-6">
        <div className="flex flex-col gap-5">
          <Mark className="size-12 max-lg:size-9" />
          <h1 className="text-3xl font-semibold tracking-tight text-balance max-lg:text-2xl rtl:tracking-normal">{t('title')}</h1>
          <p className="max-w-md text-lg text-ink-2 max-lg:text-base">{t('lead')}</p>
        </div>
        <Rule />
      </aside>
      <main className="flex flex-col justify-center px-10 py-12 max-lg:justify-start max-lg:px-6 max-lg:py-6">
        <div className="flex w-full max-w-xl flex-col gap-6">
          <div className="flex items-center gap-3">
            <ol aria-label={t('steps')} className="flex gap-1.5">
              {STEPS.map((id, index) => (
                <li key={id} aria-current={index === step ? 'step' : undefined} className={`h-1 w-8 rounded-full ${index <= step ? 'bg-accent' : 'bg-line'}`}>
                  <span className="sr-only">{format.integer(index + 1)}</span>
                </li>
              ))}
            </ol>
            <span className="text-sm text-ink-3">{t('step', { step: step + 1, total: STEPS.length })}</span>
          </div>
          {name === 'language' ? <LanguageStep onNext={next} /> : null}
          {name === 'you' ? <YouStep onNext={next} onBack={back} /> : null}
          {name === 'begin' ? <BeginStep onBack={back} /> : null}
        </div>
      </main>
    </div>
  );
}

/** The scale of a rule: what the product is about, without a word. */
function Rule() {
  return (
    <svg viewBox="0 0 401 34" aria-hidden className="flip-rtl h-auto w-full max-w-md text-line-strong max-lg:hidden">
      {Array.from({ length: 41 }, (_, tick) => (
        <path key={tick} d={`M${tick * 10 + 0.5} 34v${tick % 10 === 0 ? -22 : tick % 5 === 0 ? -15 : -9}`} stroke="currentColor" strokeWidth="1" />
      ))}
      <path d="M268.5 34V2" stroke="var(--accent)" strokeWidth="2.5" />
      <path d="M210 29h96" stroke="var(--accent)" strokeWidth="7" strokeOpacity="0.28" />
    </svg>
  );
}
